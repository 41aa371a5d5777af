package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class LatePaymentTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    Holds holds;

    @Autowired
    HoldExpiry expiry;

    @Autowired
    Stock stock;

    @Autowired
    Events events;

    @Autowired
    Acting acting;

    @Test
    void a_late_payment_gets_its_tickets_if_any_are_left() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 2);
        HoldView late = expired(event, type, 2);

        assertThat(fixture.inside(event.organization(), () -> holds.consume(late.id())))
                .isTrue();
        assertThat(stock.of(type).sold()).isEqualTo(2);
        assertThat(stock.state(late)).isEqualTo(HoldState.CONSUMED);
    }

    @Test
    void a_late_payment_gets_nothing_and_changes_nothing_where_the_stock_is_gone() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 2);
        HoldView late = expired(event, type, 2);
        fixture.hold(event, type, 1);

        assertThat(fixture.inside(event.organization(), () -> holds.consume(late.id())))
                .isFalse();
        assertThat(stock.state(late)).isEqualTo(HoldState.EXPIRED);
        assertThat(stock.of(type).held()).isEqualTo(1);
    }

    @Test
    void a_late_payment_does_not_go_beyond_what_one_person_may_have() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, TicketFixture.perPerson(10, 2));
        HoldView first = fixture.hold(event, type, 2);
        fixture.inside(event.organization(), () -> {
            holds.claimFor(first.id(), "ada@example.com");
            return first;
        });
        stock.pass(first);
        expiry.expireDue();
        fixture.sell(fixture.hold(event, type, 1), "ada@example.com");

        assertThat(fixture.inside(event.organization(), () -> holds.consume(first.id())))
                .isFalse();
        assertThat(stock.taken(type, "ada@example.com")).isEqualTo(1);
        assertThat(stock.of(type).left()).isEqualTo(9);
    }

    @Test
    void a_late_payment_gets_nothing_once_the_event_was_withdrawn_or_cancelled() {
        EventView withdrawn = fixture.event();
        EventView cancelled = fixture.event();
        HoldView one = expired(withdrawn, fixture.type(withdrawn, 2), 2);
        HoldView other = expired(cancelled, fixture.type(cancelled, 2), 2);
        acting.as(EventFixture.owner(withdrawn.organization()), () -> events.unpublish(withdrawn.id()));
        acting.as(EventFixture.owner(cancelled.organization()), () -> events.cancel(cancelled.id(), "storm"));

        assertThat(fixture.inside(withdrawn.organization(), () -> holds.consume(one.id())))
                .isFalse();
        assertThat(fixture.inside(cancelled.organization(), () -> holds.consume(other.id())))
                .isFalse();
        assertThat(stock.state(one)).isEqualTo(HoldState.EXPIRED);
    }

    private HoldView expired(EventView event, TicketTypeView type, int quantity) {
        HoldView hold = fixture.hold(event, type, quantity);
        stock.pass(hold);
        expiry.expireDue();
        return hold;
    }
}
