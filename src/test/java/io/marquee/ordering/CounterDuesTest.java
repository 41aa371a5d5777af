package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.ledger.Financials;
import io.marquee.ledger.LedgerReads;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.Wanted;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Money of a sale at the counter that goes back while nobody is there to hand it out. */
@MarqueeTest
class CounterDuesTest {
    private static final Money PRICE = Money.of(2400, "EUR");

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    BoxOffice boxOffice;

    @Autowired
    CounterDues dues;

    @Autowired
    Ordering ordering;

    @Autowired
    RefundRequests requests;

    @Autowired
    Events events;

    @Autowired
    Unwinding unwinding;

    @Autowired
    LedgerReads books;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    EventView event;
    TicketTypeView type;
    Actor.Person seller;
    Actor.Person owner;

    @BeforeEach
    void concert() {
        event = tickets.event();
        type = tickets.type(event, 6);
        seller = EventFixture.person(event.id(), EventRole.VIEWER, EventGrant.ORDERS);
        owner = EventFixture.owner(event.organization());
    }

    @Test
    void what_a_cancelled_event_owes_in_cash_waits_until_somebody_hands_it_out() {
        OrderView order = sell(2);
        assertThat(acting.as(owner, () -> unwinding.preview(event.slug())).byHand())
                .containsExactly(new Unwinding.Part(1, order.total()));

        acting.as(owner, () -> events.cancel(event.id(), "storm"));
        await().until(() -> !open().isEmpty());

        OrderView owed = orders.now(order);
        assertThat(owed.state()).isEqualTo(OrderState.PAID);
        assertThat(owed.returning()).isEqualTo(order.total());
        assertThat(orders.ticketsOf(order)).allMatch(t -> t.state() == TicketState.REFUNDED);
        assertThat(progress().owed()).isEqualTo(new Unwinding.Part(1, order.total()));
        assertThat(progress().underWay().orders()).isZero();
        assertThat(drawn()).isEqualTo(Money.of(0, "EUR"));
        assertThat(finances().cashOwed()).isEqualTo(order.total());
        assertThat(finances().refunded().isZero()).isTrue();
        assertThat(breaches(order)).isEmpty();

        acting.as(seller, () -> dues.handOut(event, open().getFirst().id()));

        assertThat(orders.now(order).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(progress().done()).isEqualTo(new Unwinding.Part(1, order.total()));
        assertThat(drawn()).isEqualTo(order.total());
        assertThat(finances().cashOwed().isZero()).isTrue();
        assertThat(finances().refunded()).isEqualTo(order.total());
        assertThat(open()).isEmpty();
        assertThat(breaches(order)).isEmpty();
    }

    @Test
    void a_request_that_is_approved_leaves_the_money_at_the_counter() {
        OrderView order = sell(1);
        RefundRequestView asked = acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "ill"));

        acting.as(owner, () -> requests.approve(order.id(), asked.id(), "", true));

        assertThat(open()).extracting(CounterDue::amount).containsExactly(PRICE);
        assertThat(acting.as(seller, () -> dues.total(event))).containsExactly(PRICE);
    }

    @Test
    void whoever_gives_back_may_leave_it_there_too() {
        OrderView order = sell(2);
        RefundScope one =
                new RefundScope(List.of(orders.ticketsOf(order).getFirst().id()), null, true, null);

        acting.as(owner, () -> ordering.giveBack(order.id(), "ill", one.later()));

        assertThat(open())
                .extracting(CounterDue::code, CounterDue::amount)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(order.code(), PRICE));
        assertThat(acting.as(seller, () -> dues.open(event, "nobody", null, 10)).items())
                .isEmpty();
        assertThat(acting.as(seller, () -> dues.open(event, order.code().toLowerCase(Locale.ROOT), null, 10))
                        .items())
                .hasSize(1);
    }

    @Test
    void it_is_handed_out_once_however_many_tills_confirm_it() throws Exception {
        OrderView order = sell(1);
        acting.as(owner, () -> ordering.giveBack(order.id(), "ill", RefundScope.ALL.later()));
        UUID due = open().getFirst().id();

        List<Object> handed = Rush.of(8, till -> () -> acting.as(seller, () -> dues.handOut(event, due)));

        assertThat(Rush.only(handed, CounterDue.class)).hasSize(1);
        assertThat(Rush.only(handed, OrderRefused.HandedOut.class)).hasSize(7);
        assertThat(drawn()).isEqualTo(PRICE);
        assertThat(breaches(order)).isEmpty();
    }

    @Test
    void staff_at_the_door_and_strangers_hand_nothing_out() {
        OrderView order = sell(1);
        acting.as(owner, () -> ordering.giveBack(order.id(), "ill", RefundScope.ALL.later()));
        UUID due = open().getFirst().id();

        assertThatThrownBy(() ->
                        acting.as(EventFixture.person(event.id(), EventRole.STAFF), () -> dues.handOut(event, due)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> acting.as(seller, () -> dues.handOut(event, UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
        assertThat(open()).hasSize(1);
    }

    private OrderView sell(int quantity) {
        BoxOffice.Sale sale = new BoxOffice.Sale("Ada Lind", "", CounterSale.Method.CASH, null, "", Locale.ENGLISH);
        return acting.as(seller, () -> boxOffice.sell(event, Basket.of(new Wanted(type.id(), quantity)), sale));
    }

    private List<CounterDue> open() {
        return acting.as(seller, () -> dues.open(event, "", null, 10)).items();
    }

    private Unwinding.Progress progress() {
        return acting.as(owner, () -> unwinding.progress(event.slug())).getFirst();
    }

    private Money drawn() {
        return acting.as(owner, () -> boxOffice.drawers(event)).stream()
                .map(Drawer::returned)
                .reduce(Money.zero(PRICE.currency()), Money::plus);
    }

    private Financials finances() {
        return Financials.of(acting.as(owner, () -> books.ofEvent(event.organization(), event.id())))
                .getFirst();
    }

    private List<String> breaches(OrderView order) {
        return inside(() -> jdbc.sql(Books.BREACHES).query(String.class).list()).stream()
                .filter(breach -> breach.contains(order.id().toString()))
                .toList();
    }

    private <T> T inside(Supplier<T> work) {
        return acting.asPlatform(() -> transaction.execute(status -> work.get()));
    }
}
