package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.organization.Organizations;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeView;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The team's word on orders, on its page, at the buyer's and through the API. */
@MarqueeTest
class ApprovalPagesTest {
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
    SandboxFixture sandbox;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private Visitor owner;
    private Visitor buyer;
    private ApiClient api;
    private EventView event;
    private TicketTypeView type;
    private String queue;

    @BeforeEach
    void begin() {
        PersonId person = people.person("Olga Owner");
        var organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        event = events.published(organization.id());
        type = tickets.type(event, 10);
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(person));
        buyer = Visitor.of(settings.baseUrl());
        api = new ApiClient(settings.port(), people.token(person));
        queue = "/manage/events/" + event.slug() + "/approvals";
        owner.post(queue, "ticketTypes", type.id().toString());
    }

    @Test
    void the_buyer_is_told_what_is_true_and_the_team_says_yes_to_some_and_no_to_others() {
        assertThat(buyer.get("/events/" + event.slug()).body()).contains("On approval: the organizer is asked first");
        assertThat(buyer.post("/events/" + event.slug() + "/holds", "qty_" + type.id(), "500")
                        .body())
                .contains("On approval: the organizer is asked first");
        HoldView hold = tickets.hold(event, type, 2);
        String token = capabilities.tokenFor(hold.id().value());
        String checkout = "/checkout/" + token;
        assertThat(buyer.get(checkout).body())
                .contains("The organizer decides about this order", "Ask for these tickets")
                .doesNotContain("Pay €48.00");
        OrderView yes = orders.place(hold);
        orders.pay(yes, PaymentFixture.GOOD_CARD);
        OrderView no = waiting();

        assertThat(Visitor.location(buyer.get(checkout))).isEqualTo("/orders/" + token);
        assertThat(Visitor.location(buyer.get(checkout + "/return"))).isEqualTo("/orders/" + token);
        assertThat(buyer.get("/orders/" + token).body())
                .contains("The organizer is asked", "€48.00 is reserved", "the reservation lapses", "Awaiting approval")
                .contains("Withdraw the request");
        assertThat(owner.get(queue).body())
                .contains("Ada Lind", yes.id().toString(), no.id().toString(), "lapses on");
        assertThat(owner.get("/manage/events/" + event.slug() + "/orders/" + yes.code())
                        .body())
                .contains("Awaiting approval");

        owner.post(queue + "/approval", "orders", yes.id().toString());
        owner.post(queue + "/refusal", "orders", no.id().toString(), "note", "We are full");

        orders.until(yes, OrderState.PAID);
        assertThat(buyer.get("/orders/" + token).body()).contains("You’re going.");
        assertThat(buyer.get(pathOf(no)).body())
                .contains("The organizer has said no", "We are full", "Nothing was charged");
        assertThat(owner.get(queue).body()).contains("Nothing here");
        assertThat(owner.get(queue + "?state=declined").body()).contains("We are full");
        owner.post(queue + "/approval", "orders", no.id().toString());
        assertThat(owner.get(queue).body()).contains("Not decided: 1. This order is declined already.");
        var slip = owner.post(queue + "/refusal", "note", "A long and careful answer");
        assertThat(slip.statusCode()).isEqualTo(422);
        assertThat(slip.body()).contains("Choose up to 200 orders first.");
        OrderView third = waiting();
        var tooLong = owner.post(queue + "/refusal", "orders", third.id().toString(), "note", "A".repeat(2001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("A".repeat(2001), "checked", "note-error");
        assertThat(orders.now(third).waits()).isTrue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stakes.mails(event))
                        .contains("Somebody asks to buy: " + event.details().title()));
    }

    @Test
    void an_order_that_was_placed_stays_as_it_was_whatever_becomes_of_its_type() {
        OrderView asks = orders.placed(event, type, 1);
        owner.post(queue);
        OrderView pays = orders.placed(event, type, 1);

        assertThat(buyer.get(checkoutOf(asks)).body())
                .contains("The organizer decides about this order", "Ask for these tickets");

        owner.post(queue, "ticketTypes", type.id().toString());

        assertThat(buyer.get(checkoutOf(pays)).body())
                .contains("Pay €24.00")
                .doesNotContain("The organizer decides about this order");

        OrderView unpaid = waiting();
        sandbox.lapseUnheard(orders.paymentsOf(unpaid).getFirst().id());
        owner.post(queue + "/approval", "orders", unpaid.id().toString());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(buyer.get(checkoutOf(unpaid)).body())
                        .contains("Pay €24.00")
                        .doesNotContain("The organizer decides about this order"));
    }

    @Test
    void what_waits_is_withdrawn_on_its_page() {
        OrderView order = waiting();
        String token = capabilities.tokenFor(order.hold().value());

        buyer.post("/checkout/" + token + "/release");

        assertThat(orders.now(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(buyer.get("/orders/" + token).body()).contains("This order was cancelled");
    }

    @Test
    void programs_do_the_same() {
        String path = "/events/" + event.slug() + "/approvals";
        OrderView yes = waiting();
        OrderView no = waiting();
        ApiClient theirs =
                new ApiClient(settings.port(), capabilities.tokenFor(yes.hold().value()));

        assertThat(theirs.get("/orders/" + yes.id())
                        .body()
                        .path("approval")
                        .path("state")
                        .asString(""))
                .isEqualTo("pending_approval");
        var listed = api.get(path + "?state=pending_approval").body().path("items");
        assertThat(listed.size()).isEqualTo(2);
        assertThat(listed.path(0).path("order").asString("")).isEqualTo(yes.id().toString());
        var decided = api.post(path + "/approval", "{\"orders\": [\"%s\"]}".formatted(yes.id()))
                .body();
        assertThat(decided.path("decided").path(0).asString(""))
                .isEqualTo(yes.id().toString());
        api.post(path + "/refusal", "{\"orders\": [\"%s\", \"%s\"], \"note\": \"no\"}".formatted(no.id(), yes.id()));
        orders.until(yes, OrderState.PAID);
        assertThat(orders.now(no).state()).isEqualTo(OrderState.CANCELLED);
        var again = api.post(path + "/approval", "{\"orders\": [\"%s\"]}".formatted(yes.id()))
                .body();
        assertThat(again.path("refused").path(0).path("code").asString("")).isEqualTo("approval_approved");
        assertThat(api.post(path + "/approval", "{}").status()).isEqualTo(422);

        assertThat(api.get(path + "/ticket-types").body().path("items").size()).isEqualTo(1);
        assertThat(api.get("/events/" + event.slug() + "/ticket-types").body().toString())
                .contains("\"approval\":true");
        assertThat(api.send("PUT", path + "/ticket-types", "{\"ticketTypes\": []}")
                        .status())
                .isEqualTo(200);
        var foreign = api.send("PUT", path + "/ticket-types", "{\"ticketTypes\": [\"%s\"]}".formatted(yes.id()));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.body().toString()).contains("\"ticketTypes\"");
        assertThat(orders.paid(event, type, 1).bought()).isTrue();
    }

    private OrderView waiting() {
        OrderView order = orders.placed(event, type, 1);
        orders.pay(order, PaymentFixture.GOOD_CARD);
        return orders.now(order);
    }

    private String checkoutOf(OrderView order) {
        return "/checkout/" + capabilities.tokenFor(order.hold().value());
    }

    private String pathOf(OrderView order) {
        return "/orders/" + capabilities.tokenFor(order.hold().value());
    }
}
