package io.marquee.seating;

import io.marquee.seating.SeatPlan.Row;
import io.marquee.seating.SeatPlan.Seat;
import io.marquee.seating.SeatPlan.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Finds the best seats for so many who want to sit together: next to one another in one row, as near as can be to the middle of
 * their section's front row, leaving no single seat. Where no row has room for all, the largest groups that there is room for,
 * near one another. Accessible seats come last: who needs them picks them.
 */
final class BestSeats {
    /** A row further back weighs as much as this many seats further from the middle. */
    private static final double ROW = 1.5;

    /** Rather ten rows further back than a single seat left, where the rule does not forbid it anyway. */
    private static final double LEAVES_ONE_ALONE = 15 * 15;

    private static final double ACCESSIBLE = 1e6;

    private static final Comparator<Group> BY_COST = Comparator.comparingDouble(Group::cost);

    private final boolean noOrphans;

    BestSeats(boolean noOrphans) {
        this.noOrphans = noOrphans;
    }

    /** Seats next to one another: so many of a run, from there on. The lower the cost, the better. */
    private record Group(List<Seat> run, int from, int size, double cost) {
        List<Seat> seats() {
            return run.subList(from, from + size);
        }

        double distanceTo(Group other) {
            Seat here = run.get(from + size / 2);
            Seat there = other.run.get(other.from + other.size / 2);
            return Math.hypot(here.x() - there.x(), here.y() - there.y()) + (cost >= ACCESSIBLE ? ACCESSIBLE : 0);
        }
    }

    /**
     * @param rank 0 for the best choice, more for the next best ones: many who come at once don't all want the same seats
     * @return as many as wanted, or none
     */
    List<UUID> choose(List<Section> sections, Predicate<Seat> free, int wanted, int rank) {
        List<Group> together = groups(sections, free, wanted);
        if (together.isEmpty()) return apart(sections, free, wanted);
        if (rank == 0) return ids(Collections.min(together, BY_COST).seats());
        together.sort(BY_COST);
        return ids(together.get(Math.min(rank, together.size() - 1)).seats());
    }

    /** The largest group that there is room for, then the next one near it, and so on. */
    private List<UUID> apart(List<Section> sections, Predicate<Seat> free, int wanted) {
        List<UUID> chosen = new ArrayList<>();
        Group first = null;
        while (chosen.size() < wanted) {
            Set<UUID> had = new HashSet<>(chosen);
            Predicate<Seat> open = seat -> free.test(seat) && !had.contains(seat.id());
            List<Group> next = List.of();
            for (int size = wanted - chosen.size(); size > 0 && next.isEmpty(); size--) {
                next = groups(sections, open, size);
            }
            if (next.isEmpty()) return List.of();
            Group near = Collections.min(next, first == null ? BY_COST : near(first));
            if (first == null) first = near;
            chosen.addAll(ids(near.seats()));
        }
        return chosen;
    }

    private static Comparator<Group> near(Group first) {
        return Comparator.comparingDouble(group -> group.distanceTo(first));
    }

    /** Every group of that size, the front first. */
    private List<Group> groups(List<Section> sections, Predicate<Seat> free, int size) {
        List<Group> groups = new ArrayList<>();
        for (Section section : sections) {
            double middle = middle(section);
            double spacing = spacing(section);
            for (int depth = 0; depth < section.rows().size(); depth++) {
                for (List<Seat> run : LoneSeats.runs(section.rows().get(depth), free)) {
                    for (int from = 0; from + size <= run.size(); from++) {
                        boolean alone = leavesOneAlone(run.size(), from, size);
                        if (noOrphans && alone) continue;
                        double cost = Math.pow(ROW * depth, 2) + (alone ? LEAVES_ONE_ALONE : 0);
                        groups.add(new Group(run, from, size, cost + aside(run, from, size, middle, spacing)));
                    }
                }
            }
        }
        return groups;
    }

    /** The same rule as that of {@link LoneSeats}, for a choice without gaps. */
    private static boolean leavesOneAlone(int run, int from, int size) {
        return run - size > 1 && (from == 1 || run - size - from == 1);
    }

    /** How far from the middle, and how many that others need more. */
    private static double aside(List<Seat> run, int from, int size, double middle, double spacing) {
        double x = 0;
        int accessible = 0;
        for (int i = from; i < from + size; i++) {
            x += run.get(i).x();
            if (run.get(i).accessible()) accessible++;
        }
        return Math.pow((x / size - middle) / spacing, 2) + ACCESSIBLE * accessible;
    }

    private static double middle(Section section) {
        var xs = section.rows().stream()
                .flatMap(row -> row.seats().stream())
                .mapToDouble(Seat::x)
                .summaryStatistics();
        return (xs.getMin() + xs.getMax()) / 2;
    }

    /** From seat to seat in the longest row. */
    private static double spacing(Section section) {
        Row longest = section.rows().stream()
                .max(Comparator.comparingInt(row -> row.seats().size()))
                .orElseThrow();
        int steps =
                longest.seats().getLast().place() - longest.seats().getFirst().place();
        double wide = Math.abs(
                longest.seats().getLast().x() - longest.seats().getFirst().x());
        return steps == 0 || wide == 0 ? 1 : wide / steps;
    }

    private static List<UUID> ids(List<Seat> seats) {
        return seats.stream().map(Seat::id).toList();
    }
}
