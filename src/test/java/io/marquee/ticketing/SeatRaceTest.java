package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.seating.SeatEdits;
import io.marquee.seating.SeatName;
import io.marquee.seating.SeatPlan;
import io.marquee.seating.SeatingRefused;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketsRefused.SeatsGone;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class SeatRaceTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    SeatFixture seating;

    @Autowired
    HoldExpiry expiry;

    @Autowired
    Stock stock;

    @Autowired
    StockRecount recount;

    @Autowired
    io.marquee.platform.tenancy.Acting acting;

    @Test
    void of_64_buyers_who_pick_the_same_two_seats_one_gets_them() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 100);
        UUID[] wanted = SeatFixture.seats(seating.plan(event, 5, 10, type), "A1", "A2");

        List<Object> outcomes = Rush.of(64, i -> () -> seating.pick(event, type, wanted));

        assertThat(Rush.only(outcomes, HoldView.class)).hasSize(1);
        assertThat(Rush.only(outcomes, SeatsGone.class)).hasSize(63);
        assertThat(stock.of(type).held()).isEqualTo(2);
        assertThat(drift(event)).isEmpty();
    }

    @Test
    void who_picks_overlapping_seats_in_opposite_order_gets_all_or_nothing_and_never_deadlocks() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 100);
        SeatPlan plan = seating.plan(event, 1, 64, type);

        List<Object> outcomes = Rush.of(
                63,
                i -> () -> i % 2 == 0
                        ? seating.pick(event, type, SeatFixture.seats(plan, "A" + (i + 1), "A" + (i + 2)))
                        : seating.pick(event, type, SeatFixture.seats(plan, "A" + (i + 2), "A" + (i + 1))));

        List<HoldView> held = Rush.only(outcomes, HoldView.class);
        assertThat(held.size() + Rush.only(outcomes, SeatsGone.class).size()).isEqualTo(63);
        assertThat(held.stream().flatMap(hold -> hold.seats().stream()).map(SeatName::id))
                .doesNotHaveDuplicates()
                .hasSize(held.size() * 2);
        assertThat(stock.of(type).held()).isEqualTo(held.size() * 2);
    }

    @Test
    void sixty_four_who_want_the_best_seat_get_64_different_ones_until_none_is_left() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 100);
        seating.plan(event, 5, 10, type);

        List<Object> outcomes = Rush.of(64, i -> () -> fixture.hold(event, type, 1));

        List<HoldView> held = Rush.only(outcomes, HoldView.class);
        assertThat(held).hasSize(50);
        assertThat(Rush.only(outcomes, SoldOut.class)).hasSize(14);
        assertThat(held.stream().flatMap(hold -> hold.seats().stream()).map(SeatName::id))
                .doesNotHaveDuplicates()
                .hasSize(50);
        assertThat(drift(event)).isEmpty();
    }

    @Test
    void expired_seats_go_to_whoever_wants_them_before_the_job_comes_by() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 10);
        UUID[] wanted = SeatFixture.seats(seating.plan(event, 1, 10, type), "A5", "A6");
        stock.pass(seating.pick(event, type, wanted));

        List<Object> outcomes = Rush.of(16, i -> () -> seating.pick(event, type, wanted));

        assertThat(Rush.only(outcomes, HoldView.class)).hasSize(1);
        assertThat(stock.of(type).held()).isEqualTo(2);
        assertThat(drift(event)).isEmpty();
    }

    @Test
    void a_seat_is_blocked_or_sold_but_never_both() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 20);
        SeatPlan plan = seating.plan(event, 1, 16, type);

        List<Object> outcomes = Rush.of(32, i -> () -> {
            UUID seat = SeatFixture.seat(plan, "A" + (i / 2 + 1));
            return i % 2 == 0 ? seating.pick(event, type, seat) : seating.apply(event, SeatEdits.Action.BLOCK, seat);
        });

        int sold = Rush.only(outcomes, HoldView.class).size();
        int blocked = Rush.only(outcomes, SeatPlan.class).size();
        assertThat(sold + blocked).isEqualTo(16);
        assertThat(Rush.only(outcomes, SeatsGone.class)).hasSize(blocked);
        assertThat(Rush.only(outcomes, SeatingRefused.SeatsSold.class)).hasSize(sold);
    }

    private List<Drift> drift(EventView event) {
        return acting.asPlatform(() -> recount.compare()).stream()
                .filter(drift -> drift.event().equals(event.id()))
                .toList();
    }
}
