package io.marquee.checkin.label;

import io.marquee.kernel.InvalidInput;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a badge, from top to bottom.
 *
 * @param name large
 * @param lines below it, the most important first: where somebody is from, say
 * @param foot blank for none
 * @param logo a picture above the name; null for none
 * @param code the text of the QR
 */
public record Label(
        Size size,
        String name,
        List<String> lines,
        String foot,
        @Nullable LabelLogo logo,
        String code) {

    /** Without a logo. */
    Label(Size size, String name, List<String> lines, String foot, String code) {
        this(size, name, lines, foot, null, code);
    }

    Label under(LabelLogo picture) {
        return new Label(size, name, lines, foot, picture, code);
    }

    /** Rolls and sheets that label printers take, width by height in millimetres. */
    public enum Size {
        MM62X29(62, 29),
        MM89X36(89, 36),
        MM100X50(100, 50),
        MM102X76(102, 76);

        /** Of the usual 203 dpi. */
        private static final int DOTS_A_MILLIMETRE = 8;

        private static final int MARGIN = 2;
        /** Of a ticket's QR, with what is kept free around it. */
        private static final int MODULES = 45;

        private static final int LARGEST_MODULE = 6;

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }

        /** @param word such as 62x29 @throws InvalidInput at {@code size} */
        public static Size of(String word) {
            return Arrays.stream(values())
                    .filter(size -> size.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> InvalidInput.at("size", "choice"));
        }

        public String word() {
            return width + "x" + height;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }

        public static int dots(int millimetres) {
            return millimetres * DOTS_A_MILLIMETRE;
        }

        static int margin() {
            return dots(MARGIN);
        }

        /** Dots of the printer across one module of the QR. */
        int module() {
            return Math.min(LARGEST_MODULE, (dots(height) - 2 * margin()) / MODULES);
        }

        /** Dots across the QR. */
        int code() {
            return module() * MODULES;
        }

        /** Dots left for words. */
        int words() {
            return dots(width) - code() - 3 * margin();
        }

        /** Dots of a logo's height. */
        int logo() {
            return dots(height) / 6;
        }

        /** Dots of a name's letters: as large as fits on two lines. */
        int letters(String name) {
            int longest = Arrays.stream(name.split("\\s+"))
                    .mapToInt(String::length)
                    .max()
                    .orElse(1);
            double onTwoLines = words() * 2 / (0.62 * Math.max(1, name.length()));
            double inOneWord = words() / (0.62 * Math.max(1, longest));
            return (int) Math.clamp(Math.min(onTwoLines, inOneWord), 22, dots(height) / 4.0);
        }
    }
}
