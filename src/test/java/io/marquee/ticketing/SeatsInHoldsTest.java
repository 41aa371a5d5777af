package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import io.marquee.seating.SeatEdits;
import io.marquee.seating.SeatName;
import io.marquee.seating.SeatPlan;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketsRefused.SeatsGone;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class SeatsInHoldsTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    SeatFixture seating;

    @Autowired
    Holds holds;

    @Autowired
    Tickets tickets;

    @Autowired
    HoldExpiry expiry;

    @Autowired
    StockRecount recount;

    @Autowired
    Stock stock;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView type;
    SeatPlan plan;

    @BeforeEach
    void a_hall_of_three_rows_of_eight() {
        event = fixture.event();
        type = fixture.type(event, 24);
        plan = seating.plan(event, 3, 8, type);
    }

    @Test
    void the_best_seats_are_the_middle_of_the_front_row() {
        assertThat(names(fixture.hold(event, type, 2))).containsExactly("A4", "A5");
        assertThat(names(fixture.hold(event, type, 3))).containsExactly("B3", "B4", "B5");
    }

    @Test
    void picked_seats_are_on_the_hold_and_on_its_tickets() {
        HoldView hold = seating.pick(event, type, SeatFixture.seats(plan, "C7", "C8"));

        assertThat(names(hold)).containsExactly("C7", "C8");
        assertThat(acting.asPlatform(() -> holds.byId(hold.id())).seats()).isEqualTo(hold.seats());
        List<TicketView> sold = fixture.sell(hold, "ada@example.com");
        assertThat(sold).extracting(TicketView::seat).containsExactlyElementsOf(hold.seats());
        assertThat(drift()).isEmpty();
    }

    @Test
    void who_comes_late_is_told_which_seats_are_gone() {
        seating.pick(event, type, SeatFixture.seats(plan, "A1", "A2"));

        assertThatThrownBy(() -> seating.pick(event, type, SeatFixture.seats(plan, "A2", "A3")))
                .isInstanceOfSatisfying(
                        SeatsGone.class,
                        gone -> assertThat(gone.seats())
                                .extracting(SeatName::seat)
                                .containsExactly("2"));
        assertThat(names(seating.pick(event, type, SeatFixture.seats(plan, "A3"))))
                .containsExactly("A3");
    }

    @Test
    void released_and_expired_seats_are_free_again() {
        HoldView released = seating.pick(event, type, SeatFixture.seats(plan, "A1"));
        HoldView expired = seating.pick(event, type, SeatFixture.seats(plan, "A2"));
        stock.pass(expired);

        fixture.inside(event.organization(), () -> holds.release(released.id()));
        expiry.expireDue();

        assertThat(names(seating.pick(event, type, SeatFixture.seats(plan, "A1", "A2"))))
                .containsExactly("A1", "A2");
        assertThat(drift()).isEmpty();
    }

    @Test
    void a_late_payment_takes_the_same_seats_if_they_are_free() {
        HoldView hold = seating.pick(event, type, SeatFixture.seats(plan, "A1", "A2"));
        stock.pass(hold);
        expiry.expireDue();

        assertThat(consume(hold)).isTrue();

        fixture.inside(event.organization(), () -> fixture.issue(hold, "ada@example.com"));
        assertThatThrownBy(() -> seating.pick(event, type, SeatFixture.seats(plan, "A2")))
                .isInstanceOf(SeatsGone.class);
        assertThat(drift()).isEmpty();
    }

    @Test
    void a_late_payment_gets_nothing_once_somebody_else_sits_there() {
        HoldView hold = seating.pick(event, type, SeatFixture.seats(plan, "A1", "A2"));
        stock.pass(hold);
        expiry.expireDue();
        seating.pick(event, type, SeatFixture.seats(plan, "A2"));

        assertThat(consume(hold)).isFalse();

        assertThat(stock.state(hold)).isEqualTo(HoldState.EXPIRED);
        assertThat(drift()).isEmpty();
    }

    @Test
    void a_refund_frees_the_seat_and_a_cancellation_that_keeps_the_place_does_not() {
        List<TicketView> sold =
                fixture.sell(seating.pick(event, type, SeatFixture.seats(plan, "A1", "A2")), "ada@example.com");

        end(sold.get(0), TicketState.REFUNDED, true);
        end(sold.get(1), TicketState.CANCELLED, false);

        assertThat(names(seating.pick(event, type, SeatFixture.seats(plan, "A1"))))
                .containsExactly("A1");
        assertThatThrownBy(() -> seating.pick(event, type, SeatFixture.seats(plan, "A2")))
                .isInstanceOf(SeatsGone.class);
        assertThat(drift()).isEmpty();
    }

    @Test
    void blocked_seats_are_nobodys() {
        seating.apply(event, SeatEdits.Action.BLOCK, SeatFixture.seats(plan, "A4", "A5"));

        assertThatThrownBy(() -> seating.pick(event, type, SeatFixture.seats(plan, "A4")))
                .isInstanceOf(SeatsGone.class);
        assertThat(names(fixture.hold(event, type, 2))).containsExactly("B4", "B5");
    }

    @Test
    void who_buys_for_adults_and_children_sits_together() {
        TicketTypeView child = fixture.type(event, 10);
        seating.section(event, "Balcony", 2, 6, type, child);

        HoldView hold = holds.take(event, Basket.of(new Wanted(type.id(), 2), new Wanted(child.id(), 2)));

        assertThat(hold.seats()).extracting(SeatName::section).containsOnly("Balcony");
        assertThat(names(hold)).containsExactly("A1", "A2", "A3", "A4");
        assertThat(fixture.sell(hold, "ada@example.com"))
                .extracting(ticket -> ticket.ticketType().equals(child.id()))
                .containsExactly(false, false, true, true);
    }

    @Test
    void quotas_count_seats_too() {
        TicketTypeView few = fixture.type(event, 1);
        seating.section(event, "Box", 1, 4, few);

        assertThatThrownBy(() -> fixture.hold(event, few, 2))
                .isInstanceOfSatisfying(
                        SoldOut.class, so -> assertThat(so.facts()).containsEntry("left", 1));
    }

    @Test
    void when_seats_are_fewer_than_tickets_the_buyer_is_told_how_many_are_left() {
        TicketTypeView many = fixture.type(event, 100);
        seating.section(event, "Box", 1, 3, many);

        assertThatThrownBy(() -> fixture.hold(event, many, 4))
                .isInstanceOfSatisfying(
                        SoldOut.class, so -> assertThat(so.facts()).containsEntry("left", 3));
    }

    @Test
    void where_the_organizer_wishes_no_choice_leaves_a_seat_alone() {
        seating.withoutLoneSeats(event);

        assertThatThrownBy(() -> seating.pick(event, type, SeatFixture.seats(plan, "A2", "A3")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("invalid_input");
        assertThat(names(seating.pick(event, type, SeatFixture.seats(plan, "A1", "A2", "A3"))))
                .hasSize(3);
    }

    @Test
    void what_does_not_fit_is_told_at_the_seats() {
        TicketTypeView standing = fixture.type(event, 10);
        UUID seat = SeatFixture.seat(plan, "A1");

        assertThatThrownBy(() -> seating.pick(event, standing, seat)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> seating.pick(event, type, seat, seat)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> seating.pick(event, type, UUID.randomUUID())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> holds.take(event, Basket.of(new Wanted(type.id(), 2, null, List.of(seat)))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void planted_drift_is_found_and_mended() {
        HoldView kept = seating.pick(event, type, SeatFixture.seats(plan, "A1", "A2"));
        HoldView gone = seating.pick(event, type, SeatFixture.seats(plan, "A3"));
        stock.change(
                event.organization(), "delete from seating.occupants where seat_id = ?", SeatFixture.seat(plan, "A1"));
        stock.change(
                event.organization(),
                "update seating.occupants set hold_id = uuidv7() where hold_id = ?",
                gone.id().value());

        assertThat(drift())
                .extracting(Drift::kind, Drift::expected, Drift::counted)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Drift.Kind.SEAT, 1L, 0L),
                        org.assertj.core.groups.Tuple.tuple(Drift.Kind.SEAT, 1L, 0L),
                        org.assertj.core.groups.Tuple.tuple(Drift.Kind.SEAT, 0L, 1L));
        acting.asPlatform(() -> recount.mend());

        assertThat(drift()).isEmpty();
        assertThat(consume(kept)).isTrue();
    }

    private boolean consume(HoldView hold) {
        return fixture.inside(event.organization(), () -> holds.consume(hold.id()));
    }

    private void end(TicketView ticket, TicketState to, boolean returnStock) {
        fixture.inside(event.organization(), () -> {
            tickets.end(List.of(ticket.id()), to, returnStock, "ill");
            return "";
        });
    }

    private static List<String> names(HoldView hold) {
        return hold.seats().stream().map(seat -> seat.row() + seat.seat()).toList();
    }

    private List<Drift> drift() {
        return acting.asPlatform(() -> recount.compare()).stream()
                .filter(drift -> drift.event().equals(event.id()))
                .toList();
    }
}
