package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.platform.api.KeyRefused;
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
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketsRefused;
import io.marquee.ticketing.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class BoxOfficeTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    BoxOffice boxOffice;

    @Autowired
    KeyedSales keyed;

    @Autowired
    CounterKeys keys;

    @Autowired
    Ordering ordering;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    EventView event;
    TicketTypeView type;
    Actor.Person seller;

    @BeforeEach
    void concert() {
        event = tickets.event();
        type = tickets.type(event, 6);
        seller = EventFixture.person(event.id(), EventRole.VIEWER, EventGrant.ORDERS);
    }

    @Test
    void a_sale_for_cash_is_paid_has_its_tickets_at_once_and_tells_the_change() {
        OrderView order = sell(2, "", Money.of(5000, "EUR"), CounterSale.Method.CASH);

        assertThat(order.state()).isEqualTo(OrderState.PAID);
        assertThat(orders.ticketsOf(order)).hasSize(2).allMatch(t -> t.state() == TicketState.ISSUED);
        assertThat(acting.as(seller, () -> boxOffice.saleOf(order)).change()).isEqualTo(Money.of(200, "EUR"));
        assertThat(orders.paymentsOf(order)).isEmpty();
        assertThat(cash()).isEqualTo(4800);
    }

    @Test
    void without_an_address_nothing_is_mailed() {
        OrderView order = sell(1, "", null, CounterSale.Method.CASH);

        assertThat(order.buyerEmail()).endsWith("@box-office.invalid");
        assertThatThrownBy(() -> acting.as(seller, () -> ordering.resend(order.id())))
                .isInstanceOf(OrderRefused.NoAddress.class);
        assertThat(inside(() -> jdbc.sql("select count(*) from notification.mails where recipient = ?")
                        .param(order.buyerEmail())
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void too_little_money_and_far_too_much_holds_and_sells_nothing() {
        assertThatThrownBy(() -> sell(2, "", Money.of(4799, "EUR"), CounterSale.Method.CASH))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> sell(2, "", Money.of(4900, "EUR"), CounterSale.Method.CARD_PRESENT))
                .isInstanceOf(InvalidInput.class);

        assertThatThrownBy(() -> sell(2, "", Money.of(480_000, "EUR"), CounterSale.Method.CASH))
                .as("a slip of the finger")
                .isInstanceOf(InvalidInput.class);

        assertThat(sell(6, "ada@example.org", null, CounterSale.Method.CARD_PRESENT)
                        .tickets())
                .isEqualTo(6);
    }

    @Test
    void a_buyer_who_is_refused_leaves_the_stock_as_it_was() {
        assertThatThrownBy(() -> sell(6, "no address", null, CounterSale.Method.CASH))
                .isInstanceOf(InvalidInput.class);

        assertThat(sell(6, "", null, CounterSale.Method.CASH).bought()).isTrue();
    }

    @Test
    void many_counters_never_sell_more_than_there_is() throws Exception {
        List<Future<Boolean>> sales = new ArrayList<>();
        try (ExecutorService counters = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 12; i++) {
                sales.add(counters.submit(() -> {
                    try {
                        return sell(1, "", null, CounterSale.Method.CASH).bought();
                    } catch (TicketsRefused none) {
                        return false;
                    }
                }));
            }
        }
        int sold = 0;
        for (Future<Boolean> sale : sales) sold += sale.get() ? 1 : 0;

        assertThat(sold).isEqualTo(6);
        assertThat(cash()).isEqualTo(6 * 2400);
    }

    @Test
    void one_sale_that_is_asked_for_from_many_places_at_once_is_made_once() throws Exception {
        List<Object> answers = Rush.of(
                6,
                i -> () -> acting.as(
                        seller,
                        () -> keyed.sell(event, cart(1), cash(""), "sale 1").id()));

        assertThat(answers).hasSize(6).hasOnlyElementsOfType(OrderId.class);
        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(cash()).isEqualTo(2400);
        assertThat(Set.copyOf(Rush.of(
                        2,
                        i -> () -> acting.as(
                                seller,
                                () -> keyed.sell(event, cart(1), cash(""), null).id()))))
                .as("without a key each is a sale")
                .hasSize(2);
    }

    @Test
    void a_sale_under_a_key_that_is_refused_keeps_nothing() {
        assertThatThrownBy(() -> under("sale 1", cart(6), cash("no address"))).isInstanceOf(InvalidInput.class);

        assertThat(under("sale 1", cart(6), cash("")).bought())
                .as("the key too is free")
                .isTrue();
    }

    @Test
    void another_sale_under_a_key_is_refused_and_the_same_one_is_told_whoever_asks_in_whichever_language() {
        OrderView sold = under("sale 1", cart(1), cash(""));

        for (Basket other : List.of(cart(2), Basket.of(new Wanted(type.id(), 1), new Wanted(type.id(), 1)))) {
            assertThatThrownBy(() -> under("sale 1", other, cash("")))
                    .isInstanceOfSatisfying(
                            KeyRefused.class, e -> assertThat(e.code()).isEqualTo("idempotency_key_reused"));
        }
        assertThatThrownBy(() -> under("sale 1", cart(1), sale("", Money.of(3000, "EUR"), CounterSale.Method.CASH)))
                .isInstanceOf(KeyRefused.class);
        BoxOffice.Sale german = new BoxOffice.Sale("Box office", "", CounterSale.Method.CASH, null, "", Locale.GERMAN);
        assertThat(under("sale 1", cart(1), german).id()).isEqualTo(sold.id());
        assertThat(cash()).isEqualTo(2400);
    }

    @Test
    void a_key_whose_hold_ran_out_unsold_sells_anew() {
        OrderView first = under("sale 1", cart(1), cash(""));
        HoldId lapsed = acting.as(seller, () -> boxOffice.hold(event, cart(1)).id());
        inside(() -> jdbc.sql("update ordering.counter_keys set hold_id = ? where event_id = ?")
                .params(lapsed.value(), event.id().value())
                .update());
        inside(() -> jdbc.sql("update ticketing.holds set expires_at = created_at - interval '1 second' where id = ?")
                .param(lapsed.value())
                .update());

        OrderView again = under("sale 1", cart(2), cash(""));

        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(under("sale 1", cart(2), cash("")).id()).isEqualTo(again.id());
    }

    @Test
    void after_a_day_a_key_is_forgotten() {
        OrderView yesterday = under("sale 1", cart(1), cash(""));
        aDayPasses();

        OrderView today = under("sale 1", cart(2), cash(""));

        assertThat(today.id()).isNotEqualTo(yesterday.id());
        assertThat(under("sale 1", cart(2), cash("")).id()).isEqualTo(today.id());
        aDayPasses();
        under("sale 2", cart(1), cash(""));
        inside(keys::forgetOld);
        assertThat(inside(() -> jdbc.sql("select key from ordering.counter_keys where event_id = ?")
                        .param(event.id().value())
                        .query(String.class)
                        .list()))
                .containsExactly("sale 2");
    }

    private void aDayPasses() {
        inside(() -> jdbc.sql("update ordering.counter_keys set at = at - interval '24 hours' where event_id = ?")
                .param(event.id().value())
                .update());
    }

    private OrderView under(String key, Basket cart, BoxOffice.Sale sale) {
        return acting.as(seller, () -> keyed.sell(event, cart, sale, key));
    }

    @Test
    void what_was_paid_in_cash_goes_back_in_cash_and_the_drawer_says_who_did_what() {
        OrderView first = sell(2, "", null, CounterSale.Method.CASH);
        sell(1, "", null, CounterSale.Method.CARD_PRESENT);
        Actor.Person owner = EventFixture.owner(event.organization());

        acting.as(
                owner,
                () -> ordering.refund(
                        first.id(),
                        "ill",
                        List.of(orders.ticketsOf(first).getFirst().id())));

        assertThat(orders.now(first).state()).isEqualTo(OrderState.PARTIALLY_REFUNDED);
        assertThat(orders.refundsOf(first)).isEmpty();
        List<Drawer> drawers = acting.as(owner, () -> boxOffice.drawers(event));
        assertThat(drawers)
                .extracting(Drawer::seller, Drawer::method, Drawer::taken, Drawer::returned)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                seller.person(), CounterSale.Method.CASH, Money.of(4800, "EUR"), Money.of(0, "EUR")),
                        org.assertj.core.groups.Tuple.tuple(
                                seller.person(),
                                CounterSale.Method.CARD_PRESENT,
                                Money.of(2400, "EUR"),
                                Money.of(0, "EUR")),
                        org.assertj.core.groups.Tuple.tuple(
                                owner.person(), CounterSale.Method.CASH, Money.of(0, "EUR"), Money.of(2400, "EUR")));
        assertThat(drawers.stream().mapToLong(d -> d.left().amount()).sum()).isEqualTo(cash());
        assertThat(acting.as(seller, () -> boxOffice.drawers(event)))
                .hasSize(2)
                .allMatch(drawer -> seller.person().equals(drawer.seller()));
        assertThat(inside(() -> jdbc.sql(Books.BREACHES).query(String.class).list()))
                .noneMatch(breach -> breach.contains(first.id().toString()));
    }

    @Test
    void staff_at_the_door_sells_nothing_and_sees_no_money() {
        Actor.Person staff = EventFixture.person(event.id(), EventRole.STAFF);

        assertThatThrownBy(() ->
                        acting.as(staff, () -> boxOffice.sell(event, cart(1), sale("", null, CounterSale.Method.CASH))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> acting.as(staff, () -> boxOffice.drawers(event)))
                .isInstanceOf(Forbidden.class);
    }

    private OrderView sell(int quantity, String email, @Nullable Money given, CounterSale.Method method) {
        return acting.as(seller, () -> boxOffice.sell(event, cart(quantity), sale(email, given, method)));
    }

    private Basket cart(int quantity) {
        return Basket.of(new Wanted(type.id(), quantity));
    }

    private static BoxOffice.Sale cash(String email) {
        return sale(email, null, CounterSale.Method.CASH);
    }

    private static BoxOffice.Sale sale(String email, @Nullable Money given, CounterSale.Method method) {
        return new BoxOffice.Sale("Box office", email, method, given, "", Locale.ENGLISH);
    }

    private long cash() {
        return inside(
                () -> jdbc.sql("""
                        select coalesce(sum(e.amount), 0) from ledger.entries e
                        join ledger.postings p on p.id = e.posting_id
                        where e.account = 'cash' and p.event_id = ?
                        """).param(event.id().value()).query(Long.class).single());
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return acting.asPlatform(() -> transaction.execute(status -> work.get()));
    }
}
