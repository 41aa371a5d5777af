package io.marquee.platform.live;

/** Hears what any node told in a channel through {@link Herald}, once that committed. */
public interface Hearer {

    /** A name of PostgreSQL's: lower case and underscores. */
    String channel();

    void heard(String payload);

    /** For a while nothing could be heard, and nobody tells it again: whatever is known may be old. */
    void lost();
}
