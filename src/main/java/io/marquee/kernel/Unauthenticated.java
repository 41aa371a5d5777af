package io.marquee.kernel;

/** Nobody is signed in, or the token is not (or no longer) good. */
public final class Unauthenticated extends Refusal {
    public Unauthenticated() {
        super(Kind.UNAUTHENTICATED, "unauthenticated");
    }
}
