package io.marquee.kernel;

/** The actor sees the thing but may not do this to it. */
public final class Forbidden extends Refusal {
    /** @param permission what was needed, in lower case: {@code edit_event} */
    public Forbidden(String permission) {
        super(Kind.FORBIDDEN, "forbidden", permission);
    }
}
