package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.audit.History;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketsRefused.HoldGone;
import io.marquee.ticketing.TicketsRefused.NotOnSale;
import io.marquee.ticketing.TicketsRefused.RegistrationClosed;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class HoldsTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2031-01-01T00:00:00Z");

    @Autowired
    TicketFixture fixture;

    @Autowired
    Holds holds;

    @Autowired
    Events events;

    @Autowired
    OrderFixture orders;

    @Autowired
    Ordering ordering;

    @Autowired
    History history;

    @Autowired
    Stock stock;

    @Autowired
    Acting acting;

    @Test
    void a_hold_keeps_the_price_and_name_of_its_moment() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 5);
        HoldView hold = fixture.hold(event, type, 2);

        fixture.edit(
                type,
                details ->
                        new TicketTypeDetails("Standing", "", Money.of(9900, "EUR"), 5, 10, null, null, null, false));

        HoldView after = fixture.inside(event.organization(), () -> holds.byId(hold.id()));
        assertThat(after.total()).isEqualTo(Money.of(4800, "EUR"));
        assertThat(after.items()).extracting(HoldView.Line::name).containsExactly("General admission");
    }

    @Test
    void a_cart_gets_all_of_it_or_nothing() {
        EventView event = fixture.event();
        TicketTypeView plenty = fixture.type(event, 10);
        TicketTypeView few = fixture.type(event, 1);

        assertThatExceptionOfType(SoldOut.class)
                .isThrownBy(() -> holds.take(event, Basket.of(new Wanted(plenty.id(), 3), new Wanted(few.id(), 2))))
                .satisfies(refused -> assertThat(refused.facts()).containsEntry("left", 1))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("only_some_left"));
        assertThat(stock.of(plenty).held()).isZero();
        assertThat(stock.of(few).held()).isZero();
    }

    @Test
    void what_is_not_on_sale_is_refused_with_the_reason() {
        EventView event = fixture.event();
        TicketTypeView early = fixture.type(event, window(FAR_OFF, null));
        TicketTypeView late = fixture.type(event, window(LONG_AGO, LONG_AGO.plusSeconds(60)));

        assertThatThrownBy(() -> fixture.hold(event, early, 1))
                .isInstanceOf(NotOnSale.class)
                .hasMessageContaining("sale_not_yet");
        assertThatThrownBy(() -> fixture.hold(event, late, 1))
                .isInstanceOf(NotOnSale.class)
                .hasMessageContaining("sale_over");
        TicketTypeView open = fixture.type(event, 5);
        EventView draft = acting.as(EventFixture.owner(event.organization()), () -> events.unpublish(event.id()));
        assertThatThrownBy(() -> fixture.hold(draft, open, 1)).isInstanceOf(RegistrationClosed.class);
    }

    @Test
    void a_hidden_type_needs_its_key() {
        EventView event = fixture.event();
        TicketTypeView hidden = fixture.type(
                event, new TicketTypeDetails("Friends", "", TicketFixture.PRICE, 5, 5, null, null, null, true));
        List<Wanted> one = List.of(new Wanted(hidden.id(), 1));

        assertThatThrownBy(() -> holds.take(event, new Basket(one, null, null))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> holds.take(event, new Basket(one, "guessed", null)))
                .isInstanceOf(InvalidInput.class);
        assertThat(holds.take(event, new Basket(one, hidden.unlockKey(), null)).state())
                .isEqualTo(HoldState.ACTIVE);
    }

    @Test
    void a_bad_cart_is_refused_at_its_field() {
        EventView event = fixture.event();
        TicketTypeView euros = fixture.type(event, 50);
        TicketTypeView yen = fixture.type(
                event, new TicketTypeDetails("Yen", "", Money.of(900, "JPY"), 5, 5, null, null, null, false));
        TicketTypeView other = fixture.type(fixture.event(), 5);

        assertThat(problem(event)).isEqualTo("empty_cart");
        assertThat(problem(event, new Wanted(euros.id(), 0))).isEqualTo("range");
        assertThat(problem(event, new Wanted(euros.id(), 11))).isEqualTo("too_many_per_order");
        assertThat(problem(event, new Wanted(euros.id(), 6), new Wanted(euros.id(), 6)))
                .isEqualTo("too_many_per_order");
        assertThat(problem(event, new Wanted(other.id(), 1))).isEqualTo("unknown_ticket_type");
        assertThat(problem(event, new Wanted(euros.id(), 1), new Wanted(yen.id(), 1)))
                .isEqualTo("mixed_currencies");
        assertThat(stock.of(euros).held()).isZero();
    }

    @Test
    void a_hold_is_seen_by_its_bearer_and_the_team_alone() {
        EventView event = fixture.event();
        HoldView hold = fixture.hold(event, fixture.type(event, 5), 1);

        assertThat(acting.as(new Actor.Capability(hold.id().value()), () -> holds.byId(hold.id())))
                .isNotNull();
        assertThat(acting.as(EventFixture.owner(event.organization()), () -> holds.byId(hold.id())))
                .isNotNull();
        assertThatThrownBy(() -> acting.as(EventFixture.stranger(), () -> holds.release(hold.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> holds.byId(hold.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void giving_back_twice_returns_the_stock_once() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 5);
        HoldView hold = fixture.hold(event, type, 3);
        Actor bearer = new Actor.Capability(hold.id().value());

        acting.as(bearer, () -> holds.release(hold.id()));
        acting.as(bearer, () -> holds.release(hold.id()));

        assertThat(stock.of(type).left()).isEqualTo(5);
        assertThat(fixture.inside(
                        event.organization(), () -> history.of(hold.id().value())))
                .extracting(History.Entry::from, History.Entry::to, History.Entry::actorKind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("active", "released", "capability"));
    }

    @Test
    void what_an_order_was_made_of_is_not_given_back_behind_its_back() {
        EventView event = fixture.event();
        HoldView hold = fixture.hold(event, fixture.type(event, 5), 1);
        fixture.inside(event.organization(), () -> {
            holds.claimFor(hold.id(), "ada@example.com");
            return hold;
        });

        assertThatThrownBy(() -> acting.as(new Actor.Capability(hold.id().value()), () -> holds.release(hold.id())))
                .isInstanceOf(TicketsRefused.HoldOrdered.class);
    }

    @Test
    void a_hold_whose_time_is_up_makes_no_order() {
        EventView event = fixture.event();
        HoldView hold = fixture.hold(event, fixture.type(event, 2), 1);
        stock.pass(hold);

        assertThatThrownBy(() -> fixture.sell(hold, "ada@example.com")).isInstanceOf(HoldGone.class);
    }

    @Test
    void a_cancelled_event_holds_nothing() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 5);
        HoldView hold = fixture.hold(event, type, 2);

        acting.as(EventFixture.owner(event.organization()), () -> events.cancel(event.id(), "Storm"));

        assertThat(stock.state(hold)).isEqualTo(HoldState.RELEASED);
        assertThat(stock.of(type).held()).isZero();
    }

    @Test
    void an_event_is_deleted_only_once_nothing_of_it_is_held() {
        EventView event = fixture.event();
        HoldView hold = fixture.hold(event, fixture.type(event, 5), 2);
        var owner = EventFixture.owner(event.organization());

        assertThatThrownBy(() -> acting.as(owner, () -> events.delete(event.id())))
                .isInstanceOf(Refusal.class);
        fixture.inside(event.organization(), () -> holds.release(hold.id()));
        acting.as(owner, () -> events.delete(event.id()));

        assertThatThrownBy(() -> acting.as(owner, () -> holds.byId(hold.id()))).isInstanceOf(NotFound.class);
    }

    @Test
    void an_event_with_an_order_that_was_given_up_is_refused_and_not_broken() {
        EventView event = fixture.event();
        OrderView order = orders.placed(event, fixture.type(event, 5), 1);
        acting.as(OrderFixture.buyer(order), () -> ordering.cancel(order.id(), "changed my mind"));
        var owner = EventFixture.owner(event.organization());

        assertThatThrownBy(() -> acting.as(owner, () -> events.delete(event.id())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void taking_within_a_transaction_is_a_mistake_of_ours() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 5);

        assertThatThrownBy(() -> fixture.inside(event.organization(), () -> fixture.hold(event, type, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private String problem(EventView event, Wanted... wanted) {
        try {
            holds.take(event, Basket.of(wanted));
            return "none";
        } catch (InvalidInput refused) {
            return refused.problems().getFirst().code();
        }
    }

    private static TicketTypeDetails window(@Nullable Instant from, @Nullable Instant until) {
        return new TicketTypeDetails("General", "", TicketFixture.PRICE, 5, 5, null, from, until, false);
    }
}
