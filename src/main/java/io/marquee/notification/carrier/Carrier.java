package io.marquee.notification.carrier;

/** Takes mail away. Called outside of transactions, by many threads at once. */
public interface Carrier extends AutoCloseable {
    /** Returns when the mail is in somebody else's hands. */
    void take(Envelope envelope) throws NotTaken;

    @Override
    default void close() {}
}
