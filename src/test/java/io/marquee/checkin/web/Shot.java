package io.marquee.checkin.web;

import com.google.zxing.common.BitMatrix;
import java.util.Random;

/**
 * What a camera makes of a code: a square picture in greys.
 *
 * @param module pixels that one module covers: the distance
 * @param tilt degrees out of the plane
 * @param blur pixels, of a Gaussian
 * @param noise of each pixel, of 255
 * @param light from 1, as printed, to 0, black
 * @param glare whether a lamp is reflected on it
 */
record Shot(String name, double module, double tilt, double blur, double noise, double light, boolean glare) {
    static final int SIDE = 720;

    private static final double FOCUS = 985; // of a phone's main camera, 66° wide, at 1280 pixels
    private static final double WALL = 120;
    private static final double PAPER = 235;
    private static final double INK = 20;
    private static final int QUIET = 3;

    /** The same seed takes the same picture. */
    byte[] of(BitMatrix code, Random random) {
        double turn = random.nextDouble() * 2 * Math.PI;
        double[] picture = new double[SIDE * SIDE];
        for (int i = 0; i < picture.length; i++) picture[i] = seen(code, i % SIDE, i / SIDE, turn);
        double[] soft = blur == 0 ? picture : blurred(blurred(picture, 1), SIDE);
        double lampX = SIDE * (0.35 + 0.3 * random.nextDouble());
        double lampY = SIDE * (0.35 + 0.3 * random.nextDouble());
        byte[] taken = new byte[soft.length];
        for (int i = 0; i < soft.length; i++) {
            double lamp = glare ? 230 * Math.exp(-square(i % SIDE - lampX, i / SIDE - lampY) / (2 * 55 * 55)) : 0;
            double value = soft[i] * light + lamp + noise * random.nextGaussian();
            taken[i] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
        return taken;
    }

    /** Four rays a pixel, each cut with the tilted plane of the code. */
    private double seen(BitMatrix code, int x, int y, double turn) {
        double sum = 0;
        for (int ray = 0; ray < 4; ray++) {
            sum += ray(code, x + 0.25 + 0.5 * (ray % 2) - SIDE / 2.0, y + 0.25 + 0.5 * (ray / 2) - SIDE / 2.0, turn);
        }
        return sum / 4;
    }

    private double ray(BitMatrix code, double x, double y, double turn) {
        double across = (x * Math.cos(turn) + y * Math.sin(turn)) / FOCUS;
        double along = (y * Math.cos(turn) - x * Math.sin(turn)) / FOCUS;
        double sin = Math.sin(Math.toRadians(tilt));
        double cos = Math.cos(Math.toRadians(tilt));
        double reach = cos / (cos - sin * across);
        double u = (reach * across * cos + (reach - 1) * sin) * FOCUS / module + code.getWidth() / 2.0;
        double v = reach * along * FOCUS / module + code.getHeight() / 2.0;
        boolean onPaper = u > -QUIET && v > -QUIET && u < code.getWidth() + QUIET && v < code.getHeight() + QUIET;
        if (!onPaper) return WALL;
        boolean onCode = u >= 0 && v >= 0 && u < code.getWidth() && v < code.getHeight();
        return onCode && code.get((int) u, (int) v) ? INK : PAPER;
    }

    private double[] blurred(double[] from, int step) {
        int reach = (int) Math.ceil(blur * 3);
        double[] to = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            double sum = 0;
            double weights = 0;
            int at = i / step % SIDE;
            for (int k = Math.max(-reach, -at); k <= Math.min(reach, SIDE - 1 - at); k++) {
                double weight = Math.exp(-k * k / (2 * blur * blur));
                sum += weight * from[i + k * step];
                weights += weight;
            }
            to[i] = sum / weights;
        }
        return to;
    }

    private static double square(double x, double y) {
        return x * x + y * y;
    }
}
