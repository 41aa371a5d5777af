package io.marquee.integration;

import io.marquee.event.EventDetails;
import io.marquee.integration.ImportView.Rejection;
import io.marquee.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a file as distinct events, in the order in which they come; always the same for the same file.
 *
 * @param rejected rows that could not be read
 */
record Groups(List<Group> groups, List<Rejection> rejected) {

    /** One event and the rows that stand for it. */
    record Group(String key, EventDetails details, List<Integer> lines) {
        Group with(RowReader.Reading reading) {
            List<Integer> all = new ArrayList<>(lines);
            all.add(reading.line());
            return new Group(key, RowReader.merged(details, reading.details()), List.copyOf(all));
        }
    }

    static Groups of(ImportFile file, RowReader reader) {
        Map<String, Group> groups = new LinkedHashMap<>();
        List<Rejection> rejected = new ArrayList<>();
        for (ImportFile.Row row : file.rows()) {
            try {
                RowReader.Reading reading = reader.read(row);
                Group known = groups.get(reading.key());
                groups.put(
                        reading.key(),
                        known == null
                                ? new Group(reading.key(), reading.details(), List.of(reading.line()))
                                : known.with(reading));
            } catch (InvalidInput invalid) {
                rejected.add(rejection(row.line(), invalid.problems()));
            }
        }
        return new Groups(List.copyOf(groups.values()), rejected);
    }

    /** The first broken rule tells enough. */
    static Rejection rejection(int line, List<InvalidInput.Problem> problems) {
        InvalidInput.Problem first = problems.getFirst();
        return new Rejection(
                line,
                first.field(),
                first.code(),
                first.arguments().stream().map(String::valueOf).toList());
    }
}
