package io.marquee.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class StakePagesTest {
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
    DoorFixture door;

    @Autowired
    StakeFixture fixture;

    @Autowired
    Settling settling;

    @Autowired
    Tickets ticketCommands;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private Visitor owner;
    private EventView event;
    private TicketTypeView type;
    private String page;

    @BeforeEach
    void begin() {
        PersonId person = people.person("Olga Owner");
        var organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        event = events.published(organization.id());
        type = tickets.type(event, 10);
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(person));
        page = "/manage/events/" + event.slug() + "/stakes";
    }

    @Test
    void the_team_chooses_what_is_a_stake_and_the_buyer_reads_it_before_paying() {
        assertThat(owner.get(page).body()).contains("General admission · €24.00");
        assertThat(Visitor.location(
                        owner.post(page, "types", type.id().toString(), "delayHours", "48", "forgiveDays", "10")))
                .isEqualTo(page);

        var hold = tickets.hold(event, type, 2);
        String checkout = Visitor.of(settings.baseUrl())
                .get("/checkout/" + capabilities.tokenFor(hold.id().value()))
                .body();
        assertThat(checkout)
                .contains("€48.00 of this is a stake", "10 minutes after you were checked in", "48 hours after");
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        assertThat(owner.post(page, "types", type.id().toString(), "delayHours", "x", "forgiveDays", "10")
                        .statusCode())
                .isEqualTo(422);
        assertThat(owner.post(page, "types", type.id().toString(), "delayHours", "1000", "forgiveDays", "10")
                        .body())
                .contains("720");
    }

    @Test
    void the_team_sees_the_sums_and_forgives() {
        type = fixture.type(event, 10);
        TicketView ticket = fixture.bought(event, type, 2).getFirst();
        assertThat(owner.get(page).body()).contains("€48.00", "2 tickets", "Held");
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));
        settling.pass();

        assertThat(owner.get(page + "?state=forfeited").body()).contains("Lost", "Give €24.00 back to Ada Lind?");
        owner.post(page + "/" + ticket.id() + "/forgiveness");

        assertThat(owner.get(page + "?state=forgiven").body())
                .contains("Forgiven", ticket.code().substring(0, 4));
        assertThat(owner.get("/api/v1/events/" + event.slug() + "/stakes?state=forgiven")
                        .body())
                .contains(ticket.id().toString());
        assertThat(owner.get("/api/v1/events/" + event.slug() + "/stakes/summary")
                        .body())
                .contains("\"delayHours\":24", "\"forfeited\"", "2400");
        assertThat(owner.send("POST", "/api/v1/tickets/" + ticket.id() + "/stake/forgiveness", "{}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoever_came_and_has_the_stake_back_reads_that_the_ticket_still_opens_the_door() {
        type = fixture.type(event, 10);
        OrderView order = orders.paid(event, type, 1);
        door.scan(event, orders.ticketsOf(order).getFirst().qr());
        fixture.passGrace(event);
        settling.pass();
        orders.until(order, OrderState.REFUNDED);

        String body = Visitor.of(settings.baseUrl())
                .get("/orders/" + capabilities.tokenFor(order.hold().value()))
                .body();

        assertThat(body)
                .contains("You have all your money back")
                .doesNotContain("This order was given back", "no longer open the door");
    }

    @Test
    void the_team_sees_what_the_bank_refused_and_sends_it_again() {
        type = fixture.type(event, 10);
        TicketView ticket = fixture.boughtWithoutRefunds(event, type);
        tickets.inside(event.organization(), () -> ticketCommands.checkIn(ticket));
        fixture.passGrace(event);
        settling.pass();
        fixture.until(event, StakeState.FAILED);

        assertThat(owner.get(page + "?state=failed").body())
                .contains("Could not be given back", "Send the stake of Ada Lind back again?");
        assertThat(Visitor.location(owner.post(page + "/" + ticket.id() + "/retry")))
                .isEqualTo(page);
        fixture.until(event, StakeState.FAILED);
        assertThat(owner.get("/api/v1/events/" + event.slug() + "/stakes?state=failed")
                        .body())
                .contains(ticket.id().toString());
        assertThat(owner.send("POST", "/api/v1/tickets/" + ticket.id() + "/stake/retry", "{}")
                        .body())
                .contains("\"returned\"");
    }

    @Test
    void programs_choose_too() {
        String terms = "/api/v1/events/" + event.slug() + "/stakes/terms";

        assertThat(owner.send("PUT", terms, "{\"ticketTypes\": [\"" + type.id() + "\"], \"delayHours\": 2}")
                        .body())
                .contains("\"delayHours\":2", "\"forgiveDays\":30");
        assertThat(owner.send("PUT", terms, "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void buyer_and_team_read_how_a_stake_stands_and_the_holders_name_can_be_corrected() {
        event = fixture.soon(event);
        type = fixture.type(event, 10);
        OrderView order = orders.paid(event, type, 2);
        TicketView ticket = orders.ticketsOf(order).getFirst();
        String token = capabilities.tokenFor(order.hold().value());
        Visitor buyer = Visitor.of(settings.baseUrl());
        ApiClient program = new ApiClient(settings.port(), token);

        assertThat(buyer.get("/orders/" + token).body())
                .contains("€48.00 is a stake that is only set aside on the card", "Correct");
        assertThat(buyer.get("/orders/" + token + "/tickets/" + ticket.id()).body())
                .contains("€24.00 is a stake that is only set aside on the card");
        assertThat(owner.get("/manage/events/" + event.slug() + "/orders/" + order.code())
                        .body())
                .contains("€24.00 is a stake that is only set aside on the card");
        ApiClient.Answer before = program.get("/orders/" + order.id() + "/tickets");
        assertThat(before.body().at("/items/0/stake/mode").asString()).isEqualTo("reserved");
        assertThat(before.body().at("/items/0/stake/state").asString()).isEqualTo("held");
        assertThat(before.body().at("/items/0/stake/lostAt").asString())
                .isEqualTo(event.endsAt().plus(Duration.ofDays(1)).toString());
        assertThat(program.get("/orders/" + order.id()).text("reservation")).isEqualTo("held");
        buyer.post("/orders/" + token + "/holders/" + ticket.id(), "name_1", "Ada Lindt", "email_1", "ada@example.org");
        assertThat(door.now(ticket).holderName()).isEqualTo("Ada Lindt");

        orders.ticketsOf(order).forEach(one -> door.scan(event, one.qr()));
        fixture.passGrace(event);
        settling.pass();

        assertThat(buyer.get("/orders/" + token).body())
                .contains("Nothing was charged", "The stake of €48.00 was not charged")
                .doesNotContain("went back to you", "You have all your money back");
        assertThat(program.get("/orders/" + order.id() + "/tickets")
                        .body()
                        .at("/items/0/stake/backAt")
                        .asString())
                .endsWith("Z");
    }

    @Test
    void a_card_is_kept_with_the_buyers_word_and_what_is_refused_is_paid_from_the_orders_page() {
        type = tickets.type(event, 10);
        owner.post(page, "types", type.id().toString(), "delayHours", "24", "forgiveDays", "10", "keepCard", "true");
        assertThat(owner.get("/api/v1/events/" + event.slug() + "/stakes/summary")
                        .body())
                .contains("\"keepCard\":true");
        var hold = tickets.hold(event, type, 1);
        String token = capabilities.tokenFor(hold.id().value());
        Visitor buyer = Visitor.of(settings.baseUrl());
        assertThat(buyer.get("/checkout/" + token).body())
                .contains(
                        "Nothing is charged now",
                        "charged €24.00 only if you don’t come",
                        "24 hours after",
                        "Keep my card for €24.00");
        String sandbox = Visitor.location(buyer.post(
                "/checkout/" + token + "/order", "buyer.name", "Ada Lind", "buyer.email", "ada@example.org"));
        assertThat(buyer.get(sandbox).body()).contains("Keep a card for up to €24.00", "Keep this card");
        buyer.post(sandbox, "cardNumber", PaymentFixture.POOR_CARD, "expiry", "12/40", "cvc", "123");
        assertThat(Visitor.location(buyer.get("/checkout/" + token + "/return")))
                .isEqualTo("/orders/" + token);
        assertThat(buyer.get("/orders/" + token).body()).contains("for which only a card is kept");

        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));
        fixture.pass();
        fixture.pass();
        fixture.until(event, StakeState.UNPAID);

        assertThat(owner.get(page + "?state=unpaid").body())
                .contains("Unpaid", "Charge the card of Ada Lind again?", "Give €24.00 back to Ada Lind?");
        assertThat(buyer.get("/orders/" + token).body()).contains("It is still to be paid", "Pay €24.00 now");
        String again = Visitor.location(buyer.post("/orders/" + token + "/payments"));
        assertThat(buyer.get(again).body()).contains("Pay €24.00");
        buyer.post(again, "cardNumber", PaymentFixture.GOOD_CARD, "expiry", "12/40", "cvc", "123");
        assertThat(Visitor.location(buyer.get("/orders/" + token + "/payments/return")))
                .isEqualTo("/orders/" + token);
        assertThat(buyer.get("/orders/" + token).body()).contains("nobody came").doesNotContain("Pay €24.00 now");
        fixture.until(event, StakeState.FORFEITED);
    }

    @Test
    void what_the_checkout_says_of_a_reserved_stake_is_what_happens() {
        event = fixture.soon(event);
        type = fixture.type(event, 10);
        var hold = tickets.hold(event, type, 1);

        String checkout = Visitor.of(settings.baseUrl())
                .get("/checkout/" + capabilities.tokenFor(hold.id().value()))
                .body();

        assertThat(checkout).contains("€24.00 is a stake. It is set aside on your card and not charged");
    }
}
