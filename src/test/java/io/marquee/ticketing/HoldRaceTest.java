package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketsRefused.PersonLimit;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class HoldRaceTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    Holds holds;

    @Autowired
    HoldExpiry expiry;

    @Autowired
    SalesSettlement settlement;

    @Autowired
    Stock stock;

    @Test
    void of_64_buyers_for_40_tickets_exactly_40_get_one() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 40);

        List<Object> outcomes = Rush.of(64, i -> () -> fixture.hold(event, type, 1));

        assertThat(Rush.only(outcomes, HoldView.class)).hasSize(40);
        assertThat(Rush.only(outcomes, SoldOut.class)).hasSize(24);
        assertThat(stock.of(type).held()).isEqualTo(40);
        assertThat(stock.of(type).left()).isZero();
    }

    @Test
    void carts_that_want_two_types_in_opposite_order_get_all_or_nothing_and_never_deadlock() throws Exception {
        EventView event = fixture.event();
        TicketTypeView first = fixture.type(event, 30);
        TicketTypeView second = fixture.type(event, 20);
        Wanted one = new Wanted(first.id(), 1);
        Wanted other = new Wanted(second.id(), 1);

        List<Object> outcomes =
                Rush.of(64, i -> () -> holds.take(event, i % 2 == 0 ? Basket.of(one, other) : Basket.of(other, one)));

        assertThat(Rush.only(outcomes, HoldView.class)).hasSize(20);
        assertThat(Rush.only(outcomes, SoldOut.class)).hasSize(44);
        assertThat(stock.of(first).held()).isEqualTo(20);
        assertThat(stock.of(second).held()).isEqualTo(20);
    }

    @Test
    void types_together_never_exceed_the_events_capacity() throws Exception {
        EventView event = fixture.eventFor(25);
        TicketTypeView first = fixture.type(event, 20);
        TicketTypeView second = fixture.type(event, 20);

        List<Object> outcomes = Rush.of(64, i -> () -> fixture.hold(event, i % 2 == 0 ? first : second, 1));

        assertThat(Rush.only(outcomes, HoldView.class)).hasSize(25);
        assertThat(stock.shared(event.id())).isEqualTo(25);
        assertThat(stock.of(first).held() + stock.of(second).held()).isEqualTo(25);
    }

    @Test
    void a_hold_ends_in_one_way_only_however_many_try() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 40);
        List<HoldView> held = Rush.only(Rush.of(40, i -> () -> fixture.hold(event, type, 1)), HoldView.class);
        held.subList(0, 20).forEach(stock::pass);

        List<Object> outcomes = Rush.of(160, i -> {
            HoldView hold = held.get(i / 4);
            return switch (i % 4) {
                case 0 -> () -> fixture.inside(event.organization(), () -> holds.release(hold.id()));
                case 1 -> () -> fixture.inside(event.organization(), () -> holds.consume(hold.id()) ? "sold" : "gone");
                case 2 -> () -> expiry.expireDue();
                default -> settlement::settleAll;
            };
        });
        settlement.settleAll();

        assertThat(Rush.only(outcomes, Throwable.class)).isEmpty();
        int sold = (int) outcomes.stream().filter("sold"::equals).count();
        List<HoldState> states = held.stream().map(stock::state).toList();
        assertThat(states).doesNotContain(HoldState.ACTIVE);
        assertThat(states).filteredOn(state -> state == HoldState.CONSUMED).hasSize(sold);
        assertThat(stock.of(type).sold()).isEqualTo(sold);
        assertThat(stock.of(type).held()).isZero();
    }

    @Test
    void whoever_wants_expired_stock_does_not_wait_for_the_job() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 10);
        Rush.only(Rush.of(10, i -> () -> fixture.hold(event, type, 1)), HoldView.class)
                .forEach(stock::pass);

        List<Object> outcomes = Rush.of(32, i -> () -> fixture.hold(event, type, 1));

        assertThat(Rush.only(outcomes, HoldView.class)).hasSize(10);
        assertThat(stock.of(type).held()).isEqualTo(10);
    }

    @Test
    void one_person_with_many_carts_never_has_more_than_the_limit() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, TicketFixture.perPerson(100, 3));
        List<HoldView> held = Rush.only(Rush.of(20, i -> () -> fixture.hold(event, type, 1)), HoldView.class);

        List<Object> outcomes =
                Rush.of(20, i -> () -> fixture.sell(held.get(i), i % 2 == 0 ? "ada@example.com" : "Ada@Example.COM"));

        assertThat(Rush.only(outcomes, List.class)).hasSize(3);
        assertThat(Rush.only(outcomes, PersonLimit.class)).hasSize(17);
        assertThat(stock.taken(type, "ada@example.com")).isEqualTo(3);
    }
}
