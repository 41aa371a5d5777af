package io.marquee.event.web;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A font of ours as outlines. The platform's own text drawing asks the machine for its fonts, which a bare server does not
 * have; outlines need nothing. Letters that the font lacks are left out.
 */
final class Typeface {
    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final double unit;
    private final double tracking;

    private Typeface(TrueTypeFont font, double tracking) throws IOException {
        this.font = font;
        this.letters = font.getUnicodeCmapLookup();
        this.unit = font.getUnitsPerEm();
        this.tracking = tracking;
    }

    /**
     * @param resource on the class path
     * @param tracking between letters, in ems; negative draws them closer
     */
    static Typeface load(String resource, double tracking) {
        try (InputStream file = Typeface.class.getResourceAsStream(resource)) {
            return new Typeface(
                    new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(file, resource))),
                    tracking);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The width of a line in pixels. */
    double width(String line, double size) {
        return line.codePoints()
                .map(letters::getGlyphId)
                .filter(glyph -> glyph != 0)
                .mapToDouble(glyph -> advance(glyph, size))
                .sum();
    }

    /** A line as a shape whose baseline begins at the point. */
    Shape outline(String line, double size, double x, double y) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = x;
        for (int letter : line.codePoints().toArray()) {
            int glyph = letters.getGlyphId(letter);
            if (glyph == 0) continue;
            AffineTransform place = AffineTransform.getTranslateInstance(at, y);
            place.scale(size / unit, -size / unit);
            GlyphData shape = data(glyph);
            if (shape != null) outline.append(shape.getPath().getPathIterator(place), false);
            at += advance(glyph, size);
        }
        return outline;
    }

    private double advance(int glyph, double size) {
        try {
            return (font.getAdvanceWidth(glyph) / unit + tracking) * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable GlyphData data(int glyph) {
        try {
            return font.getGlyph().getGlyph(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
