package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.event.Postponing;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.TransferFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Wanted;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A postponed event offers its money back: buyers take it by themselves until a day. */
@MarqueeTest
class RefundOffersTest {
    private static final LocalDate UNTIL = LocalDate.of(2031, 8, 31);
    private static final LocalDateTime SEPTEMBER = LocalDateTime.of(2031, 9, 18, 19, 30);

    @Autowired
    private TicketFixture tickets;

    @Autowired
    private OrderFixture orders;

    @Autowired
    private Ordering ordering;

    @Autowired
    private Holds holds;

    @Autowired
    private PricingFixture pricing;

    @Autowired
    private TransferFixture transfers;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Postponing postponing;

    @Autowired
    private RefundOffers offers;

    @Autowired
    private TakenBack takenBack;

    @Autowired
    private Capabilities capabilities;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Settings settings;

    private PersonId olga;
    private EventView event;
    private TicketTypeView type;
    private OrderView order;

    @BeforeEach
    void an_order_of_two_with_a_fee() {
        olga = people.person("Olga Owner");
        event = tickets.eventOf(acting.as(people.actor(olga), () -> organizations.create(olga, "Pier " + olga))
                .id());
        pricing.rule(event, PricingFixture.fee("Service fee", 5, 150, true));
        type = tickets.type(event, 10);
        order = orders.paid(event, type, 2);
    }

    @Test
    void a_buyer_takes_all_of_it_with_its_fees_and_without_asking_anybody() {
        orders.paid(event, type, 1);
        offer();

        take(order, null);
        OrderView back = orders.until(order, OrderState.REFUNDED);

        assertThat(order.total()).isGreaterThan(Money.of(4800, "EUR"));
        assertThat(back.refunded()).isEqualTo(order.total());
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.REFUNDED);
        TakenBack.Figures figures = figures();
        assertThat(figures.taken()).isEqualTo(1);
        assertThat(figures.orders()).isEqualTo(2);
        assertThat(figures.books().getFirst().arrived().money()).isEqualTo(order.total());
    }

    @Test
    void or_the_money_of_one_ticket_while_the_other_stays() {
        offer();
        TicketView first = orders.ticketsOf(order).getFirst();

        take(order, List.of(first.id()));
        take(order, List.of(first.id()));
        OrderView back = orders.until(order, OrderState.PARTIALLY_REFUNDED);

        assertThat(back.refunded()).isEqualTo(first.price());
        assertThat(orders.refundsOf(order)).as("asked twice, given once").hasSize(1);
        assertThat(orders.ticketsOf(order))
                .extracting(TicketView::state)
                .containsExactly(TicketState.REFUNDED, TicketState.ISSUED);
        assertThatThrownBy(() -> take(order, List.of(TicketId.next()))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void who_presses_twice_at_the_same_moment_gets_it_once() throws InterruptedException {
        offer();

        Rush.of(4, n -> () -> take(order, null));

        orders.until(order, OrderState.REFUNDED);
        assertThat(orders.refundsOf(order)).hasSize(1);
    }

    @Test
    void a_program_that_asks_again_with_its_key_gets_the_same_refund_and_not_another_ticket() {
        offer();

        ApiClient.Answer first = oneOf(order, type, "k-1");
        ApiClient.Answer again = oneOf(order, type, "k-1");
        assertThat(orders.refundsOf(order)).hasSize(1);
        ApiClient.Answer other = oneOf(order, type, "k-2");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(other.text("id")).isNotEqualTo(first.text("id"));
        assertThat(orders.refundsOf(order)).hasSize(2);
        assertThat(oneOf(order, type, "k-2").text("id"))
                .as("also when all is taken")
                .isEqualTo(other.text("id"));
    }

    @Test
    void a_ticket_that_cost_nothing_ends_and_no_refund_is_told_of() {
        TicketTypeView free = tickets.type(event, OrderFixture.free(10));
        OrderView both = orders.place(holds.take(
                event, new Basket(List.of(new Wanted(type.id(), 1), new Wanted(free.id(), 1)), null, null, null)));
        orders.pay(both, PaymentFixture.GOOD_CARD);
        offer();

        ApiClient.Answer answer = oneOf(both, free, "k");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("state")).isEqualTo("succeeded");
        assertThat(answer.body().path("amount").path("amount").asLong(-1)).isZero();
        assertThat(orders.refundsOf(both)).isEmpty();
        assertThat(orders.ticketsOf(both))
                .extracting(TicketView::state)
                .containsExactly(TicketState.ISSUED, TicketState.CANCELLED);
    }

    @Test
    void of_what_was_given_back_before_a_ticket_brings_what_is_left() {
        Money given = order.total().minus(Money.of(1000, "EUR"));
        acting.as(
                EventFixture.owner(event.organization()),
                () -> ordering.giveBack(order.id(), "goodwill", new RefundScope(List.of(), given, true, null)));
        offer();

        take(order, List.of(orders.ticketsOf(order).getFirst().id()));

        assertThat(orders.now(order).left().isZero()).isTrue();
        assertThat(orders.refundsOf(order))
                .extracting(refund -> refund.amount())
                .containsExactlyInAnyOrder(given, Money.of(1000, "EUR"));
        assertThat(orders.ticketsOf(order))
                .extracting(TicketView::state)
                .containsExactly(TicketState.REFUNDED, TicketState.ISSUED);
    }

    @Test
    void what_was_passed_on_stays_with_its_holder() {
        TicketView passed = orders.ticketsOf(order).getFirst();
        transfers.accept(transfers.offer(passed, "tom@example.org"), "Tom Sá");
        offer();

        assertThatThrownBy(() -> take(order, List.of(passed.id()))).isInstanceOf(InvalidInput.class);
        take(order, null);

        assertThat(orders.ticketsOf(order))
                .extracting(TicketView::state)
                .containsExactly(TicketState.ISSUED, TicketState.REFUNDED);
    }

    @Test
    void who_bought_later_or_comes_too_late_asks_the_team() {
        assertThatThrownBy(() -> take(order, null)).isInstanceOf(OrderRefused.NothingToRefund.class);
        offer();
        OrderView later = orders.paid(event, type, 1);

        assertThat(offered(later)).isNull();
        assertThatThrownBy(() -> take(later, null)).isInstanceOf(OrderRefused.NothingToRefund.class);
        assertThat(offered(order)).isNotNull();

        lastDay("2026-01-31");
        assertThat(offered(order)).isNull();
        assertThatThrownBy(() -> take(order, null)).isInstanceOf(OrderRefused.NothingToRefund.class);
        assertThat(figures().open()).isFalse();
        assertThat(refund(order).statusCode()).as("a request").isEqualTo(202);
    }

    @Test
    void an_offer_is_made_longer_never_shorter_and_only_its_buyer_takes_it() {
        offer();
        postpone(LocalDate.of(2031, 7, 31));
        postpone(null);

        assertThat(figures().until()).isEqualTo(UNTIL);
        assertThatThrownBy(() -> acting.as(EventFixture.stranger(), () -> offers.take(order.id(), null, null)))
                .isInstanceOf(io.marquee.kernel.NotFound.class);
        assertThatThrownBy(() -> postpone(SEPTEMBER.toLocalDate().plusDays(1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> postpone(LocalDate.of(2020, 1, 1))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void pages_and_programs_offer_it_and_the_team_sees_how_many_took_it() {
        OrderView other = orders.placed(event, type, 1);
        orders.pay(other, PaymentFixture.CARD_WITHOUT_REFUNDS);
        Visitor team = Visitor.of(settings.baseUrl()).bearing(people.token(olga));
        String manage = "/manage/events/" + event.slug();
        assertThat(team.get(manage + "/postponement").body()).contains("up to €", "of 2 orders");
        assertThat(team.get(manage + "/postponement/refunds").statusCode()).isEqualTo(404);
        assertThat(team.post(manage + "/postponement", "reason", "A storm.", "refundsUntil", "soon")
                        .body())
                .contains("refundsUntil-error");
        assertThat(team.post(manage + "/postponement", "reason", "A storm.", "refundsUntil", UNTIL.toString())
                        .statusCode())
                .isEqualTo(303);

        Visitor buyer = Visitor.of(settings.baseUrl());
        String path = "/orders/" + capabilities.tokenFor(order.hold().value());
        assertThat(buyer.get("/events/" + event.slug()).body()).contains("Sun 31 Aug 2031");
        assertThat(buyer.get(path).body()).contains("without a reason", "Sunday, 31 August 2031");
        assertThat(buyer.post(path + "/refunds", "choose", "true").statusCode()).isEqualTo(303);
        assertThat(buyer.get(path).body()).contains("Choose at least one ticket.");
        buyer.post(path + "/refunds");
        assertThat(buyer.get(path).body()).contains("on its way back to you");
        orders.until(order, OrderState.REFUNDED);

        assertThat(refund(other).statusCode()).as("carried out").isEqualTo(201);
        assertThat(team.get(manage + "/postponement/refunds").body()).contains("of 2 orders took their money back");
        assertThat(team.get(manage + "/settings").body()).contains("orders took their money back");
        assertThat(team.get("/api/v1/events/" + event.slug() + "/postponement/refunds")
                        .body())
                .contains("\"until\":\"2031-08-31\"", "\"open\":true");
    }

    private java.net.http.HttpResponse<String> refund(OrderView one) {
        return Visitor.of(settings.baseUrl())
                .bearing(capabilities.tokenFor(one.hold().value()))
                .send("POST", "/api/v1/orders/" + one.id() + "/refunds", "{\"reason\": \"Cannot come\"}");
    }

    private ApiClient.Answer oneOf(OrderView one, TicketTypeView kind, String key) {
        String body =
                "{\"reason\": \"Cannot come\", \"lines\": [{\"ticketType\": \"" + kind.id() + "\", \"quantity\": 1}]}";
        return new ApiClient(
                        settings.baseUrl().getPort(),
                        capabilities.tokenFor(one.hold().value()))
                .send("POST", "/orders/" + one.id() + "/refunds", body, "Idempotency-Key", key);
    }

    private void offer() {
        postpone(UNTIL);
    }

    private void postpone(@Nullable LocalDate until) {
        Actor owner = EventFixture.owner(event.organization());
        Postponing.NewDate date = new Postponing.NewDate(SEPTEMBER, SEPTEMBER.plusHours(3));
        acting.as(owner, () -> postponing.postpone(event.id(), date, "A storm.", until));
    }

    private OrderView take(OrderView one, @Nullable List<TicketId> chosen) {
        return acting.as(OrderFixture.buyer(one), () -> offers.take(one.id(), chosen, null));
    }

    private RefundOffers.@Nullable Offered offered(OrderView one) {
        return acting.as(OrderFixture.buyer(one), () -> offers.to(orders.now(one)));
    }

    private TakenBack.Figures figures() {
        return acting.as(EventFixture.owner(event.organization()), () -> takenBack.of(event.slug()));
    }

    private void lastDay(String day) {
        tickets.inside(
                event.organization(),
                () -> jdbc.sql("update event.events set refunds_until = ?::date where id = ?")
                        .params(day, event.id().value())
                        .update());
    }
}
