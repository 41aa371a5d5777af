package io.marquee.invoicing.thermal;

import io.marquee.kernel.InvalidInput;
import java.util.List;

/** What stands on a till roll, from top to bottom; several sheets are cut apart. */
public record Roll(Width width, List<Item> items) {

    /** @param columns of the printer's own letters @param dots across, 8 of them a millimetre */
    public enum Width {
        MM58(58, 32, 384),
        MM80(80, 48, 576);

        private final int millimetres;
        private final int columns;
        private final int dots;

        Width(int millimetres, int columns, int dots) {
            this.millimetres = millimetres;
            this.columns = columns;
            this.dots = dots;
        }

        public int millimetres() {
            return millimetres;
        }

        public int columns() {
            return columns;
        }

        public int dots() {
            return dots;
        }

        /** @param word 58 or 80 @throws InvalidInput at {@code width} */
        public static Width of(String word) {
            return switch (word) {
                case "58" -> MM58;
                case "80" -> MM80;
                default -> throw InvalidInput.at("width", "choice");
            };
        }
    }

    public sealed interface Item {}

    public record Words(String words, boolean centred, boolean bold, boolean large) implements Item {
        public static Words plain(String words) {
            return new Words(words, false, false, false);
        }

        public static Words centred(String words) {
            return new Words(words, true, false, false);
        }

        public static Words title(String words) {
            return new Words(words, true, true, true);
        }
    }

    /** Words on the left, an amount on the right. */
    public record Pair(String left, String right, boolean bold) implements Item {}

    public record Rule() implements Item {}

    public record Qr(String content) implements Item {}

    /** The end of a sheet. */
    public record Cut() implements Item {}
}
