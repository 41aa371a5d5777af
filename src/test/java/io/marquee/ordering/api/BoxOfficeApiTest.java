package io.marquee.ordering.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class BoxOfficeApiTest {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    EventFixture events;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    StakeFixture stakes;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Settings settings;

    private ApiClient owner;
    private EventView event;
    private TicketTypeView type;

    @BeforeEach
    void begin() {
        PersonId person = people.person("Olga Owner");
        var organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        event = events.published(organization.id());
        type = tickets.type(event, 10);
        owner = new ApiClient(settings.port(), people.token(person));
    }

    @Test
    void what_was_sold_at_the_counter_goes_back_with_an_answer_and_is_listed() {
        String order = sold(2);

        ApiClient.Answer refund = refund(order, "key-1", 1);

        assertThat(refund.status()).isEqualTo(201);
        assertThat(refund.text("state")).isEqualTo("succeeded");
        assertThat(refund.body().path("amount").path("amount").asLong(0)).isEqualTo(2400);
        ApiClient.Answer listed = owner.get("/orders/" + order + "/refunds");
        assertThat(listed.body().path("items").size()).isEqualTo(1);
        assertThat(listed.body().path("items").path(0).path("id").asString("")).isEqualTo(refund.text("id"));
    }

    @Test
    void whoever_bought_at_the_counter_sees_in_their_purchases_what_went_back() {
        String email = "ada-" + event.id() + "@example.org";
        PersonId ada = people.personWithPassword(email);
        String order = sold(1, email);
        refund(order, "key-1", 1);

        ApiClient.Answer purchase = new ApiClient(settings.port(), people.token(ada)).get("/me/purchases/" + order);

        assertThat(purchase.status()).isEqualTo(200);
        assertThat(purchase.body().path("refunds").size()).isEqualTo(1);
        assertThat(purchase.body().path("refunds").path(0).path("state").asString(""))
                .isEqualTo("succeeded");
    }

    @Test
    void a_repeat_whose_first_answer_was_lost_gives_back_once() {
        String order = sold(2);
        String first = refund(order, "key-1", 2).text("id");
        loseAnswer("key-1");

        ApiClient.Answer again = refund(order, "key-1", 2);

        assertThat(again.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(first);
        assertThat(again.body().path("amount").path("amount").asLong(0)).isEqualTo(4800);
    }

    @Test
    void a_key_whose_answer_was_lost_sells_no_other_cart() {
        String key = "sale-of-" + event.id();
        String first = sale(key, 1).body().path("order").path("id").asString("");
        loseAnswer(key);

        ApiClient.Answer other = sale(key, 2);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("idempotency_key_reused");
        assertThat(other.text("detail")).contains("different request");
        loseAnswer(key);
        assertThat(sale(key, 1).body().path("order").path("id").asString("")).isEqualTo(first);
    }

    @Test
    void a_repeated_amount_goes_back_once_and_under_another_key_again() {
        String atCounter = sold(2);
        OrderView online = orders.paid(event, type, 2);
        for (String order : new String[] {atCounter, online.id().toString()}) {
            String key = "part-of-" + order;
            String first = part(order, key).text("id");
            loseAnswer(key);

            assertThat(part(order, key).text("id")).isEqualTo(first);
            assertThat(listed(order)).isEqualTo(1);
            assertThat(part(order, "more-of-" + order).text("id")).isNotEmpty().isNotEqualTo(first);
            assertThat(listed(order)).isEqualTo(2);
        }
        assertThat(orders.byId(atCounter, event).refunded().amount()).isEqualTo(2000);
    }

    @Test
    void a_free_order_that_is_taken_back_has_no_refund() {
        OrderView free = orders.paid(event, tickets.type(event, OrderFixture.free(5)), 1);

        ApiClient.Answer refund = owner.post("/orders/" + free.id() + "/refunds", "{\"reason\":\"ill\"}");

        assertThat(refund.status()).isEqualTo(201);
        assertThat(refund.body().path("id").isNull()).isTrue();
        assertThat(orders.now(free).state()).isEqualTo(OrderState.REFUNDED);
    }

    @Test
    void a_repeat_whose_first_answer_was_lost_ends_no_more_free_tickets() {
        type = tickets.type(event, OrderFixture.free(5));
        OrderView free = orders.paid(event, type, 3);
        String order = free.id().toString();
        for (int quantity : new int[] {1, 2}) {
            String key = "free-" + quantity + order;
            assertThat(refund(order, key, quantity).status()).isEqualTo(201);
            loseAnswer(key);

            ApiClient.Answer again = refund(order, key, quantity);

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.body().path("id").isNull()).isTrue();
            assertThat(again.body().path("amount").path("amount").asLong(-1)).isZero();
            assertThat(orders.ticketsOf(free))
                    .filteredOn(ticket -> ticket.state() == TicketState.CANCELLED)
                    .hasSize(quantity == 1 ? 1 : 3);
        }
        assertThat(orders.now(free).state()).isEqualTo(OrderState.REFUNDED);
    }

    @Test
    void a_stake_is_refused_at_its_line() {
        TicketTypeView stake = stakes.type(event, 5);

        ApiClient.Answer sale = owner.post(
                "/events/" + event.slug() + "/box-office/sales",
                "{\"items\":[{\"ticketType\":\"%s\",\"quantity\":1},{\"ticketType\":\"%s\",\"quantity\":1}]}"
                        .formatted(type.id(), stake.id()));

        assertThat(sale.status()).isEqualTo(422);
        assertThat(sale.body().toString()).contains("items[1].ticketType", "This is a stake");
        assertThat(tickets.held(type)).isZero();
    }

    private String sold(int quantity) {
        return sold(quantity, "");
    }

    private String sold(int quantity, String email) {
        ApiClient.Answer sale = owner.post(
                "/events/" + event.slug() + "/box-office/sales",
                "{\"items\":[{\"ticketType\":\"%s\",\"quantity\":%d}],\"buyer\":{\"name\":\"Ada Lind\",\"email\":\"%s\"}}"
                        .formatted(type.id(), quantity, email));
        assertThat(sale.status()).isEqualTo(201);
        return sale.body().path("order").path("id").asString("");
    }

    private ApiClient.Answer sale(String key, int quantity) {
        return owner.send(
                "POST",
                "/events/" + event.slug() + "/box-office/sales",
                "{\"items\":[{\"ticketType\":\"%s\",\"quantity\":%d}]}".formatted(type.id(), quantity),
                IDEMPOTENCY_KEY,
                key);
    }

    private ApiClient.Answer refund(String order, String key, int quantity) {
        return owner.send(
                "POST",
                "/orders/" + order + "/refunds",
                "{\"reason\":\"ill\",\"lines\":[{\"ticketType\":\"%s\",\"quantity\":%d}]}"
                        .formatted(type.id(), quantity),
                IDEMPOTENCY_KEY,
                key);
    }

    private ApiClient.Answer part(String order, String key) {
        return owner.send(
                "POST",
                "/orders/" + order + "/refunds",
                "{\"reason\":\"kind\",\"amount\":{\"amount\":1000,\"currency\":\"EUR\"}}",
                IDEMPOTENCY_KEY,
                key);
    }

    private int listed(String order) {
        return owner.get("/orders/" + order + "/refunds").body().path("items").size();
    }

    /** As when the connection or the process ended between the refund and its answer. */
    private void loseAnswer(String key) {
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("delete from platform.idempotency_keys where key = ?")
                        .param(key)
                        .update()));
    }
}
