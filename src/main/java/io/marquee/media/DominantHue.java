package io.marquee.media;

import java.awt.image.BufferedImage;

/** The colour that stands out in a picture: the hue with the most chroma to it, in OKLCH as the pages' colours are. */
final class DominantHue {
    /** The product's own warm orange, for pictures in grey. */
    static final int OF_GREY = 52;

    private static final int SAMPLES = 96;
    private static final int BINS = 72;
    private static final int DEGREES = 360 / BINS;
    private static final double FAINT = 0.03;
    private static final int REACH = 2;

    private DominantHue() {}

    static int of(BufferedImage picture) {
        double[] weights = new double[BINS];
        int stepX = Math.max(1, picture.getWidth() / SAMPLES);
        int stepY = Math.max(1, picture.getHeight() / SAMPLES);
        for (int y = 0; y < picture.getHeight(); y += stepY) {
            for (int x = 0; x < picture.getWidth(); x += stepX) {
                weigh(picture.getRGB(x, y), weights);
            }
        }
        return strongest(weights);
    }

    /** By chroma squared: a small bright sign outweighs a large dull wall. Dark and pale pixels hardly count. */
    private static void weigh(int rgb, double[] weights) {
        double[] lab = oklab(rgb);
        double chroma = Math.hypot(lab[1], lab[2]);
        if (chroma > FAINT && lab[0] > 0.15 && lab[0] < 0.97) {
            double degrees = Math.toDegrees(Math.atan2(lab[2], lab[1]));
            weights[Math.floorMod((int) Math.floor(degrees / DEGREES), BINS)] += chroma * chroma;
        }
    }

    private static int strongest(double[] weights) {
        int best = -1;
        double most = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double sum = 0;
            for (int near = -REACH; near <= REACH; near++) {
                sum += weights[Math.floorMod(bin + near, BINS)];
            }
            if (sum > most) {
                most = sum;
                best = bin;
            }
        }
        return best < 0 ? OF_GREY : best * DEGREES + DEGREES / 2;
    }

    /** Björn Ottosson, "A perceptual color space for image processing", 2020. */
    private static double[] oklab(int rgb) {
        double r = linear(rgb >> 16 & 0xFF);
        double g = linear(rgb >> 8 & 0xFF);
        double b = linear(rgb & 0xFF);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
