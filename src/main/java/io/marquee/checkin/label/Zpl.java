package io.marquee.checkin.label;

import java.util.ArrayList;
import java.util.List;

/** A label in the language of Zebra's printers and those that understand it, for 203 dpi. */
final class Zpl {
    private static final int SMALL = 22;

    private Zpl() {}

    static String of(Label label) {
        Label.Size size = label.size();
        int margin = Label.Size.margin();
        int height = Label.Size.dots(size.height());
        List<String> said = new ArrayList<>();
        said.add("^XA^CI28^PW%d^LL%d^LH0,0".formatted(Label.Size.dots(size.width()), height));
        int at = margin;
        if (label.logo() != null) {
            said.add("^FO%d,%d%s".formatted(margin, at, label.logo().zpl(size.logo(), size.words())));
            at += size.logo() + margin / 2;
        }
        int letters = size.letters(label.name());
        said.add(words(margin, at, letters, size.words(), 2, label.name()));
        at += 2 * letters + margin;
        for (String line : label.lines()) {
            if (at + 2 * SMALL > height - margin) break;
            said.add(words(margin, at, SMALL + 4, size.words(), 1, line));
            at += SMALL + 12;
        }
        if (!label.foot().isEmpty()) {
            said.add(words(margin, height - margin - SMALL, SMALL, size.words(), 1, label.foot()));
        }
        said.add("^FO%d,%d^BQN,2,%d^FDMA,%s^FS"
                .formatted(
                        Label.Size.dots(size.width()) - margin - size.code(),
                        (height - size.code()) / 2,
                        size.module(),
                        label.code()));
        said.add("^XZ\n");
        return String.join("\n", said);
    }

    private static String words(int x, int y, int letters, int width, int lines, String words) {
        return "^FO%d,%d^A0N,%d,%d^FB%d,%d,0,L^FH_^FD%s^FS"
                .formatted(x, y, letters, letters, width, lines, escaped(words));
    }

    /** What would be a command is written as its number. */
    private static String escaped(String words) {
        StringBuilder out = new StringBuilder();
        for (char letter : words.toCharArray()) {
            switch (letter) {
                case '^', '~', '_', '\\' -> out.append("_%02X".formatted((int) letter));
                default -> out.append(Character.isISOControl(letter) ? ' ' : letter);
            }
        }
        return out.toString();
    }
}
