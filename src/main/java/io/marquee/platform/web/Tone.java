package io.marquee.platform.web;

import io.marquee.kernel.Wire;

/** How a fact should feel: the colour of chips, notices, timeline dots and verdicts. */
public enum Tone {
    PLAIN,
    GOOD,
    WARN,
    BAD,
    INFO,
    LIVE;

    /** The ending of a class name: {@code chip-good}. */
    public String css() {
        return Wire.name(this);
    }
}
