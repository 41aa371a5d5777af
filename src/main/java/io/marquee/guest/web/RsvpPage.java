package io.marquee.guest.web;

import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.registration.AnswerGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody says whether they come.
 *
 * @param eventPath null where the event's page is not for everybody
 * @param when "Thu 18 Jun 2027, 19:30 CEST"
 * @param state what they have said; null for nothing yet
 * @param note what follows from it; empty for nothing
 * @param tickets where they choose tickets, since that is how one comes; null where it is not
 * @param replies what they can say, at most one of them current; empty where there is nothing to say
 * @param reply the current one; null where they have to choose first
 * @param action where the form goes
 * @param renewing where they ask for a new link; null where it is not by a link that they came
 * @param muting where they ask for no more mails; null where there is nothing to ask
 */
public record RsvpPage(
        String event,
        @Nullable String eventPath,
        String when,
        @Nullable Chip state,
        String note,
        @Nullable String tickets,
        List<Link> replies,
        @Nullable String reply,
        String button,
        String action,
        List<Field> fields,
        List<AnswerGroup> questions,
        FieldErrors errors,
        @Nullable String renewing,
        @Nullable String muting) {}
