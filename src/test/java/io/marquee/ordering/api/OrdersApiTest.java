package io.marquee.ordering.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderState;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class OrdersApiTest {
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
    Capabilities capabilities;

    @Autowired
    Acting acting;

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
        owner = client(people.token(person));
    }

    @Test
    void a_free_order_is_paid_and_has_its_tickets_at_once() {
        HoldView hold = tickets.hold(event, tickets.type(event, OrderFixture.free(10)), 2);
        ApiClient buyer = buyer(hold);

        ApiClient.Answer order = buyer.post("/orders", body(hold));

        assertThat(order.status()).isEqualTo(201);
        assertThat(order.header("Location")).isEqualTo("/api/v1/orders/" + order.text("id"));
        assertThat(order.text("state")).isEqualTo("paid");
        ApiClient.Answer issued = buyer.get("/orders/" + order.text("id") + "/tickets");
        assertThat(issued.body().path("items").size()).isEqualTo(2);
        assertThat(issued.body().path("items").path(0).path("qr").asString("")).isNotBlank();
        assertThat(issued.body().path("items").path(0).path("state").asString(""))
                .isEqualTo("issued");
        assertThat(buyer.post("/orders", body(hold)).text("id")).isEqualTo(order.text("id"));
    }

    @Test
    void a_test_card_pays_an_order() {
        HoldView hold = tickets.hold(event, type, 2);
        ApiClient buyer = buyer(hold);
        ApiClient.Answer order = buyer.post("/orders", body(hold));
        assertThat(order.text("state")).isEqualTo("pending");
        String payments = "/orders/" + order.text("id") + "/payments";

        assertThat(buyer.post(payments, method(PaymentFixture.DECLINED_CARD)).text("state"))
                .isEqualTo("failed");
        ApiClient.Answer paid = buyer.post(payments, method(PaymentFixture.GOOD_CARD));

        assertThat(paid.status()).isEqualTo(201);
        assertThat(paid.text("state")).isEqualTo("succeeded");
        ApiClient.Answer now = buyer.get("/orders/" + order.text("id"));
        assertThat(now.text("state")).isEqualTo("paid");
        assertThat(now.body().path("payment").path("state").asString("")).isEqualTo("succeeded");
        assertThat(now.body().path("total").path("amount").asLong(0)).isEqualTo(4800);
        assertThat(buyer.get(payments).body().path("items").size()).isEqualTo(2);
    }

    @Test
    void without_a_card_the_buyer_is_told_where_to_go() {
        HoldView hold = tickets.hold(event, type, 1);
        ApiClient buyer = buyer(hold);
        String order = buyer.post("/orders", body(hold)).text("id");

        ApiClient.Answer started = buyer.post("/orders/" + order + "/payments", "{\"provider\":\"sandbox\"}");

        assertThat(started.text("state")).isEqualTo("requires_action");
        assertThat(started.body().path("nextAction").path("type").asString("")).isEqualTo("redirect");
        assertThat(started.body().path("nextAction").path("url").asString("")).contains("/sandbox/pay/");
    }

    @Test
    void a_holds_token_opens_its_own_order_and_nothing_else() {
        HoldView hold = tickets.hold(event, type, 1);
        HoldView other = tickets.hold(event, type, 1);
        String order = buyer(hold).post("/orders", body(hold)).text("id");

        assertThat(buyer(other).get("/orders/" + order).status()).isEqualTo(404);
        assertThat(buyer(other).post("/orders", body(hold)).status()).isEqualTo(404);
        assertThat(owner.post("/orders", body(other)).status()).isEqualTo(404);
        assertThat(client("").post("/orders", body(other)).status()).isIn(401, 404);
        assertThat(buyer(hold).get("/events/" + event.id() + "/orders").status())
                .isIn(401, 403, 404);
        assertThat(owner.get("/orders/" + order).status()).isEqualTo(200);
    }

    @Test
    void a_buyer_asks_for_a_refund_and_the_team_makes_it() {
        HoldView hold = tickets.hold(event, type, 2);
        ApiClient buyer = buyer(hold);
        String order = buyer.post("/orders", body(hold)).text("id");
        buyer.post("/orders/" + order + "/payments", method(PaymentFixture.GOOD_CARD));

        ApiClient.Answer asked = buyer.post("/orders/" + order + "/refunds", "{\"reason\":\"ill\"}");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("state")).isEqualTo("requested");
        assertThat(buyer.post("/orders/" + order + "/refunds", "{\"reason\":\"ill\"}")
                        .status())
                .isEqualTo(409);

        ApiClient.Answer part = owner.post(
                "/orders/" + order + "/refunds",
                "{\"reason\":\"kind\",\"lines\":[{\"ticketType\":\"%s\",\"quantity\":1}]}".formatted(type.id()));
        assertThat(part.status()).isEqualTo(201);
        assertThat(part.body().path("amount").path("amount").asLong(0)).isEqualTo(2400);
        assertThat(owner.post(
                                "/orders/" + order + "/refunds",
                                "{\"reason\":\"kind\",\"lines\":[{\"ticketType\":\"%s\",\"quantity\":2}]}"
                                        .formatted(type.id()))
                        .status())
                .isEqualTo(422);
        assertThat(owner.post("/orders/" + order + "/refunds", "{\"reason\":\"rest\"}")
                        .status())
                .isEqualTo(201);
        orders.until(orders.byId(order, event), OrderState.REFUNDED);
        assertThat(buyer.get("/orders/" + order + "/refunds")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void an_order_is_given_up() {
        HoldView hold = tickets.hold(event, type, 1);
        ApiClient buyer = buyer(hold);
        String order = buyer.post("/orders", body(hold)).text("id");
        buyer.post("/orders/" + order + "/payments", "{\"provider\":\"sandbox\"}");

        assertThat(buyer.delete("/orders/" + order).text("state")).isEqualTo("cancelled");
        assertThat(buyer.delete("/orders/" + order).status()).isEqualTo(409);
    }

    @Test
    void the_team_lists_orders_and_guests_page_by_page() {
        orders.paid(event, type, 1);
        orders.paid(event, type, 1);

        ApiClient.Answer first = owner.get("/events/" + event.slug() + "/orders?limit=1");
        ApiClient.Answer second = owner.get("/events/" + event.id() + "/orders?limit=1&cursor=" + first.text("next"));

        assertThat(first.body().path("items").size()).isEqualTo(1);
        assertThat(second.body().path("items").path(0).path("id"))
                .isNotEqualTo(first.body().path("items").path(0).path("id"));
        assertThat(owner.get("/events/" + event.id() + "/orders?limit=0").status())
                .isEqualTo(422);
        assertThat(owner.get("/events/" + event.id() + "/orders?cursor=nonsense")
                        .status())
                .isEqualTo(422);
        assertThat(owner.get("/events/" + event.id() + "/orders?state=nonsense").status())
                .isBetween(400, 422);
        ApiClient.Answer guests = owner.get("/events/" + event.id() + "/attendees");
        assertThat(guests.body().path("items").size()).isEqualTo(2);
        assertThat(guests.body().toString()).doesNotContain("\"qr\"", "amount");
    }

    @Test
    void nonsense_is_refused_in_words() {
        HoldView hold = tickets.hold(event, type, 1);
        ApiClient buyer = buyer(hold);

        assertThat(buyer.post("/orders", "{}").status()).isEqualTo(422);
        assertThat(buyer.post("/orders", "{\"hold\":\"x\"}").status()).isBetween(400, 422);
        assertThat(buyer.post("/orders", "[").status()).isEqualTo(400);
        assertThat(buyer.post(
                                "/orders",
                                "{\"hold\":\"%s\",\"buyer\":{\"name\":\"a\\u0000b\",\"email\":\"%s\"}}"
                                        .formatted(hold.id(), "x".repeat(5000)))
                        .status())
                .isEqualTo(422);
        assertThat(buyer.get("/orders/nonsense").status()).isBetween(400, 422);
        assertThat(buyer.get("/orders/" + hold.id()).status()).isEqualTo(404);
        String order = buyer.post("/orders", body(hold)).text("id");
        assertThat(buyer.post("/orders/" + order + "/payments", "{\"provider\":\"barter\"}")
                        .status())
                .isEqualTo(422);
        assertThat(buyer.post("/orders/" + order + "/payments", "{}").status()).isEqualTo(422);
    }

    private ApiClient buyer(HoldView hold) {
        return client(capabilities.tokenFor(hold.id().value()));
    }

    private ApiClient client(String token) {
        return new ApiClient(settings.port(), token);
    }

    private static String body(HoldView hold) {
        return "{\"hold\":\"%s\",\"buyer\":{\"name\":\"Ada Lind\",\"email\":\"ada@example.org\"}}".formatted(hold.id());
    }

    private static String method(String card) {
        return "{\"provider\":\"sandbox\",\"method\":\"%s\"}".formatted(card);
    }
}
