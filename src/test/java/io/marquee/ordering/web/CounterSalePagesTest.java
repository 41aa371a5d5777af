package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Registrations;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.registration.Question;
import io.marquee.seating.SeatPlan;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.QuestionFixture;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.waitingroom.RoomMode;
import io.marquee.waitingroom.RoomSettings;
import io.marquee.waitingroom.WaitingRoom;
import io.marquee.waitingroom.WaitingRooms;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The counter sells all that is sold online: with codes, chosen prices, seats, names and answers. */
@MarqueeTest
class CounterSalePagesTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    EventFixture events;

    @Autowired
    TicketFixture tickets;

    @Autowired
    PricingFixture pricing;

    @Autowired
    SeatFixture seats;

    @Autowired
    QuestionFixture questions;

    @Autowired
    WaitingRooms rooms;

    @Autowired
    WaitingRoom room;

    @Autowired
    OrderFixture orders;

    @Autowired
    OrderReads reads;

    @Autowired
    Registrations registrations;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private Visitor owner;
    private ApiClient api;
    private EventView event;
    private String counter;

    @BeforeEach
    void begin() {
        PersonId person = people.person("Olga Owner");
        var organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        event = events.published(organization.id());
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(person));
        api = new ApiClient(settings.port(), people.token(person));
        counter = "/manage/events/" + event.slug() + "/box-office";
    }

    @Test
    void a_code_and_a_price_that_the_buyer_chooses_cost_what_they_cost_online() {
        TicketTypeView general = tickets.type(event, 10);
        TicketTypeView chosen = tickets.type(event, TicketFixture.payWhatYouWant(10, 500));
        pricing.code(event, PricingFixture.percent("HALF", 50));
        String[] fields = {
            "quantity." + general.id(),
            "2",
            "quantity." + chosen.id(),
            "1",
            "price_" + chosen.id(),
            "8.00",
            "code",
            "half"
        };

        assertThat(owner.post(counter + "/quotes", fields).body()).contains("€28.00", "HALF", "price_" + chosen.id());
        OrderView sold = sold(owner.post(counter, fields));

        assertThat(sold.total()).isEqualTo(Money.of(2800, "EUR"));
        assertThat(orders.ticketsOf(sold)).hasSize(3);
    }

    @Test
    void what_is_wrong_stands_at_its_field_and_takes_nothing() {
        TicketTypeView chosen = tickets.type(event, TicketFixture.payWhatYouWant(10, 500));
        pricing.code(event, PricingFixture.percent("HALF", 50));

        HttpResponse<String> little =
                owner.post(counter, "quantity." + chosen.id(), "1", "price_" + chosen.id(), "4", "method", "cash");
        HttpResponse<String> unknown = owner.post(
                counter, "quantity." + chosen.id(), "1", "price_" + chosen.id(), "5", "code", "NOPE", "method", "cash");

        assertThat(little.statusCode()).isEqualTo(422);
        assertThat(little.body()).contains("price_" + chosen.id() + "-error");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("code-error");
        assertThat(tickets.held(chosen)).isZero();
    }

    @Test
    void names_and_answers_are_asked_before_it_is_paid() {
        TicketTypeView general = tickets.type(event, 10);
        Question diet = questions.ask(event, QuestionFixture.diet());
        assertThat(owner.get(counter).body()).contains("Continue").doesNotContain("name=\"given\"");

        String kept = Visitor.location(owner.post(counter, "quantity." + general.id(), "2"));
        assertThat(owner.get(kept).body()).contains("What do you eat?", "attendees[1].name", "€48.00");
        HttpResponse<String> unanswered = owner.post(kept + "/sale", "method", "cash", "given", "50");
        assertThat(unanswered.statusCode()).isEqualTo(422);
        assertThat(unanswered.body()).contains(diet.field(1) + "-error", "value=\"50\"");
        String[] answered = {
            "method",
            "cash",
            "given",
            "50",
            "attendees[1].name",
            "Bo",
            diet.field(1),
            "No meat",
            diet.field(2),
            "Everything"
        };
        OrderView sold = sold(owner.post(kept + "/sale", answered));

        assertThat(orders.ticketsOf(sold)).extracting(TicketView::holderName).containsExactly("Box office", "Bo");
        assertThat(acting.asSystem(
                        event.organization(),
                        () -> acting.as(OrderFixture.buyer(sold), () -> registrations.of(sold.id()))))
                .hasSize(2);
        assertThat(sold(owner.post(kept + "/sale", answered)).id())
                .as("a second click")
                .isEqualTo(sold.id());
        assertThat(Visitor.location(owner.get(kept))).isEqualTo(counter);
    }

    @Test
    void seats_are_picked_on_the_plan_or_the_best_that_are_free() {
        TicketTypeView stalls = tickets.type(event, 20);
        SeatPlan plan = seats.plan(event, 2, 6, stalls);
        assertThat(owner.get(counter).body()).contains(counter + "/seats");
        assertThat(owner.get(counter + "/seats").body()).contains("action=\"" + counter + "/seats\"");
        UUID[] picked = SeatFixture.seats(plan, "B3", "B4");

        String kept = Visitor.location(
                owner.post(counter + "/seats", "seat", picked[0].toString(), "seat", picked[1].toString()));
        assertThat(owner.get(kept).body()).contains("row B, seat 3");
        assertThat(orders.ticketsOf(sold(owner.post(kept + "/sale", "method", "cash"))))
                .extracting(t -> t.seat().id())
                .containsExactly(picked);

        assertThat(orders.ticketsOf(sold(owner.post(counter, "quantity." + stalls.id(), "2", "method", "cash"))))
                .allMatch(t -> t.seat() != null);
        HttpResponse<String> gone = owner.post(counter + "/seats", "seat", picked[0].toString());
        assertThat(gone.statusCode()).isEqualTo(409);
        String given = Visitor.location(owner.post(
                counter + "/seats", "seat", SeatFixture.seat(plan, "B5").toString()));
        owner.post(given + "/release");
        assertThat(tickets.held(stalls)).isZero();
    }

    @Test
    void a_program_sells_the_same_with_one_call() {
        TicketTypeView stalls = tickets.type(event, 20);
        SeatPlan plan = seats.plan(event, 2, 6, stalls);
        pricing.code(event, PricingFixture.percent("HALF", 50));
        Question diet = questions.ask(event, QuestionFixture.diet());
        String body = """
                {"items": [{"ticketType": "%s", "seats": ["%s"]}], "code": "HALF", "attendees": [{"name": "Bo"}],
                 "answers": [{"question": "%s", "ticket": 1, "value": %s}]}""";
        UUID seat = SeatFixture.seat(plan, "A2");

        ApiClient.Answer refused = api.post(
                "/events/" + event.slug() + "/box-office/sales",
                body.formatted(stalls.id(), seat, diet.id(), "\"Stones\""));
        ApiClient.Answer sale = api.post(
                "/events/" + event.slug() + "/box-office/sales",
                body.formatted(stalls.id(), seat, diet.id(), "\"No meat\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(sale.status()).isEqualTo(201);
        assertThat(sale.body().path("order").path("total").path("amount").asLong(0))
                .isEqualTo(1200);
        OrderView sold = orders.byId(sale.body().path("order").path("id").asString(""), event);
        TicketView ticket = orders.ticketsOf(sold).getFirst();
        assertThat(ticket.holderName()).isEqualTo("Bo");
        assertThat(ticket.seat().id()).isEqualTo(seat);
    }

    @Test
    void whoever_stands_at_the_counter_waits_in_no_room() {
        TicketTypeView general = tickets.type(event, 10);
        acting.as(
                EventFixture.owner(event.organization()),
                () -> rooms.change(
                        event, new RoomSettings(RoomMode.ON, Instant.now().minusSeconds(60), 5, 1, false)));
        await().until(() -> room.isOpen(event.id()));

        OrderView sold = sold(owner.post(counter, "quantity." + general.id(), "1", "method", "cash"));

        assertThat(orders.ticketsOf(sold)).hasSize(1);
    }

    @Test
    void what_another_event_keeps_is_not_sold_here() {
        EventView other = events.published(event.organization());
        String hold = tickets.hold(other, tickets.type(other, 5), 1).id().toString();

        assertThat(owner.get(counter + "/holds/" + hold).statusCode()).isEqualTo(404);
        assertThat(owner.post(counter + "/holds/" + hold + "/sale", "method", "cash")
                        .statusCode())
                .isEqualTo(404);
        assertThat(owner.post(counter + "/holds/" + hold + "/release").statusCode())
                .isEqualTo(404);
    }

    private OrderView sold(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String code = List.of(Visitor.location(answer).split("sold=")).get(1);
        return acting.asSystem(event.organization(), () -> reads.byCode(event.id(), code));
    }
}
