package io.marquee.media;

import io.marquee.kernel.Refusal;

/** Why a file was not taken in or handed out. */
public abstract sealed class MediaRefused extends Refusal {
    private MediaRefused(Kind kind, String code) {
        super(kind, code);
    }

    /** Where files lie, nobody answers. */
    public static final class StoreDown extends MediaRefused {
        StoreDown() {
            super(Kind.UNAVAILABLE, "store_down");
        }
    }
}
