package io.marquee.seating;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.seating.SeatPlan.Row;
import io.marquee.seating.SeatPlan.Seat;
import io.marquee.seating.SeatPlan.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the best seats and the rule against single ones promise, in halls drawn by chance. */
class BestSeatsTest {

    /** A section of which some seats are taken. */
    private record Hall(Section section, Set<UUID> free, Random random) {
        static Hall of(long seed) {
            Random random = new Random(seed);
            List<Row> rows = new SectionShape(
                            1 + random.nextInt(8),
                            1 + random.nextInt(16),
                            Numbering.LETTERS,
                            Numbering.NUMBERS,
                            1,
                            random.nextBoolean() ? 0 : 40,
                            0,
                            0)
                    .drawn();
            List<Row> withAisles = new ArrayList<>();
            Set<UUID> free = new HashSet<>();
            double full = random.nextDouble();
            for (Row row : rows) {
                List<Seat> seats = row.seats().stream()
                        .filter(seat -> row.seats().size() == 1 || random.nextInt(12) > 0)
                        .toList();
                if (!seats.isEmpty()) withAisles.add(new Row(row.label(), row.order(), seats));
                seats.stream().filter(s -> random.nextDouble() > full).forEach(s -> free.add(s.id()));
            }
            if (withAisles.isEmpty()) withAisles.add(rows.getFirst());
            return new Hall(new Section(UUID.randomUUID(), "Stalls", List.of(), withAisles), free, random);
        }

        List<UUID> best(boolean noOrphans, int wanted, int rank) {
            return new BestSeats(noOrphans).choose(List.of(section), s -> free.contains(s.id()), wanted, rank);
        }

        boolean hasRunOf(int wanted) {
            return section.rows().stream()
                    .flatMap(row -> LoneSeats.runs(row, s -> free.contains(s.id())).stream())
                    .anyMatch(run -> run.size() >= wanted);
        }

        boolean leavesOneAlone(List<UUID> chosen) {
            return section.rows().stream()
                    .anyMatch(row -> LoneSeats.leftBy(row, s -> free.contains(s.id()), new HashSet<>(chosen))
                            .isPresent());
        }

        /** Whether they are next to one another in one row. */
        boolean together(List<UUID> chosen) {
            Map<UUID, int[]> where = new HashMap<>();
            section.rows()
                    .forEach(row -> row.seats().forEach(s -> where.put(s.id(), new int[] {row.order(), s.place()})));
            for (int i = 1; i < chosen.size(); i++) {
                int[] here = where.get(chosen.get(i));
                int[] before = where.get(chosen.get(i - 1));
                if (here[0] != before[0] || here[1] != before[1] + 1) return false;
            }
            return true;
        }
    }

    static Stream<Long> halls() {
        return Stream.iterate(1L, seed -> seed + 1).limit(400);
    }

    @ParameterizedTest
    @MethodSource("halls")
    void the_choice_is_free_complete_and_together_wherever_a_row_has_room(long seed) {
        Hall hall = Hall.of(seed);
        int wanted = 1 + hall.random().nextInt(8);
        List<UUID> chosen =
                hall.best(hall.random().nextBoolean(), wanted, hall.random().nextInt(20));

        if (hall.free().size() < wanted) {
            assertThat(chosen).isEmpty();
        } else {
            assertThat(chosen).hasSize(wanted).doesNotHaveDuplicates().isSubsetOf(hall.free());
            assertThat(hall.together(chosen)).isEqualTo(hall.hasRunOf(wanted) || wanted == 1);
        }
    }

    @ParameterizedTest
    @MethodSource("halls")
    void where_single_seats_are_forbidden_the_choice_never_leaves_one_and_never_gives_up(long seed) {
        Hall hall = Hall.of(seed);
        int wanted = 1 + hall.random().nextInt(8);
        List<UUID> chosen = hall.best(true, wanted, hall.random().nextInt(20));

        assertThat(hall.leavesOneAlone(chosen)).isFalse();
        assertThat(chosen.isEmpty()).isEqualTo(hall.free().size() < wanted);
    }

    @ParameterizedTest
    @MethodSource("halls")
    void a_choice_by_hand_leaves_one_alone_exactly_when_one_could_do_better(long seed) {
        Hall hall = Hall.of(seed);
        Row row = hall.section().rows().getFirst();
        List<List<Seat>> runs = LoneSeats.runs(row, s -> hall.free().contains(s.id()));
        if (runs.isEmpty()) return;
        List<Seat> run = runs.get(hall.random().nextInt(runs.size()));
        Set<UUID> chosen = new HashSet<>();
        run.stream().filter(s -> hall.random().nextBoolean()).forEach(s -> chosen.add(s.id()));

        boolean refused =
                LoneSeats.leftBy(row, s -> hall.free().contains(s.id()), chosen).isPresent();

        List<List<Seat>> left = LoneSeats.runs(row, s -> hall.free().contains(s.id()) && !chosen.contains(s.id()));
        long alone = left.stream()
                .filter(rest -> rest.size() == 1 && run.contains(rest.getFirst()))
                .count();
        boolean untouched = chosen.isEmpty();
        boolean unavoidable = run.size() - chosen.size() == 1;
        assertThat(refused).isEqualTo(alone > 0 && !untouched && !unavoidable);
    }

    @ParameterizedTest
    @MethodSource("halls")
    void accessible_seats_are_left_to_whoever_picks_them(long seed) {
        Hall hall = Hall.of(seed);
        Set<UUID> accessible = new HashSet<>();
        List<Row> rows = hall.section().rows().stream()
                .map(row -> new Row(
                        row.label(),
                        row.order(),
                        row.seats().stream()
                                .map(s -> {
                                    boolean marked = hall.random().nextInt(4) == 0;
                                    if (marked) accessible.add(s.id());
                                    return new Seat(s.id(), s.label(), s.place(), s.x(), s.y(), marked);
                                })
                                .toList()))
                .toList();
        Hall marked = new Hall(new Section(UUID.randomUUID(), "Stalls", List.of(), rows), hall.free(), hall.random());

        List<UUID> chosen = marked.best(false, 1, 0);

        boolean other = hall.free().stream().anyMatch(seat -> !accessible.contains(seat));
        assertThat(chosen).allMatch(seat -> !other || !accessible.contains(seat));
    }
}
