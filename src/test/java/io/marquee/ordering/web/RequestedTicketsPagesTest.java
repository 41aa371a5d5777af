package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.RefundScope;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A buyer asks for the money of some tickets; the team reads exactly what an approval does, and it does that. */
@MarqueeTest
class RequestedTicketsPagesTest {
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
    Ordering ordering;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private Visitor owner;
    private ApiClient api;
    private ApiClient buyersApi;
    private Visitor buyer;
    private EventView event;
    private OrderView order;
    private List<TicketView> held;
    private String page;

    @BeforeEach
    void an_order_of_three() {
        PersonId person = people.person("Olga Owner");
        var organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        event = events.published(organization.id());
        TicketTypeView type = tickets.type(event, 10);
        order = orders.paid(event, type, 3);
        held = orders.ticketsOf(order);
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(person));
        api = new ApiClient(settings.port(), people.token(person));
        String token = capabilities.tokenFor(order.hold().value());
        buyersApi = new ApiClient(settings.port(), token);
        buyer = Visitor.of(settings.baseUrl());
        page = "/orders/" + token;
    }

    @Test
    void the_team_reads_which_tickets_end_and_an_approval_ends_those() {
        assertThat(buyer.get(page).body()).contains("For which tickets?", id(2));
        buyer.post(page + "/refund-requests", "choose", "true", "ticket", id(1), "ticket", id(2), "reason", "ill");
        assertThat(buyer.get(page).body()).contains("You asked for a refund of 2 tickets.");

        String queue =
                owner.get("/manage/events/" + event.slug() + "/refund-requests").body();
        assertThat(queue)
                .contains(
                        "If you approve:",
                        "Ada Lind gets €48.00 back",
                        held.get(1).code(),
                        held.get(2).code())
                .contains("Refund €48.00 to Ada Lind?")
                .doesNotContain(held.get(0).code());
        assertThat(owner.get("/manage/events/" + event.slug() + "/orders/" + order.code())
                        .body())
                .contains("Refund €48.00 to Ada Lind?");
        approve();

        assertThat(orders.ticketsOf(order))
                .extracting(TicketView::state)
                .containsExactly(TicketState.ISSUED, TicketState.REFUNDED, TicketState.REFUNDED);
        assertThat(orders.now(order).left().amount()).isEqualTo(2400);
    }

    @Test
    void whoever_chooses_none_is_told_and_whoever_chooses_all_asks_for_all_that_is_left() {
        HttpResponse<String> none = buyer.post(page + "/refund-requests", "choose", "true", "reason", "ill");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choose at least one ticket.", "ill</textarea>");

        buyer.post(
                page + "/refund-requests",
                "choose",
                "true",
                "ticket",
                id(0),
                "ticket",
                id(1),
                "ticket",
                id(2),
                "reason",
                "ill");

        assertThat(buyer.get(page).body()).contains("You asked for a refund. The organizer has not answered yet.");
    }

    @Test
    void a_program_asks_for_lines_and_the_team_lists_what_goes_back() {
        ApiClient.Answer amount = buyersApi.post(
                "/orders/" + order.id() + "/refunds",
                "{\"reason\": \"ill\", \"amount\": {\"amount\": 1, \"currency\": \"EUR\"}}");
        ApiClient.Answer asked = buyersApi.post(
                "/orders/" + order.id() + "/refunds",
                "{\"reason\": \"ill\", \"lines\": [{\"ticket\": \"%s\"}]}".formatted(id(1)));

        assertThat(amount.status()).isEqualTo(422);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().path("tickets").path(0).asString("")).isEqualTo(id(1));
        var listed = api.get("/events/" + event.slug() + "/refund-requests")
                .body()
                .path("items")
                .path(0);
        assertThat(listed.path("refundable").path("amount").asLong(0)).isEqualTo(2400);
        assertThat(listed.path("ending").path(0).asString("")).isEqualTo(id(1));
        assertThat(listed.path("ending").size()).isEqualTo(1);
    }

    @Test
    void a_refund_by_the_team_answers_what_was_asked() {
        buyer.post(page + "/refund-requests", "choose", "true", "ticket", id(1), "reason", "ill");

        acting.as(
                EventFixture.owner(event.organization()),
                () -> ordering.giveBack(
                        order.id(),
                        "kind",
                        RefundScope.of(List.of(new TicketId(held.get(2).id().value())))));

        assertThat(owner.get("/manage/events/" + event.slug() + "/refund-requests")
                        .body())
                .doesNotContain("If you approve:");
    }

    private void approve() {
        String queue =
                owner.get("/manage/events/" + event.slug() + "/refund-requests").body();
        owner.post(queue.replaceAll("(?s).*action=\"([^\"]+/approval)\".*", "$1"), "stock", "return");
    }

    private String id(int ticket) {
        return held.get(ticket).id().toString();
    }
}
