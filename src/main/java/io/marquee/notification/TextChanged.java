package io.marquee.notification;

import io.marquee.kernel.Refusal;

/** Somebody else changed the same text in the meantime. */
public final class TextChanged extends Refusal {
    TextChanged() {
        super(Kind.CONFLICT, "text_changed");
    }
}
