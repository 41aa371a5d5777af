package io.marquee.platform.web;

/** Colours of events, as degrees of the colour wheel (OKLCH). */
public final class Hue {
    private static final int STEP = 5;

    private Hue() {}

    /** The class of the stylesheet nearest to a hue: {@code hue-50} for 52. Inline styles are refused by the security policy. */
    public static String cssClass(int hue) {
        return "hue-" + Math.floorMod(Math.round(Math.floorMod(hue, 360) / (float) STEP) * STEP, 360);
    }

    /** A hue for what has no cover: always the same for the same words. */
    public static int of(String words) {
        return Math.floorMod(words.hashCode() * 31, 360);
    }
}
