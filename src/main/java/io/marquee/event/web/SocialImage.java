package io.marquee.event.web;

import io.marquee.platform.web.Oklch;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The picture that goes with a link to an event, 1200 by 630: its words on the left, its cover, or one made of its hue, on the
 * right.
 *
 * @param when and {@code where} are one line each
 * @param hue in degrees
 */
record SocialImage(
        String title,
        String when,
        String where,
        String host,
        int hue,
        @Nullable BufferedImage cover) {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;
    private static final int MARGIN = 72;
    private static final int PICTURE = 470;
    private static final int COLUMN = WIDTH - PICTURE - 2 * MARGIN;
    private static final int TITLE_HEIGHT = 310;
    private static final Typeface DISPLAY = Typeface.load("/fonts/bricolage-bold.ttf", -0.022);
    private static final Typeface TEXT = Typeface.load("/fonts/inter-medium.ttf", -0.005);

    byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            draw(graphics);
        } finally {
            graphics.dispose();
        }
        return encoded(image);
    }

    private void draw(Graphics2D graphics) {
        graphics.setColor(Oklch.color(0.975, 0.012, hue));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        drawPicture(graphics);
        write(graphics, TEXT, when, 28, 118, Oklch.color(0.5, 0.16, hue));
        drawTitle(graphics);
        write(graphics, TEXT, where, 28, HEIGHT - 132, Oklch.color(0.32, 0.03, hue));
        drawBrand(graphics);
    }

    private void drawTitle(Graphics2D graphics) {
        Lines lines = Lines.fitting(title, DISPLAY, COLUMN, TITLE_HEIGHT, 76, 40);
        double y = 118 + 34 + lines.size();
        for (String line : lines.lines()) {
            write(graphics, DISPLAY, line, lines.size(), y, Oklch.color(0.24, 0.03, hue));
            y += lines.step();
        }
    }

    private void drawBrand(Graphics2D graphics) {
        double y = HEIGHT - MARGIN;
        graphics.setColor(Oklch.color(0.64, 0.18, hue));
        graphics.fill(new RoundRectangle2D.Double(MARGIN, y - 23, 26, 26, 9, 9));
        graphics.setColor(Oklch.color(0.975, 0.012, hue));
        graphics.fill(new RoundRectangle2D.Double(MARGIN + 5, y - 18, 16, 16, 6, 6));
        graphics.setColor(Oklch.color(0.64, 0.18, hue));
        graphics.fill(new RoundRectangle2D.Double(MARGIN + 8, y - 15, 10, 10, 4, 4));
        String line = Lines.cut(host, TEXT, 24, COLUMN - 40);
        graphics.setColor(Oklch.color(0.43, 0.02, hue));
        graphics.fill(TEXT.outline(line, 24, MARGIN + 40, y - 1));
    }

    private void drawPicture(Graphics2D graphics) {
        int left = WIDTH - PICTURE;
        graphics.setClip(left, 0, PICTURE, HEIGHT);
        if (cover == null) drawRings(graphics, left);
        else drawCover(graphics, cover, left);
        graphics.setClip(null);
    }

    /** Fills the side and keeps the middle, as the page does. */
    private static void drawCover(Graphics2D graphics, BufferedImage cover, int left) {
        double scale = Math.max((double) PICTURE / cover.getWidth(), (double) HEIGHT / cover.getHeight());
        int width = (int) Math.ceil(cover.getWidth() * scale);
        int height = (int) Math.ceil(cover.getHeight() * scale);
        graphics.drawImage(cover, left + (PICTURE - width) / 2, (HEIGHT - height) / 2, width, height, null);
    }

    private void drawRings(Graphics2D graphics, int left) {
        graphics.setPaint(new GradientPaint(
                left, 0, Oklch.color(0.74, 0.15, hue), WIDTH, HEIGHT, Oklch.color(0.4, 0.15, hue - 36.0)));
        graphics.fillRect(left, 0, PICTURE, HEIGHT);
        for (int ring = 5; ring > 0; ring--) {
            double radius = 70 + ring * 62;
            graphics.setColor(new Color(255, 255, 255, 22));
            graphics.fill(new Ellipse2D.Double(
                    WIDTH - PICTURE / 2.0 - radius, HEIGHT * 0.68 - radius, 2 * radius, 2 * radius));
        }
        graphics.setColor(Oklch.color(0.96, 0.05, hue));
        graphics.fill(new Ellipse2D.Double(WIDTH - PICTURE / 2.0 - 62, HEIGHT * 0.68 - 62, 124, 124));
    }

    private static void write(
            Graphics2D graphics, Typeface typeface, String words, double size, double y, Color color) {
        graphics.setColor(color);
        graphics.fill(typeface.outline(Lines.cut(words, typeface, size, COLUMN), size, MARGIN, y));
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
