package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.seating.SeatPlan;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.TransferFixture;
import io.marquee.testing.WaitingFixture;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.TicketsRefused.SeatsGone;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import io.marquee.ticketing.transfer.TransferRefused;
import io.marquee.ticketing.waiting.EntryState;
import io.marquee.ticketing.waiting.EntryView;
import io.marquee.ticketing.waiting.ResaleState;
import io.marquee.ticketing.waiting.Resales;
import io.marquee.ticketing.waiting.WaitingRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tickets that go back to the waiting list for what they cost. */
@MarqueeTest
class ResaleTest {
    private static final int PLACES = 6;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    WaitingFixture waiting;

    @Autowired
    TransferFixture transfers;

    @Autowired
    DoorFixture door;

    @Autowired
    SeatFixture seating;

    @Autowired
    Ordering ordering;

    @Autowired
    Resales resales;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView type;
    List<OrderView> sellers;

    @BeforeEach
    void everything_is_sold() {
        event = tickets.event();
        type = tickets.type(event, PLACES);
        sellers = IntStream.range(0, PLACES)
                .mapToObj(i -> orders.paid(event, type, 1))
                .toList();
    }

    @AfterEach
    void money_tickets_and_counters_agree() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> {
                    assertThat(orders.underWay(event)).isEmpty();
                    assertThat(ledgers.breaches(event.id())).isEmpty();
                    assertThat(waiting.drift(event)).isEmpty();
                });
    }

    @Test
    void whoever_is_next_buys_it_and_the_sellers_ticket_ends_and_all_the_money_goes_back() {
        TicketView ticket = list(sellers.getFirst());
        EntryView wanda = waiting.join(event, type, 1);
        assertThat(waiting.offered(wanda)).isEqualTo(1);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.ISSUED);
        assertThatThrownBy(() -> tickets.hold(event, type, 1)).isInstanceOf(SoldOut.class);

        OrderView bought = buy(wanda);

        assertThat(bought.state()).isEqualTo(OrderState.PAID);
        assertThat(bought.total()).isEqualTo(ticket.price());
        assertThat(orders.ticketsOf(bought)).extracting(TicketView::state).containsExactly(TicketState.ISSUED);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.REFUNDED);
        assertThat(orders.until(sellers.getFirst(), OrderState.REFUNDED).refunded())
                .isEqualTo(ticket.price());
        assertThat(state(ticket)).isEqualTo(ResaleState.SOLD);
    }

    @Test
    void where_people_sit_the_seat_goes_with_the_ticket_and_is_free_for_nobody_in_between() {
        TicketTypeView stalls = tickets.type(event, 2);
        SeatPlan plan = seating.plan(event, 1, 2, stalls);
        OrderView seller = orders.paid(event, stalls, 1);
        seating.pick(event, stalls, SeatFixture.seat(plan, "A2"));
        EntryView wanda = waiting.join(event, stalls, 1);
        TicketView ticket = list(seller);
        assertThat(waiting.offersOf(wanda).getFirst().seats()).containsExactly(ticket.seat());
        assertThat(waiting.drift(event)).isEmpty();

        OrderView bought = buy(wanda);

        assertThat(orders.ticketsOf(bought)).extracting(TicketView::seat).containsExactly(ticket.seat());
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.REFUNDED);
        assertThatThrownBy(() -> seating.pick(event, stalls, ticket.seat().id()))
                .isInstanceOf(SeatsGone.class);
    }

    @Test
    void if_nobody_takes_it_the_ticket_stays_the_sellers_and_an_unused_offer_goes_to_the_next() {
        EntryView first = waiting.join(event, type, 1);
        EntryView second = waiting.join(event, type, 1);
        TicketView ticket = list(sellers.getFirst());
        assertThat(waiting.offered(first)).isEqualTo(1);
        assertThatThrownBy(() -> keep(sellers.getFirst())).isInstanceOf(WaitingRefused.ResaleOffered.class);

        waiting.release(waiting.offersOf(first).getFirst().hold());
        assertThat(waiting.now(first).state()).isEqualTo(EntryState.PASSED);
        assertThat(waiting.offered(second)).isEqualTo(1);
        waiting.leave(second);

        keep(sellers.getFirst());
        assertThat(state(ticket)).isEqualTo(ResaleState.WITHDRAWN);
        assertThat(door.scan(event, ticket.qr()).ticket()).isNotNull();
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.CHECKED_IN);
    }

    @Test
    void one_way_at_a_time_and_the_buyer_alone() {
        TicketView ticket = ticketOf(sellers.getFirst());
        list(sellers.getFirst());
        assertThatThrownBy(() -> list(sellers.getFirst())).isInstanceOf(WaitingRefused.AlreadyListed.class);
        assertThatThrownBy(() -> transfers.offer(ticket, "tom@example.org"))
                .isInstanceOf(TransferRefused.OnResale.class);
        keep(sellers.getFirst());
        transfers.accept(transfers.offer(ticket, "tom@example.org"), "Tom Sá");
        assertThatThrownBy(() -> list(sellers.getFirst())).isInstanceOf(WaitingRefused.NotResalable.class);
    }

    @Test
    void a_ticket_that_was_used_meanwhile_is_not_bought_and_the_money_goes_back() {
        EntryView wanda = waiting.join(event, type, 1);
        TicketView ticket = list(sellers.getFirst());
        OrderView placed = orders.place(offerOf(wanda));
        door.scan(event, ticket.qr());

        orders.pay(placed, PaymentFixture.GOOD_CARD);

        assertThat(orders.until(placed, OrderState.EXPIRED).bought()).isFalse();
        assertThat(orders.refundsOf(placed)).hasSize(1);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.CHECKED_IN);
        assertThat(orders.now(sellers.getFirst()).returning().isZero()).isTrue();
    }

    @Test
    void a_place_that_comes_free_is_offered_before_a_ticket_that_is_given_back() {
        TicketView ticket = list(sellers.getFirst());
        EntryView wanda = waiting.join(event, type, 1);
        EntryView second = waiting.join(event, type, 1);
        acting.as(
                EventFixture.owner(event.organization()),
                () -> ordering.refund(sellers.get(1).id(), "ill", null));

        assertThat(waiting.offered(wanda)).isEqualTo(1);
        assertThat(waiting.offered(second)).isEqualTo(1);
        assertThat(state(ticket)).isEqualTo(ResaleState.OFFERED);
    }

    @Test
    void buying_against_scanning_and_giving_up_leaves_each_ticket_with_one_of_them() throws Exception {
        List<EntryView> line = IntStream.range(0, PLACES)
                .mapToObj(i -> waiting.join(event, type, 1))
                .toList();
        List<TicketView> listed = sellers.stream().map(this::list).toList();
        List<OrderView> placed =
                line.stream().map(entry -> orders.place(offerOf(entry))).toList();
        List<Callable<?>> all = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            OrderView order = placed.get(i);
            TicketView ticket = listed.get(i);
            all.add(() -> orders.pay(order, PaymentFixture.GOOD_CARD));
            all.add(() -> door.scan(event, ticket.qr()));
        }

        Rush.of(all.size(), all::get);

        money_tickets_and_counters_agree();
        long bought =
                placed.stream().filter(order -> orders.now(order).bought()).count();
        long ended = listed.stream()
                .filter(ticket -> door.now(ticket).state() == TicketState.REFUNDED)
                .count();
        long inside = listed.stream()
                .filter(ticket -> door.now(ticket).state() == TicketState.CHECKED_IN)
                .count();
        assertThat(bought).isEqualTo(ended);
        assertThat(inside).isEqualTo(PLACES - bought);
    }

    private TicketView ticketOf(OrderView order) {
        return orders.ticketsOf(order).getFirst();
    }

    private TicketView list(OrderView seller) {
        TicketView ticket = ticketOf(seller);
        acting.as(OrderFixture.buyer(seller), () -> resales.list(ticket.id()));
        return ticket;
    }

    private void keep(OrderView seller) {
        acting.as(
                OrderFixture.buyer(seller),
                () -> resales.withdraw(ticketOf(seller).id()));
    }

    private ResaleState state(TicketView ticket) {
        return acting.as(
                TransferFixture.holder(ticket),
                () -> Objects.requireNonNull(resales.of(ticket)).state());
    }

    private HoldView offerOf(EntryView entry) {
        return waiting.holdOf(waiting.offersOf(entry).stream()
                .filter(offer -> offer.state() == HoldState.ACTIVE)
                .findFirst()
                .orElseThrow());
    }

    private OrderView buy(EntryView entry) {
        OrderView order = orders.place(offerOf(entry));
        orders.pay(order, PaymentFixture.GOOD_CARD);
        return orders.now(order);
    }
}
