package io.marquee.invoicing.thermal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A till roll in ESC/POS, the language of Epson's TM printers, which nearly all others speak. Words go in code page 858, which
 * has the letters of western Europe and the euro; a line with others in it goes as a picture. QR codes are drawn by the
 * printer. The commands are those of Epson's ESC/POS reference.
 */
public final class EscPos {
    private static final Charset CODE_PAGE = Charset.forName("IBM00858");
    private static final int CODE_PAGE_NUMBER = 19;
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int QR_DOTS = 6;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Roll.Width width;

    private EscPos(Roll.Width width) {
        this.width = width;
    }

    public static byte[] of(Roll roll) {
        EscPos printer = new EscPos(roll.width());
        printer.send(ESC, '@');
        printer.send(ESC, 't', CODE_PAGE_NUMBER);
        roll.items().forEach(printer::print);
        return printer.out.toByteArray();
    }

    private void print(Roll.Item item) {
        switch (item) {
            case Roll.Words words -> words(words);
            case Roll.Pair pair ->
                lines(Wrapping.pair(plain(pair.left()), plain(pair.right()), width.columns()), pair.bold());
            case Roll.Rule rule -> line("-".repeat(width.columns()));
            case Roll.Qr qr -> qr(qr.content());
            case Roll.Cut cut -> send(GS, 'V', 66, 3);
        }
    }

    private void words(Roll.Words words) {
        int columns = words.large() ? width.columns() / 2 : width.columns();
        send(ESC, 'a', words.centred() ? 1 : 0);
        send(GS, '!', words.large() ? 0x11 : 0);
        for (String line : words.words().lines().toList()) {
            lines(Wrapping.lines(plain(line), columns), words.bold(), words.large());
        }
        send(GS, '!', 0);
        send(ESC, 'a', 0);
    }

    private void lines(List<String> lines, boolean bold) {
        lines(lines, bold, false);
    }

    private void lines(List<String> lines, boolean bold, boolean large) {
        send(ESC, 'E', bold ? 1 : 0);
        for (String line : lines) {
            if (CODE_PAGE.newEncoder().canEncode(line)) line(line);
            else picture(LinePicture.of(line, width, bold, large));
        }
        send(ESC, 'E', 0);
    }

    private void line(String text) {
        out.writeBytes(text.getBytes(CODE_PAGE));
        out.write('\n');
    }

    /** What typography has and till rolls need not. */
    private static String plain(String words) {
        return words.replaceAll("[\u00A0\u2007\u2009\u202F]", " ")
                .replaceAll("[‘’]", "'")
                .replaceAll("[“”„]", "\"")
                .replaceAll("[–—‑−]", "-")
                .replace("…", "...")
                .replaceAll("\\p{Cntrl}", "");
    }

    private void picture(LinePicture picture) {
        int bytes = width.dots() / 8;
        send(GS, 'v', '0', 0, bytes % 256, bytes / 256, picture.height() % 256, picture.height() / 256);
        out.writeBytes(picture.bits());
    }

    private void qr(String content) {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        int length = data.length + 3;
        send(ESC, 'a', 1);
        send(GS, '(', 'k', 4, 0, '1', 'A', '2', 0);
        send(GS, '(', 'k', 3, 0, '1', 'C', QR_DOTS);
        send(GS, '(', 'k', 3, 0, '1', 'E', '1');
        send(GS, '(', 'k', length % 256, length / 256, '1', 'P', '0');
        out.writeBytes(data);
        send(GS, '(', 'k', 3, 0, '1', 'Q', '0');
        send(ESC, 'a', 0);
    }

    private void send(int... bytes) {
        for (int b : bytes) out.write(b);
    }
}
