package io.marquee.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.seating.SeatPlan.Seat;
import io.marquee.seating.SeatingRefused.PlanExists;
import io.marquee.seating.SeatingRefused.SeatsSold;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class SeatEditsTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    SeatFixture seating;

    @Autowired
    SeatMaps maps;

    @Autowired
    SeatSections sections;

    @Autowired
    SeatEdits edits;

    @Autowired
    SeatImports imports;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView type;
    SeatPlan plan;
    UUID stalls;

    @BeforeEach
    void a_hall_with_one_seat_sold() {
        event = tickets.event();
        type = tickets.type(event, 100);
        plan = seating.plan(event, 3, 6, type);
        stalls = plan.sections().getFirst().id();
        tickets.sell(seating.pick(event, type, SeatFixture.seat(plan, "A3")), "ada@example.com");
    }

    @Test
    void what_is_sold_stays_as_it_was_sold() {
        UUID sold = SeatFixture.seat(plan, "A3");

        assertSold(() -> edits.rename(event, sold, "99"));
        assertSold(() -> edits.renameRow(event, stalls, 1, "Z"));
        assertSold(() -> edits.apply(event, SeatEdits.Action.DELETE, List.of(sold, SeatFixture.seat(plan, "A4"))));
        assertSold(() -> edits.apply(event, SeatEdits.Action.BLOCK, List.of(sold)));
        assertSold(() -> sections.delete(event, stalls));
        assertSold(() -> sections.edit(event, stalls, "Parquet", List.of(), 0));
        assertSold(() -> {
            maps.delete(event);
            return "";
        });
        assertThat(as(() -> maps.editable(event)).size()).isEqualTo(18);
    }

    @Test
    void the_rest_can_be_changed() {
        as(() -> edits.rename(event, SeatFixture.seat(plan, "B1"), "1a"));
        as(() -> edits.renameRow(event, stalls, 3, "Z"));
        as(() -> edits.apply(event, SeatEdits.Action.DELETE, List.of(SeatFixture.seat(plan, "B2"))));
        as(() -> edits.move(event, List.of(SeatFixture.seat(plan, "B3")), 5, -5));
        as(() -> edits.apply(event, SeatEdits.Action.MARK_ACCESSIBLE, List.of(SeatFixture.seat(plan, "B6"))));
        SeatPlan changed = as(() -> sections.addRow(event, stalls, "D"));

        assertThat(changed.size()).isEqualTo(17 + 6);
        assertThat(changed.version()).isGreaterThan(plan.version());
        assertThat(changed.bySeat().get(SeatFixture.seat(changed, "B1a")).seat().place())
                .isEqualTo(1);
        assertThat(changed.bySeat().get(SeatFixture.seat(changed, "Z1")).row().order())
                .isEqualTo(3);
        assertThat(changed.bySeat().get(SeatFixture.seat(changed, "B6")).seat().accessible())
                .isTrue();
    }

    @Test
    void a_section_is_sold_only_as_a_type_of_its_event() {
        TicketTypeView elsewhere = tickets.type(tickets.event(), 10);

        assertThatThrownBy(() -> as(() -> sections.edit(
                        event, stalls, "Stalls", List.of(elsewhere.id().value()), 0)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_kept_plan_is_copied_with_its_blocked_seats_for_the_next_event() {
        as(() -> edits.apply(event, SeatEdits.Action.BLOCK, List.of(SeatFixture.seat(plan, "C1"))));
        SeatPlan kept = as(() -> maps.keep(event, "Great hall"));
        EventView next = tickets.eventOf(event.organization());

        SeatPlan copy = as(() -> maps.copy(next, kept.id()));

        assertThat(copy.size()).isEqualTo(18);
        assertThat(as(() -> maps.taken(copy)).blocked()).containsExactly(SeatFixture.seat(copy, "C1"));
        assertThat(as(() -> maps.taken(copy)).sold()).isEmpty();
        assertThatThrownBy(() -> as(() -> maps.copy(next, kept.id()))).isInstanceOf(PlanExists.class);
        assertThatThrownBy(() -> as(() -> maps.copy(next, UUID.randomUUID()))).isInstanceOf(Refusal.class);
    }

    @Test
    void numbering_and_curves_are_as_the_organizer_says() {
        assertThat(Numbering.CLEAR_LETTERS.names(10, 7))
                .containsExactly("G", "H", "J", "K", "L", "M", "N", "P", "Q", "R");
        assertThat(Numbering.LETTERS.names(3, 26)).containsExactly("Z", "AA", "AB");
        assertThat(Numbering.ODD_EVEN.names(6, 1)).containsExactly("5", "3", "1", "2", "4", "6");
        assertThat(Numbering.NUMBERS_FROM_RIGHT.names(3, 1)).containsExactly("3", "2", "1");
        List<Seat> curved = new SectionShape(1, 21, Numbering.LETTERS, Numbering.NUMBERS, 1, 60, 0, 0)
                .drawn()
                .getFirst()
                .seats();
        assertThat(curved.getFirst().y()).isLessThan(curved.get(10).y());
        assertThat(curved.getFirst().y()).isCloseTo(curved.getLast().y(), org.assertj.core.data.Offset.offset(0.01f));
    }

    @Test
    void a_table_without_coordinates_is_laid_out_in_its_order() {
        SeatImports.Result result =
                imported("section;row;seat;accessible;blocked\nBalcony;1;1;yes;\nBalcony;1;2;;x\nBalcony;2;1;;\n");

        assertThat(result.imported()).isEqualTo(3);
        assertThat(result.refused()).isEmpty();
        SeatPlan.Section balcony = result.plan().sections().getLast();
        assertThat(balcony.rows()).extracting(SeatPlan.Row::label).containsExactly("1", "2");
        assertThat(balcony.rows().getFirst().seats().getFirst().accessible()).isTrue();
        assertThat(as(() -> maps.taken(result.plan())).blocked()).hasSize(1);
    }

    @Test
    void a_wide_gap_between_coordinates_is_an_aisle() {
        SeatImports.Result result =
                imported("section,row,seat,x,y\nBox,A,1,0,0\nBox,A,2,20,0\nBox,A,3,70,0\nBox,A,4,90,0\n");

        assertThat(result.plan().sections().getLast().rows().getFirst().seats())
                .extracting(Seat::place)
                .containsExactly(1, 2, 4, 5);
    }

    @Test
    void each_line_that_is_wrong_is_refused_with_its_reason_and_the_others_are_taken() {
        SeatImports.Result result = imported("""
                section,row,seat,x,y
                Box,A,1,,
                Box,A,1,,
                Stalls,A,1,,
                Box,A,2,7,
                Box,A,3,left,0
                Box,,4,,
                Box,A,1234567890123,,
                """);

        assertThat(result.imported()).isEqualTo(1);
        assertThat(result.refused())
                .extracting(SeatImports.Refused::line, SeatImports.Refused::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, "seat_label_twice"),
                        org.assertj.core.groups.Tuple.tuple(4, "section_twice"),
                        org.assertj.core.groups.Tuple.tuple(5, "seat_half_placed"),
                        org.assertj.core.groups.Tuple.tuple(6, "seat_not_a_number"),
                        org.assertj.core.groups.Tuple.tuple(7, "seat_without_name"),
                        org.assertj.core.groups.Tuple.tuple(8, "seat_name_too_long"));
    }

    @Test
    void what_is_no_table_of_seats_is_refused_as_a_whole() {
        assertThatThrownBy(() -> imported("name,price\nx,1\n")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> imported("")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> as(() -> imports.add(event, new byte[] {(byte) 0xff, 0, 1})))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void only_who_may_edit_the_event_may_change_its_plan() {
        assertThatThrownBy(() -> acting.as(EventFixture.stranger(), () -> maps.editable(event)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> acting.as(EventFixture.stranger(), () -> sections.delete(event, stalls)))
                .isInstanceOf(Refusal.class);
    }

    private SeatImports.Result imported(String csv) {
        return as(() -> imports.add(event, csv.getBytes(StandardCharsets.UTF_8)));
    }

    private void assertSold(Supplier<Object> change) {
        assertThatThrownBy(() -> as(change)).isInstanceOf(SeatsSold.class);
    }

    private <T> T as(Supplier<T> work) {
        return acting.as(EventFixture.owner(event.organization()), work);
    }
}
