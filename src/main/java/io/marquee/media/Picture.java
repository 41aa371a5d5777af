package io.marquee.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.coobird.thumbnailator.Thumbnails;

/**
 * A decoded picture, opaque and upright.
 *
 * @param width of the original in pixels; {@code pixels} may be coarser
 */
record Picture(BufferedImage pixels, int width, int height) {
    private static final double QUALITY = 0.82;
    /** Nothing on a page is taller than this many times its width. */
    private static final int TALLEST = 4;

    Picture {
        pixels = opaque(pixels);
    }

    /** As JPEG in each width, or in its own where that is smaller. */
    Map<Integer, byte[]> encoded(List<Integer> widths) {
        Map<Integer, byte[]> sizes = new LinkedHashMap<>();
        widths.forEach(width -> sizes.put(width, encoded(width)));
        return sizes;
    }

    private byte[] encoded(int width) {
        int fitting = Math.min(width, pixels.getWidth());
        try {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            Thumbnails.of(pixels)
                    .size(fitting, Math.min(pixels.getHeight(), fitting * TALLEST))
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(jpeg);
            return jpeg.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    int hue() {
        return DominantHue.of(pixels);
    }

    /** JPEG has no transparency: what was clear becomes white, as on most pages. */
    private static BufferedImage opaque(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) return image;
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = flat.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return flat;
    }
}
