package io.marquee.registration;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;

/**
 * A question of an event.
 *
 * @param archived asked no more; what was answered stays
 */
public record Question(
        QuestionId id, EventId event, OrganizationId organization, QuestionDetails details, boolean archived) {

    /** How its field is named in a form and in what is said of wrong answers. @param ticket 1.., or 0 for the order */
    public String field(int ticket) {
        return "answers." + id + (ticket == 0 ? "" : "." + ticket);
    }
}
