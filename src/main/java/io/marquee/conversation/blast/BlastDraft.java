package io.marquee.conversation.blast;

import io.marquee.kernel.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A blast before it is taken.
 *
 * @param body in Markdown
 * @param sendAt null for now
 */
public record BlastDraft(
        String subject,
        String body,
        Segment segment,
        boolean byEmail,
        boolean inApp,
        @Nullable Instant sendAt) {
    public static final int LONGEST_SUBJECT = 150;
    public static final int LONGEST_BODY = 10_000;
    private static final Duration FARTHEST = Duration.ofDays(366);
    /** Whoever picked the minute that has just passed means now. */
    private static final Duration JUST_NOW = Duration.ofMinutes(5);

    public BlastDraft {
        subject = subject.strip();
        body = body.strip();
    }

    /** @throws InvalidInput with all that is wrong */
    BlastDraft checked(Instant now) {
        InvalidInput.gather()
                .check(!subject.isEmpty(), "subject", "required")
                .check(subject.length() <= LONGEST_SUBJECT, "subject", "too_long", LONGEST_SUBJECT)
                .check(subject.codePoints().noneMatch(Character::isISOControl), "subject", "one_line")
                .check(!body.isEmpty(), "body", "required")
                .check(body.length() <= LONGEST_BODY, "body", "too_long", LONGEST_BODY)
                .check(body.indexOf('\0') < 0, "body", "format")
                .check(byEmail || inApp, "byEmail", "no_channel")
                .check(sendAt == null || sendAt.isAfter(now.minus(JUST_NOW)), "sendAt", "already_over")
                .check(sendAt == null || sendAt.isBefore(now.plus(FARTHEST)), "sendAt", "date_out_of_range")
                .orThrow();
        return this;
    }
}
