package io.marquee.conversation.api;

import io.marquee.conversation.blast.BlastDraft;
import io.marquee.conversation.blast.BlastReach.Count;
import io.marquee.conversation.blast.BlastState;
import io.marquee.conversation.blast.BlastView;
import io.marquee.conversation.blast.Segment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Blasts as programs write and read them. */
final class BlastBodies {
    private BlastBodies() {}

    record NewBlast(
            @Schema(description = "up to 150 characters", example = "Doors open at seven") @Nullable
            String subject,

            @Schema(description = "Markdown, up to 10,000 characters", example = "Please come **early**.") @Nullable
            String body,

            @Schema(
                    description =
                            "going, maybe, waiting, silent (invited, without an answer), checked_in, not_checked_in, ticket_type:<id> or tag:<word>",
                    example = "going")
            @Nullable
            String segment,

            @Schema(description = "true where it is left out", example = "true") @Nullable
            Boolean byEmail,

            @Schema(description = "true where it is left out", example = "true") @Nullable
            Boolean inApp,

            @Schema(description = "now where it is left out", example = "2031-06-18T12:00:00Z") @Nullable
            Instant sendAt) {
        BlastDraft draft() {
            return new BlastDraft(
                    subject == null ? "" : subject,
                    body == null ? "" : body,
                    Segment.parse(segment == null ? "" : segment),
                    !Boolean.FALSE.equals(byEmail),
                    !Boolean.FALSE.equals(inApp),
                    sendAt);
        }
    }

    /**
     * @param guests how many of the segment had their turn
     * @param mailed how many of them get a mail
     * @param told how many of them see it in the app
     * @param nobody how many want none, or can't be reached
     * @param mails how many of its mails are in each state; where any of them may tell, also how many were opened and clicked
     */
    record BlastResource(
            UUID id,
            BlastState state,
            String subject,
            String body,
            String segment,
            boolean byEmail,
            boolean inApp,
            Instant createdAt,
            Instant sendAt,
            @Nullable Instant doneAt,
            int guests,
            int mailed,
            int told,
            int nobody,
            Map<String, Integer> mails) {
        static BlastResource of(BlastView blast, Map<String, Integer> mails) {
            BlastDraft draft = blast.draft();
            return new BlastResource(
                    blast.id().value(),
                    blast.state(),
                    draft.subject(),
                    draft.body(),
                    draft.segment().word(),
                    draft.byEmail(),
                    draft.inApp(),
                    blast.createdAt(),
                    blast.sendAt(),
                    blast.doneAt(),
                    blast.guests(),
                    blast.handed().mailed(),
                    blast.handed().told(),
                    blast.handed().nobody(),
                    mails);
        }
    }

    /** @param guests of the segment at this moment */
    record Audience(int guests, int mailed, int told, int nobody) {
        static Audience of(Count count) {
            return new Audience(
                    count.guests(),
                    count.reach().mailed(),
                    count.reach().told(),
                    count.reach().nobody());
        }
    }

    /** @param html safe to show */
    record Preview(String subject, String html) {}

    /** @param sentTo the address of your account */
    record Tested(String sentTo) {}
}
