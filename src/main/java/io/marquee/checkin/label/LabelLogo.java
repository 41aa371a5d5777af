package io.marquee.checkin.label;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A logo for a label: as it is in a PDF, in black and white for label printers. */
final class LabelLogo {
    private static final int DARK = 140;
    private static final double WIDEST = 5;

    private final byte[] jpeg;
    private final BufferedImage picture;

    private LabelLogo(byte[] jpeg, BufferedImage picture) {
        this.jpeg = jpeg;
        this.picture = picture;
    }

    /** @return null where it cannot be read: a badge without its logo is better than none */
    static @Nullable LabelLogo of(byte[] jpeg) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
            return picture == null ? null : new LabelLogo(jpeg, picture);
        } catch (IOException e) {
            return null;
        }
    }

    String dataUri() {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }

    /** Width by height of 1. */
    double width() {
        return Math.min(WIDEST, picture.getWidth() / (double) picture.getHeight());
    }

    /** Zebra's graphic field: a bit for each dot, a row in whole bytes. */
    String zpl(int height, int most) {
        int width = (int) Math.clamp(Math.round(height * width()), 8, most);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawing = small.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, width, height);
        drawing.drawImage(picture, 0, 0, width, height, null);
        drawing.dispose();
        int row = (width + 7) / 8;
        StringBuilder bits = new StringBuilder(row * height * 2);
        for (int y = 0; y < height; y++) {
            for (int at = 0; at < row; at++) bits.append("%02X".formatted(eight(small, at * 8, y)));
        }
        return "^GFA,%d,%d,%d,%s^FS".formatted(row * height, row * height, row, bits);
    }

    private static int eight(BufferedImage picture, int x, int y) {
        int bits = 0;
        for (int i = 0; i < 8; i++) {
            boolean dark = x + i < picture.getWidth() && picture.getRaster().getSample(x + i, y, 0) < DARK;
            bits = bits << 1 | (dark ? 1 : 0);
        }
        return bits;
    }
}
