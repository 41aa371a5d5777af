package io.marquee.invoicing.thermal;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * A line of text as dots, for letters that the printer has none of: in the machine's sans-serif, which Java puts together of
 * all its fonts.
 *
 * @param bits rows of dots, the first one the highest bit
 */
record LinePicture(int height, byte[] bits) {
    private static final int LETTER = 22;

    static LinePicture of(String line, Roll.Width width, boolean bold, boolean large) {
        int size = large ? LETTER * 2 : LETTER;
        int height = size + size / 3;
        BufferedImage image = new BufferedImage(width.dots(), height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width.dots(), height);
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        pen.setFont(new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size));
        int wide = pen.getFontMetrics().stringWidth(line);
        double narrower = Math.min(1, (double) width.dots() / wide);
        pen.translate(large ? (width.dots() - wide * narrower) / 2 : 0, 0);
        pen.scale(narrower, 1);
        pen.drawString(line, 0, size);
        pen.dispose();
        return new LinePicture(height, bits(image));
    }

    private static byte[] bits(BufferedImage image) {
        int across = image.getWidth() / 8;
        byte[] bits = new byte[across * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == 0) bits[y * across + x / 8] |= (byte) (0x80 >> x % 8);
            }
        }
        return bits;
    }
}
