package io.marquee.platform.mail;

/** Takes letters from modules that stand below the one that sends them. */
public interface Letterbox {
    /**
     * Takes an optional letter in the transaction under way: it is sent if and only if that commits. How it fares afterwards is
     * told by {@link LetterMoved}.
     */
    Posted post(OptionalLetter letter);

    /** What became of a letter at once. */
    enum Posted {
        /** On its way, or in the outbox where there is no mail server. */
        TAKEN,
        /** There was one of this cause before. */
        KNOWN,
        /** The person does not want what it is about, or nothing optional of this organization. */
        UNWANTED,
        /** Mail to this address came back, or was called spam. */
        UNDELIVERABLE
    }
}
