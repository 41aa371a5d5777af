package io.marquee.kernel;

/** Nothing by that name, or nothing that this actor may know of: the two are not told apart. */
public final class NotFound extends Refusal {
    /** @param what the kind of thing, as in {@code refusal.not_found.<what>}: event, order, organization, ... */
    public NotFound(String what) {
        super(Kind.NOT_FOUND, "not_found", what);
    }
}
