package io.marquee.seating;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.SentTable;
import io.marquee.seating.SeatImports.Refused;
import io.marquee.seating.SeatPlan.Row;
import io.marquee.seating.SeatPlan.Seat;
import io.marquee.seating.SeatPlan.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Seats as a table: section, row, seat, and if known x, y, accessible, blocked. Where there are no coordinates, rows and seats are
 * laid out in the order of the file. Lines that can't be read are refused one by one.
 */
final class SeatCsv {
    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "x", "ja", "j");
    private static final List<String> NEEDED = List.of("section", "row", "seat");
    private static final double AISLE = 1.8;

    private final Map<String, Map<String, List<Read>>> sections = new LinkedHashMap<>();
    private final Set<List<String>> names = new HashSet<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Set<UUID> blocked = new HashSet<>();
    private int seats;

    /** A line that can be read; without coordinates both are null. */
    private record Read(
            String seat, @Nullable Float x, @Nullable Float y, boolean accessible, boolean blocked) {}

    /** @param taken sections that the plan has already, and how many more seats it may have */
    static SeatCsv read(byte[] file, Set<String> taken, int room) {
        SeatCsv csv = new SeatCsv();
        String text = SentTable.text(file);
        try (Stream<CsvRecord> records =
                CsvReader.builder().fieldSeparator(SentTable.separator(text)).ofCsvRecord(text).stream()) {
            List<CsvRecord> all = records.toList();
            if (all.size() < 2) throw InvalidInput.at("file", "no_rows");
            List<String> header = all.getFirst().getFields().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            if (!header.containsAll(NEEDED)) throw InvalidInput.at("file", "seat_columns");
            all.stream().skip(1).forEach(line -> csv.line(line, header, taken, room));
        } catch (CsvParseException e) {
            throw InvalidInput.at("file", "broken_csv", String.valueOf(e.getMessage()));
        }
        return csv;
    }

    private void line(CsvRecord line, List<String> header, Set<String> taken, int room) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), line.getFieldCount()); i++) {
            cells.put(header.get(i), line.getField(i).strip());
        }
        String wrong = wrong(cells, taken, room);
        if (wrong == null) {
            seats++;
            sections.computeIfAbsent(cells.getOrDefault("section", ""), s -> new LinkedHashMap<>())
                    .computeIfAbsent(cells.getOrDefault("row", ""), r -> new ArrayList<>())
                    .add(new Read(
                            cells.getOrDefault("seat", ""),
                            number(cells, "x"),
                            number(cells, "y"),
                            is(cells, "accessible"),
                            is(cells, "blocked")));
        } else {
            refused.add(new Refused((int) line.getStartingLineNumber(), wrong, List.copyOf(line.getFields())));
        }
    }

    /** @return the code of what is wrong with it; null for nothing */
    private @Nullable String wrong(Map<String, String> cells, Set<String> taken, int room) {
        String section = cells.getOrDefault("section", "");
        String row = cells.getOrDefault("row", "");
        String seat = cells.getOrDefault("seat", "");
        if (section.isEmpty() || row.isEmpty() || seat.isEmpty()) return "seat_without_name";
        if (section.length() > 60 || row.length() > 12 || seat.length() > 12) return "seat_name_too_long";
        if (taken.contains(section)) return "section_twice";
        if (!sections.containsKey(section) && sections.size() + taken.size() >= PlanLimits.SECTIONS) {
            return "more_sections_than_fit";
        }
        if (cells.getOrDefault("x", "").isEmpty() != cells.getOrDefault("y", "").isEmpty()) return "seat_half_placed";
        if (!placed(cells, "x") || !placed(cells, "y")) return "seat_not_a_number";
        if (seats >= room) return "more_seats_than_fit";
        return names.add(List.of(section, row, seat)) ? null : "seat_label_twice";
    }

    private static boolean placed(Map<String, String> cells, String axis) {
        if (cells.getOrDefault(axis, "").isEmpty()) return true;
        Float number = number(cells, axis);
        return number != null && Math.abs(number) <= PlanLimits.FARTHEST;
    }

    private static @Nullable Float number(Map<String, String> cells, String axis) {
        try {
            String cell = cells.getOrDefault(axis, "").replace(',', '.');
            return cell.isEmpty() ? null : Float.valueOf(cell);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean is(Map<String, String> cells, String flag) {
        return YES.contains(cells.getOrDefault(flag, "").toLowerCase(Locale.ROOT));
    }

    List<Refused> refused() {
        return refused;
    }

    /** Seats that the file blocks. */
    List<UUID> blocked() {
        return List.copyOf(blocked);
    }

    int seats() {
        return seats;
    }

    /** @param below where sections without coordinates begin */
    List<Section> drawn(float[] below) {
        List<Section> drawn = new ArrayList<>();
        float top = below[1];
        for (var section : sections.entrySet()) {
            List<Row> rows = new ArrayList<>();
            for (var row : section.getValue().entrySet()) {
                rows.add(row(row.getKey(), rows.size() + 1, row.getValue(), below[0], top));
                top += SectionShape.ROW_SPACING;
            }
            drawn.add(new Section(Ids.next(), section.getKey(), List.of(), rows));
            top += 2 * SectionShape.ROW_SPACING;
        }
        return drawn;
    }

    private Row row(String label, int order, List<Read> lines, float middle, float y) {
        boolean placed = lines.stream().allMatch(line -> line.x() != null);
        List<Read> inOrder = placed
                ? lines.stream()
                        .sorted(Comparator.comparing(line -> line.x() == null ? 0 : line.x()))
                        .toList()
                : lines;
        double usual = placed ? usualDistance(inOrder) : 0;
        List<Seat> seats = new ArrayList<>();
        int place = 0;
        for (int i = 0; i < inOrder.size(); i++) {
            Read line = inOrder.get(i);
            place += placed && i > 0 && distance(inOrder.get(i - 1), line) > AISLE * usual ? 2 : 1;
            float x = placed && line.x() != null
                    ? line.x()
                    : middle + (i - (inOrder.size() - 1) / 2f) * SectionShape.SPACING;
            Seat seat = new Seat(
                    Ids.next(), line.seat(), place, x, placed && line.y() != null ? line.y() : y, line.accessible());
            if (line.blocked()) blocked.add(seat.id());
            seats.add(seat);
        }
        return new Row(label, order, seats);
    }

    /** The distance that half of the neighbours are within: more than that by far is an aisle. */
    private static double usualDistance(List<Read> row) {
        List<Double> distances = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) distances.add(distance(row.get(i - 1), row.get(i)));
        distances.sort(Comparator.naturalOrder());
        return distances.isEmpty() ? 0 : distances.get((distances.size() - 1) / 2);
    }

    private static double distance(Read one, Read other) {
        return one.x() == null || other.x() == null || one.y() == null || other.y() == null
                ? 0
                : Math.hypot(other.x() - one.x(), other.y() - one.y());
    }
}
