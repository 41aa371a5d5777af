package io.marquee.invoicing.thermal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Does what a till printer does with ESC/POS, on a picture, and refuses whatever it does not know. */
final class TillPrinter {
    private static final int LETTER_WIDTH = 12;
    private static final int LETTER_HEIGHT = 24;
    private static final int LEADING = 6;

    private final byte[] bytes;
    private final int dots;
    private final BufferedImage paper;
    private final Graphics2D pen;
    private final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int y = 10;
    private int align;
    private int size = 1;
    private int cuts;
    private int pictures;
    private int module = 3;
    private boolean bold;
    private String qr = "";
    private Charset codePage = StandardCharsets.US_ASCII;

    private TillPrinter(byte[] bytes, int dots) {
        this.bytes = bytes;
        this.dots = dots;
        this.paper = new BufferedImage(dots, 4000, BufferedImage.TYPE_BYTE_GRAY);
        this.pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, dots, paper.getHeight());
        pen.setColor(Color.BLACK);
    }

    /** @param lines as text, the widest of them in columns of normal size */
    record Printed(BufferedImage picture, List<String> lines, int cuts, int pictures) {}

    static Printed print(byte[] bytes, Roll.Width width) {
        TillPrinter printer = new TillPrinter(bytes, width.dots());
        while (printer.at < bytes.length) printer.step();
        return new Printed(
                printer.paper.getSubimage(0, 0, width.dots(), printer.y + 10),
                printer.lines,
                printer.cuts,
                printer.pictures);
    }

    private int next() {
        return bytes[at++] & 0xFF;
    }

    private void step() {
        int command = next();
        switch (command) {
            case 0x1B -> escape(next());
            case 0x1D -> group(next());
            case '\n' -> feed();
            default -> line.write(command);
        }
    }

    private void escape(int command) {
        switch (command) {
            case '@' -> codePage = Charset.forName("IBM437");
            case 't' -> {
                if (next() != 19) throw new IllegalStateException("a code page that not every printer has");
                codePage = Charset.forName("IBM00858");
            }
            case 'a' -> align = next();
            case 'E' -> bold = next() == 1;
            default -> throw new IllegalStateException("ESC " + command);
        }
    }

    private void group(int command) {
        switch (command) {
            case '!' -> size = next() == 0x11 ? 2 : 1;
            case 'V' -> {
                next();
                y += next() * 8;
                cuts++;
                pen.drawLine(0, y, dots, y);
                y += 10;
            }
            case 'v' -> raster();
            case '(' -> qrCommand();
            default -> throw new IllegalStateException("GS " + command);
        }
    }

    private void feed() {
        String text = line.toString(codePage);
        line.reset();
        int wide = text.length() * LETTER_WIDTH * size;
        if (wide > dots) throw new IllegalStateException("wider than the paper: " + text);
        lines.add(text);
        pen.setFont(new Font(Font.MONOSPACED, bold ? Font.BOLD : Font.PLAIN, 20 * size));
        int x = align == 1 ? (dots - wide) / 2 : 0;
        for (int i = 0; i < text.length(); i++) {
            pen.drawString(text.substring(i, i + 1), x + i * LETTER_WIDTH * size, y + 19 * size);
        }
        y += LETTER_HEIGHT * size + LEADING;
    }

    private void raster() {
        if (next() != '0' || next() != 0) throw new IllegalStateException("another kind of picture");
        int across = next() + 256 * next();
        int height = next() + 256 * next();
        for (int row = 0; row < height; row++) {
            for (int i = 0; i < across; i++) {
                int eight = next();
                for (int bit = 0; bit < 8; bit++) {
                    if ((eight & 0x80 >> bit) != 0) paper.setRGB(i * 8 + bit, y + row, 0);
                }
            }
        }
        y += height;
        pictures++;
    }

    private void qrCommand() {
        if (next() != 'k') throw new IllegalStateException("GS ( of another kind");
        int length = next() + 256 * next();
        if (next() != '1') throw new IllegalStateException("a code of another kind");
        int function = next();
        switch (function) {
            case 'A', 'E' -> at += length - 2;
            case 'C' -> module = next();
            case 'P' -> {
                next();
                qr = new String(bytes, at, length - 3, StandardCharsets.UTF_8);
                at += length - 3;
            }
            case 'Q' -> {
                next();
                draw();
            }
            default -> throw new IllegalStateException("QR " + function);
        }
    }

    private void draw() {
        try {
            BitMatrix code =
                    new QRCodeWriter().encode(qr, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 4));
            int left = (dots - code.getWidth() * module) / 2;
            for (int i = 0; i < code.getWidth() * module; i++) {
                for (int j = 0; j < code.getHeight() * module; j++) {
                    if (code.get(i / module, j / module)) paper.setRGB(left + i, y + j, 0);
                }
            }
            if (left < 0) throw new IllegalStateException("the code is wider than the paper");
            y += code.getHeight() * module;
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
