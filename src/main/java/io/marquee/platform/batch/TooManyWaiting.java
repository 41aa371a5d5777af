package io.marquee.platform.batch;

import io.marquee.kernel.Refusal;

/** More wait for the same thing than could be served soon. */
public final class TooManyWaiting extends Refusal {
    public TooManyWaiting() {
        super(Kind.UNAVAILABLE, "too_many_waiting");
    }
}
