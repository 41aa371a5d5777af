package io.marquee.checkin;

import static io.marquee.testing.DoorFixture.GATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.checkin.device.DeviceDetails;
import io.marquee.checkin.device.Devices;
import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.ApiClient;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DeviceFixture.Phone;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scanners without an account: enrolled by a link, bound to their event, gates and ticket types, revoked at once. */
@MarqueeTest
class DevicesTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @Autowired
    PeopleFixture people;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    EventView event;
    ApiClient organizer;

    @BeforeEach
    void an_event_is_on() {
        event = fixture.event();
        organizer = signedIn(EventRole.ADMIN);
    }

    @Test
    void the_organizers_link_enrols_one_device_which_scans_without_an_account() {
        TicketView ticket = door.ticket(event);
        ApiClient.Answer added = organizer.post(path("/devices"), "{\"name\": \"Gate 1\", \"gates\": [\"Main gate\"]}");
        String link = added.body().at("/enrolment/url").asString();
        String key = DeviceFixture.key();
        String enrolment = "{\"token\": \"%s\", \"key\": \"%s\"}";

        assertThat(link).startsWith(settings.baseUrl() + "/scanner#e_");
        String token = link.substring(link.indexOf('#') + 1);
        ApiClient nobody = new ApiClient(settings.port(), "");
        ApiClient.Answer enrolled = nobody.post("/device-enrolments", enrolment.formatted(token, key));
        assertThat(enrolled.status()).isEqualTo(201);
        assertThat(enrolled.body().at("/event/id").asString())
                .isEqualTo(event.id().toString());
        assertThat(nobody.post("/device-enrolments", enrolment.formatted(token, key))
                        .status())
                .as("the answer was lost and is asked for again")
                .isEqualTo(201);
        assertThat(nobody.post("/device-enrolments", enrolment.formatted(token, DeviceFixture.key()))
                        .text("code"))
                .isEqualTo("enrolment_used");
        assertThat(nobody.post("/device-enrolments", enrolment.formatted("e_x", key))
                        .status())
                .isEqualTo(404);

        ApiClient device = new ApiClient(settings.port(), "d_" + key);
        ApiClient.Answer scanned = device.post(path("/check-ins"), scan(ticket, GATE));
        assertThat(scanned.text("verdict")).isEqualTo("admitted");
        assertThat(scanned.body().at("/ticket/holder").asString()).isEqualTo("Ada Lind");
        assertThat(organizer.get(path("/devices")).body().at("/items/0/state").asString())
                .isEqualTo("enrolled");
        assertThat(organizer
                        .get(path("/check-ins"))
                        .body()
                        .at("/items/0/device")
                        .asString())
                .isEqualTo("Gate 1");
        assertThat(new ApiClient(settings.port(), "d_" + DeviceFixture.key())
                        .get(path("/door"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_device_sees_its_event_and_of_it_the_door_alone() {
        ApiClient device = devices.phone(event, "Gate 1").client();
        EventView other = fixture.event();

        ApiClient.Answer seen = device.get(path("/door"));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().at("/event/slug").asString()).isEqualTo(event.slug());
        assertThat(seen.body().at("/device/name").asString()).isEqualTo("Gate 1");
        for (String hidden : List.of("/orders", "/guests", "/devices", "/finances")) {
            assertThat(device.get(path(hidden)).status()).as(hidden).isIn(401, 403, 404);
        }
        for (String door : List.of("/door", "/roster", "/check-ins", "/conflicts")) {
            assertThat(device.get("/events/" + other.id() + door).status())
                    .as(door)
                    .isEqualTo(404);
        }
        assertThat(device.post("/events/" + other.id() + "/check-ins", scan(door.ticket(other), GATE))
                        .status())
                .isEqualTo(404);
        assertThat(device.get("/me").status()).isEqualTo(401);
    }

    @Test
    void gates_and_ticket_types_bind_a_device() {
        TicketTypeView general = fixture.type(event, 10);
        TicketTypeView backstage = fixture.type(event, TicketFixture.perPerson(10, 5));
        TicketView one =
                fixture.sell(fixture.hold(event, general, 1), "ada@example.org").getFirst();
        TicketView crew = fixture.sell(fixture.hold(event, backstage, 1), "ada@example.org")
                .getFirst();
        Phone phone = devices.phone(
                event,
                new DeviceDetails(
                        "Back door",
                        List.of("Back door"),
                        List.of(backstage.id().value()),
                        null));

        assertThat(verdict(phone.client(), one, "Back door")).isEqualTo("wrong_gate");
        assertThat(verdict(phone.client(), crew, "Main gate")).isEqualTo("wrong_gate");
        assertThat(verdict(phone.client(), crew, "back door")).isEqualTo("admitted");
    }

    @Test
    void a_revoked_device_is_told_so_at_once_and_learns_nothing() {
        List<TicketView> both = door.tickets(event, 2);
        Phone phone = devices.phone(event, "Gate 1");
        assertThat(verdict(phone.client(), both.getFirst(), GATE)).isEqualTo("admitted");

        assertThat(organizer.delete(path("/devices/" + phone.id())).status()).isEqualTo(204);

        ApiClient.Answer refused = phone.client().post(path("/check-ins"), scan(both.getLast(), GATE));
        assertThat(refused.text("verdict")).isEqualTo("device_revoked");
        assertThat(refused.body().path("ticket").isNull()).isTrue();
        for (String door : List.of("/door", "/roster", "/conflicts", "/door/tickets?q=ada")) {
            ApiClient.Answer answer = phone.client().get(path(door));
            assertThat(answer.status()).as(door).isEqualTo(401);
            assertThat(answer.text("code")).isEqualTo("device_revoked");
        }
        assertThat(door.now(both.getLast()).open()).isTrue();
    }

    @Test
    void a_device_whose_time_is_over_is_as_good_as_revoked() {
        TicketView ticket = door.ticket(event);
        Phone phone = devices.phone(event, "Gate 1");
        fixture.inside(
                event.organization(),
                () -> jdbc.sql("update checkin.devices set expires_at = now() - interval '1 minute' where id = ?")
                        .param(phone.id())
                        .update());

        assertThat(verdict(phone.client(), ticket, GATE)).isEqualTo("device_revoked");
        assertThat(phone.client().get(path("/roster")).text("code")).isEqualTo("device_revoked");
        assertThat(door.now(ticket).open()).isTrue();
    }

    @Test
    void another_link_ends_the_key_that_came_of_the_first() {
        Phone phone = devices.phone(event, "Gate 1");

        ApiClient.Answer again = organizer.post(path("/devices/" + phone.id() + "/enrolments"), "{}");

        assertThat(again.status()).isEqualTo(201);
        assertThat(phone.client().get(path("/door")).status()).isEqualTo(401);
    }

    @Test
    void tickets_are_found_by_name_without_contact_data() {
        TicketView ticket = door.ticket(event);
        ApiClient device = devices.phone(event, "Gate 1").client();

        ApiClient.Answer found = device.get(path("/door/tickets?q=lin%20AD"));

        assertThat(found.body().at("/items/0/code").asString()).isEqualTo(ticket.code());
        assertThat(found.body().toString()).doesNotContain("example.org");
        assertThat(device.get(path("/door/tickets?q=a")).body().path("items").size())
                .isZero();
        assertThat(device.get(path("/door/tickets?q=%25%25%25"))
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void a_gate_for_few_finds_them_by_name_among_however_many_others() {
        TicketTypeView general = fixture.type(event, 30);
        TicketTypeView backstage = fixture.type(event, 1);
        fixture.sell(fixture.hold(event, general, 10), "ada@example.org");
        fixture.sell(fixture.hold(event, general, 10), "ada@example.org");
        TicketView theirs = fixture.sell(fixture.hold(event, backstage, 1), "ada@example.org")
                .getFirst();
        ApiClient device = devices.phone(
                        event,
                        new DeviceDetails(
                                "Backstage", List.of(), List.of(backstage.id().value()), null))
                .client();

        ApiClient.Answer found = device.get(path("/door/tickets?q=ada"));

        assertThat(found.body().path("items").size()).isEqualTo(1);
        assertThat(found.body().at("/items/0/code").asString()).isEqualTo(theirs.code());
    }

    @Test
    void a_door_tells_every_gate_that_was_scanned_at_or_that_a_device_is_for() {
        List<TicketView> three = door.tickets(event, 3);
        ApiClient device = devices.phone(event, "Gate 1").client();
        devices.phone(event, "Gate 2", "Balcony");
        device.post(path("/check-ins"), scan(three.get(0), "North"));
        device.post(path("/check-ins"), scan(three.get(1), "East"));
        device.post(path("/check-ins"), scan(three.get(2), "North"));

        assertThat(device.get(path("/door")).body().path("gates").toString())
                .isEqualTo("[\"Balcony\",\"East\",\"North\"]");
    }

    @Test
    void only_those_who_manage_the_team_have_devices_and_mistakes_are_told_at_their_field() {
        assertThat(signedIn(EventRole.STAFF).get(path("/devices")).status()).isEqualTo(403);
        ApiClient.Answer wrong = organizer.post(
                path("/devices"),
                "{\"name\": \"\", \"ticketTypes\": [\"%s\"], \"expiresAt\": \"2020-01-01T00:00:00Z\"}"
                        .formatted(UUID.randomUUID()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().toString()).contains("name", "ticketTypes", "expiresAt");
        Devices.Invited invited = devices.invited(event, new DeviceDetails("Gate 1", List.of(), List.of(), null));
        assertThat(invited.device().expiresAt()).isAfter(event.endsAt());
    }

    private static String scan(TicketView ticket, String gate) {
        return "{\"code\": \"%s\", \"gate\": \"%s\"}".formatted(ticket.qr(), gate);
    }

    private String verdict(ApiClient device, TicketView ticket, String gate) {
        return device.post(path("/check-ins"), scan(ticket, gate)).text("verdict");
    }

    private String path(String rest) {
        return "/events/" + event.id() + rest;
    }

    private ApiClient signedIn(EventRole role) {
        PersonId person = people.person("Mara Sol");
        door.role(event, person, role);
        return new ApiClient(settings.port(), people.token(person));
    }
}
