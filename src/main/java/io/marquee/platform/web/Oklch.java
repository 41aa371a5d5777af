package io.marquee.platform.web;

import java.awt.Color;

/**
 * Colours as the stylesheet mixes them, for pictures and PDF, which know no oklch. The matrices are those of the CSS Color Module,
 * level 4.
 */
public final class Oklch {
    private Oklch() {}

    /**
     * The nearest colour that a screen shows.
     *
     * @param lightness 0 to 1
     * @param chroma 0 (grey) to about 0.3
     * @param hue in degrees
     */
    public static Color color(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new Color(
                shown(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                shown(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                shown(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    /** The same as {@code #d0632a}. */
    public static String hex(double lightness, double chroma, double hue) {
        return "#%06x".formatted(color(lightness, chroma, hue).getRGB() & 0xffffff);
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static float shown(double linear) {
        double gamma = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (float) Math.clamp(gamma, 0, 1);
    }
}
