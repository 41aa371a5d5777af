package io.marquee.checkin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.checkin.Verdict;
import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.ApiClient;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Admissions that are taken back, by the API and on the team's page. */
@MarqueeTest
class UndoTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    StakeFixture stakes;

    @Autowired
    OrderFixture orders;

    @Autowired
    PeopleFixture people;

    @Autowired
    Settings settings;

    EventView event;
    ApiClient program;
    Visitor staff;

    @BeforeEach
    void an_event_is_on() {
        event = fixture.event();
        PersonId mara = people.person("Mara");
        door.role(event, mara, EventRole.STAFF);
        program = new ApiClient(settings.port(), people.token(mara));
        staff = Visitor.of(settings.baseUrl()).bearing(people.token(mara));
    }

    @Test
    void a_ticket_whose_admission_was_taken_back_lets_in_again_and_both_scans_stay() {
        TicketView ticket = door.ticket(event);
        door.scan(event, ticket.qr());
        String scan = lastScan();

        ApiClient.Answer undone = undo(scan, " wrong phone ");

        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.text("ticketState")).isEqualTo("issued");
        assertThat(undone.body().at("/checkIn/undo/reason").asString()).isEqualTo("wrong phone");
        assertThat(undone.body().at("/checkIn/undo/by").asString()).isNotBlank();
        assertThat(undone.body().path("notes").size()).isZero();
        assertThat(undo(scan, "again").status()).isEqualTo(409);

        assertThat(door.scan(event, ticket.qr()).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(door.scan(event, ticket.qr()).firstSeen()).isNotNull();
        assertThat(undo(scan, "the first scan once more").status()).isEqualTo(409);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.CHECKED_IN);
        assertThat(program.get("/events/" + event.id() + "/check-ins")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void a_stake_that_was_about_to_go_back_is_held_again_and_one_that_has_gone_back_is_not_asked_for() {
        var type = stakes.type(event, 10);
        OrderView order = orders.paid(event, type, 2);
        List<TicketView> both = orders.ticketsOf(order);
        door.scan(event, both.getFirst().qr());
        assertThat(undo(lastScan(), "wrong phone").body().at("/notes/0").asString())
                .isEqualTo("stake_held");

        door.scan(event, both.getLast().qr());
        stakes.passGrace(event);
        stakes.pass();
        orders.until(order, OrderState.PARTIALLY_REFUNDED);
        HttpResponse<String> form = staff.get(page());
        assertThat(form.body()).contains("Ada Lind was let in", "stays with the guest");
        assertThat(staff.post(page(), "reason", "").statusCode()).isEqualTo(422);
        staff.post(page(), "reason", "wrong phone");

        assertThat(staff.get("/manage/events/" + event.slug() + "/check-ins").body())
                .contains("is not asked for again", "Taken back", "wrong phone")
                .doesNotContain(">Take back<");
        assertThat(door.now(both.getLast()).state()).isEqualTo(TicketState.STAKED);
        door.scan(event, both.getLast().qr());
        stakes.passGrace(event);
        stakes.pass();
        assertThat(orders.refundsOf(order)).hasSize(1);
    }

    @Test
    void what_let_nobody_in_or_is_another_events_cannot_be_taken_back() {
        TicketView ticket = door.ticket(event);
        door.scan(event, ticket.qr());
        door.scan(event, ticket.qr());

        assertThat(undo(lastScan(), "x").status()).isEqualTo(409);
        assertThat(undo("01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001", "x").status()).isEqualTo(404);
        assertThat(undo(lastScan(), "x".repeat(201)).status()).isEqualTo(422);
        assertThat(undo(lastScan(), " ").status()).isEqualTo(422);
    }

    @Test
    void of_several_who_take_it_back_at_once_one_does() throws Exception {
        TicketView ticket = door.ticket(event);
        door.scan(event, ticket.qr());
        String scan = lastScan();

        List<Object> answers = Rush.of(6, i -> () -> undo(scan, "wrong phone").status());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(answer -> !answer.equals(200))
                .containsOnly(409);
        assertThat(door.scan(event, ticket.qr()).verdict()).isEqualTo(Verdict.ADMITTED);
    }

    private ApiClient.Answer undo(String scan, String reason) {
        return program.post(
                "/events/" + event.id() + "/check-ins/" + scan + "/undo", "{\"reason\": \"" + reason + "\"}");
    }

    private String page() {
        return "/manage/events/" + event.slug() + "/check-ins/" + lastScan() + "/undo";
    }

    private String lastScan() {
        return program.get("/events/" + event.id() + "/check-ins?limit=1")
                .body()
                .at("/items/0/id")
                .asString();
    }
}
