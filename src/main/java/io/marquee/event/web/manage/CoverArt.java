package io.marquee.event.web.manage;

import java.util.Locale;
import java.util.Random;

/**
 * A picture for an event without one: discs of its hue on a gradient, as on an old screen print. The same event always gets
 * the same picture; its hue comes out as everywhere on its page.
 */
final class CoverArt {
    private static final int SIZE = 600;
    private static final int MOST_DISCS = 5;

    private CoverArt() {}

    /** @param seed the same for the same event */
    static String svg(long seed, int hue) {
        Random random = new Random(seed);
        StringBuilder discs = new StringBuilder();
        int count = 3 + random.nextInt(MOST_DISCS - 2);
        int x = 120 + random.nextInt(360);
        int y = 220 + random.nextInt(260);
        for (int i = count; i > 0; i--) {
            discs.append(String.format(
                    Locale.ROOT,
                    "<circle cx='%d' cy='%d' r='%d' fill='oklch(%.2f .12 %d)' fill-opacity='.55'/>",
                    x + random.nextInt(60) - 30,
                    y + random.nextInt(60) - 30,
                    i * (50 + random.nextInt(20)),
                    0.9 - i * 0.07,
                    (hue + 12 * i) % 360));
        }
        return """
                <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %1$d %1$d' width='%1$d' height='%1$d'>\
                <defs><linearGradient id='g' x1='0' y1='0' x2='1' y2='1'>\
                <stop offset='0' stop-color='oklch(.84 .12 %2$d)'/><stop offset='1' stop-color='oklch(.42 .12 %3$d)'/>\
                </linearGradient></defs><rect width='%1$d' height='%1$d' fill='url(#g)'/>%4$s</svg>
                """.formatted(SIZE, hue, (hue + 320) % 360, discs);
    }
}
