package io.marquee.event;

/**
 * One part of an event's page, below its title.
 *
 * @param shown whether it is there, where it has something to show
 * @param text Markdown, of questions and answers; empty for all others, which show what stands elsewhere
 */
public record PageBlock(Kind kind, boolean shown, String text) {

    /** In the order in which a page has them that nobody arranged. */
    public enum Kind {
        /** Tickets, answers and what leads on. It can't be switched off: without it nobody comes. */
        TICKETS,
        STORY,
        AGENDA,
        SPEAKERS,
        PICTURES,
        QUESTIONS,
        NOTES,
        /** Where it is, and the way there. */
        MAP
    }
}
