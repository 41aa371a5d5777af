package io.marquee.seating;

import io.marquee.seating.SeatPlan.Row;
import io.marquee.seating.SeatPlan.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The rule against single seats that nobody wants. A run is free seats next to one another. Whoever chooses some of a run must
 * leave no seat of it alone, unless all that is left of the run is that one seat: then there is no better choice.
 */
final class LoneSeats {
    private LoneSeats() {}

    /**
     * @param free before the choice
     * @return a seat that the choice leaves alone and need not
     */
    static Optional<Seat> leftBy(Row row, Predicate<Seat> free, Set<UUID> chosen) {
        return runs(row, free).stream()
                .map(run -> leftIn(run, chosen))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Free seats next to one another, as long as they go. */
    static List<List<Seat>> runs(Row row, Predicate<Seat> free) {
        List<List<Seat>> runs = new ArrayList<>();
        int last = Integer.MIN_VALUE;
        for (Seat seat : row.seats()) {
            if (free.test(seat)) {
                if (runs.isEmpty() || seat.place() != last + 1) runs.add(new ArrayList<>());
                runs.getLast().add(seat);
                last = seat.place();
            }
        }
        return runs;
    }

    private static Optional<Seat> leftIn(List<Seat> run, Set<UUID> chosen) {
        int left =
                (int) run.stream().filter(seat -> !chosen.contains(seat.id())).count();
        if (left == run.size() || left <= 1) return Optional.empty();
        for (int i = 0; i < run.size(); i++) {
            boolean alone = !chosen.contains(run.get(i).id())
                    && (i == 0 || chosen.contains(run.get(i - 1).id()))
                    && (i == run.size() - 1 || chosen.contains(run.get(i + 1).id()));
            if (alone) return Optional.of(run.get(i));
        }
        return Optional.empty();
    }
}
