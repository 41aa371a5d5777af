package io.marquee.platform.database;

/** The database cannot be used as it is. The message tells the operator in a sentence or two why and what to do. */
public final class DatabaseUnusable extends RuntimeException {
    public DatabaseUnusable(String sentence) {
        super(sentence);
    }

    DatabaseUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
