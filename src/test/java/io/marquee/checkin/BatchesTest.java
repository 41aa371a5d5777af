package io.marquee.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.ApiClient;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DeviceFixture.Phone;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What gates hand in after they were alone: history that is never refused, and conflicts that nobody overlooks. */
@MarqueeTest
class BatchesTest {
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

    EventView event;
    Phone left;
    Phone right;

    @BeforeEach
    void two_gates_have_a_device_each() {
        event = fixture.event();
        left = devices.phone(event, "Left phone", "Left");
        right = devices.phone(event, "Right phone", "Right");
    }

    @Test
    void a_scan_that_a_gate_decided_alone_is_confirmed_once_however_often_it_is_handed_in() {
        TicketView ticket = door.ticket(event);
        String scan = alone(UUID.randomUUID(), ticket.qr(), "Left", Verdict.ADMITTED);

        JsonNode first = upload(left, scan);
        JsonNode again = upload(left, scan);

        assertThat(first.at("/results/0/outcome").asString()).isEqualTo("confirmed");
        assertThat(first.at("/results/0/provisional").asBoolean(true)).isFalse();
        assertThat(first.at("/results/0/ticket/holder").asString()).isEqualTo("Ada Lind");
        assertThat(again.at("/results/0/verdict").asString()).isEqualTo("admitted");
        assertThat(again.at("/results/0/outcome").asString()).isEqualTo("confirmed");
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.CHECKED_IN);
        assertThat(left.client().get(path("/check-ins")).body().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void two_gates_that_let_the_same_ticket_in_alone_are_a_conflict_with_both_scans_for_organizer_and_gates() {
        TicketView ticket = door.ticket(event);
        upload(left, alone(UUID.randomUUID(), ticket.qr(), "Left", Verdict.ADMITTED));

        JsonNode second = upload(right, alone(UUID.randomUUID(), ticket.qr(), "Right", Verdict.ADMITTED));

        JsonNode result = second.at("/results/0");
        assertThat(result.path("outcome").asString()).isEqualTo("conflict");
        assertThat(result.path("verdict").asString()).isEqualTo("already_in");
        assertThat(result.at("/conflict/kind").asString()).isEqualTo("double_entry");
        assertThat(result.at("/conflict/scans/0/gate").asString()).isEqualTo("Right");
        assertThat(result.at("/conflict/scans/0/told").asString()).isEqualTo("admitted");
        assertThat(result.at("/conflict/scans/1/gate").asString()).isEqualTo("Left");
        assertThat(result.at("/conflict/ticket/holder").asString()).isEqualTo("Ada Lind");

        JsonNode heard = left.client().get(path("/door")).body().path("conflicts");
        assertThat(heard.size()).as("the other gate hears of it").isEqualTo(1);
        Phone third = devices.phone(event, "Third phone", "Third");
        assertThat(third.client().get(path("/conflicts")).body().path("items").size())
                .isZero();
        assertThat(right.client()
                        .get(path("/door?conflictsAfter=" + heard.at("/0/id").asString()))
                        .body()
                        .path("conflicts")
                        .size())
                .isZero();
    }

    @Test
    void what_was_let_in_with_a_ticket_that_did_not_count_is_a_conflict_and_the_ticket_stays_as_it_is() {
        List<TicketView> two = door.tickets(event, 2);
        door.put(two.getFirst(), TicketState.REFUNDED);

        JsonNode answer = upload(
                left,
                alone(UUID.randomUUID(), two.getFirst().qr(), "Left", Verdict.ADMITTED),
                alone(UUID.randomUUID(), "https://example.org/x", "Left", Verdict.ADMITTED),
                alone(UUID.randomUUID(), two.getLast().qr(), "Left", Verdict.ALREADY_IN));

        assertThat(answer.at("/results/0/conflict/kind").asString()).isEqualTo("not_valid");
        assertThat(answer.at("/results/0/verdict").asString()).isEqualTo("refunded");
        assertThat(answer.at("/results/1/verdict").asString()).isEqualTo("forged");
        assertThat(answer.at("/results/2/outcome").asString())
                .as("who was sent away was sent away")
                .isEqualTo("confirmed");
        assertThat(door.now(two.getLast()).state()).isEqualTo(TicketState.ISSUED);
    }

    @Test
    void one_scan_that_cannot_be_read_stops_none_of_the_others() {
        List<TicketView> two = door.tickets(event, 2);
        String unreadable = "{\"nonce\": \"no nonce\", \"code\": {}}";
        String empty = "{\"nonce\": \"%s\", \"code\": \"\", \"gate\": \"Left\"}".formatted(UUID.randomUUID());

        JsonNode answer = upload(
                left,
                alone(UUID.randomUUID(), two.getFirst().qr(), "Left", Verdict.ADMITTED),
                unreadable,
                "null",
                "7",
                empty,
                alone(UUID.randomUUID(), two.getLast().qr(), "Left", Verdict.ADMITTED));

        assertThat(answer.path("results").size()).isEqualTo(6);
        assertThat(answer.at("/results/1/outcome").asString()).isEqualTo("invalid");
        assertThat(answer.at("/results/1/nonce").asString()).isEqualTo("no nonce");
        assertThat(answer.at("/results/4/problems/0/field").asString()).isEqualTo("code");
        assertThat(answer.at("/results/5/outcome").asString()).isEqualTo("confirmed");
        assertThat(left.client().post(path("/check-ins/batches"), "{}").status())
                .isEqualTo(422);
        assertThat(left.client()
                        .post(path("/check-ins/batches"), batch(Instant.now(), new String[201]))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void conflicts_are_heard_of_one_after_the_other_however_many_come_at_once() {
        String[] forged = new String[130];
        Arrays.setAll(forged, i -> alone(UUID.randomUUID(), "https://example.org/" + i, "Left", Verdict.ADMITTED));

        JsonNode first = upload(left, forged).path("conflicts");
        JsonNode second = since(first);

        assertThat(first.size()).isEqualTo(100);
        assertThat(second.size()).isEqualTo(30);
        assertThat(since(second).size()).isZero();
        upload(left, alone(UUID.randomUUID(), "https://example.org/late", "Left", Verdict.ADMITTED));
        assertThat(since(second).size()).isEqualTo(1);
    }

    private JsonNode since(JsonNode conflicts) {
        String last = conflicts.get(conflicts.size() - 1).path("id").asString();
        return left.client().get(path("/door?conflictsAfter=" + last)).body().path("conflicts");
    }

    @Test
    void a_scan_of_a_time_that_no_clock_shows_stops_none_of_the_others() {
        TicketView ticket = door.ticket(event);

        JsonNode answer = upload(
                left,
                alone(UUID.randomUUID(), ticket.qr(), "Left", Verdict.ADMITTED, Instant.MAX),
                alone(UUID.randomUUID(), ticket.qr(), "Left", Verdict.ADMITTED));

        assertThat(answer.at("/results/0/problems/0/field").asString()).isEqualTo("at");
        assertThat(answer.at("/results/1/outcome").asString()).isEqualTo("confirmed");
    }

    @Test
    void a_clock_that_is_wrong_by_an_hour_is_set_right_and_both_times_are_kept() {
        TicketView ticket = door.ticket(event);
        Instant local = Instant.now().plus(Duration.ofHours(1));
        String scan = alone(UUID.randomUUID(), ticket.qr(), "Left", Verdict.ADMITTED, local.minusSeconds(90));

        left.client().post(path("/check-ins/batches"), batch(local, scan));

        JsonNode listed = left.client().get(path("/check-ins")).body().at("/items/0");
        assertThat(Instant.parse(listed.path("at").asString()))
                .isBetween(Instant.now().minusSeconds(120), Instant.now().minusSeconds(60));
        assertThat(listed.path("offline").asBoolean()).isTrue();
        assertThat(listed.path("told").asString()).isEqualTo("admitted");
    }

    @Test
    void an_answer_that_came_too_late_leaves_the_first_verdict_and_raises_a_conflict_where_the_gate_told_otherwise() {
        TicketView ticket = door.ticket(event);
        UUID late = UUID.randomUUID();
        String online = "{\"code\": \"%s\", \"gate\": \"Left\", \"nonce\": \"%s\"}".formatted(ticket.qr(), late);
        assertThat(left.client().post(path("/check-ins"), online).text("verdict"))
                .isEqualTo("admitted");
        assertThat(left.client().post(path("/check-ins"), online).text("verdict"))
                .as("the same scan again")
                .isEqualTo("admitted");

        assertThat(upload(left, alone(late, ticket.qr(), "Left", Verdict.ADMITTED))
                        .at("/results/0/outcome")
                        .asString())
                .isEqualTo("confirmed");
        JsonNode other = upload(left, alone(late, ticket.qr(), "Left", Verdict.FORGED));
        assertThat(other.at("/results/0/verdict").asString()).isEqualTo("admitted");
        assertThat(other.at("/results/0/conflict/kind").asString()).isEqualTo("turned_away");
    }

    @Test
    void a_revoked_device_empties_its_queue_and_what_it_let_in_is_a_conflict() {
        TicketView ticket = door.ticket(event);
        devices.revoke(event, left);

        JsonNode answer = upload(left, alone(UUID.randomUUID(), ticket.qr(), "Left", Verdict.ADMITTED));

        assertThat(answer.at("/results/0/verdict").asString()).isEqualTo("device_revoked");
        assertThat(answer.at("/results/0/outcome").asString()).isEqualTo("conflict");
        assertThat(answer.toString()).doesNotContain("Ada Lind");
        assertThat(door.now(ticket).open()).isTrue();
    }

    @Test
    void scans_of_the_event_that_come_after_its_end_count_as_of_when_they_were() {
        TicketView ticket = door.ticket(event);
        door.put(event, EventState.ENDED);

        JsonNode answer = upload(left, alone(UUID.randomUUID(), ticket.qr(), "Left", Verdict.ADMITTED));

        assertThat(answer.at("/results/0/outcome").asString()).isEqualTo("confirmed");
    }

    @Test
    void a_paired_device_hands_in_the_scans_of_another_as_that_ones() {
        TicketView ticket = door.ticket(event);
        String scan = alone(UUID.randomUUID(), ticket.qr(), "Left", Verdict.ADMITTED)
                .replaceFirst("\\}$", ", \"device\": \"" + left.id() + "\"}");

        assertThat(upload(right, scan).at("/results/0/outcome").asString()).isEqualTo("confirmed");
        assertThat(upload(left, scan).at("/results/0/outcome").asString()).isEqualTo("confirmed");

        JsonNode listed = right.client().get(path("/check-ins")).body().path("items");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.at("/0/device").asString()).isEqualTo("Left phone");
    }

    @Test
    void what_a_device_that_is_off_the_door_hands_in_for_another_waits_for_that_other() {
        TicketView ticket = door.ticket(event);
        String scan = alone(UUID.randomUUID(), ticket.qr(), "Left", Verdict.ADMITTED);
        devices.revoke(event, right);

        assertThat(upload(right, scan.replaceFirst("\\}$", ", \"device\": \"" + left.id() + "\"}"))
                        .at("/results/0/outcome")
                        .asString())
                .isEqualTo("deferred");
        assertThat(upload(left, scan).at("/results/0/outcome").asString()).isEqualTo("confirmed");
    }

    @Test
    void the_same_scan_from_many_requests_at_once_is_one_row_with_one_verdict() throws Exception {
        TicketView ticket = door.ticket(event);
        String scan = alone(UUID.randomUUID(), ticket.qr(), "Left", Verdict.ADMITTED);

        List<Object> outcomes = Rush.of(8, i -> () -> upload(left, scan));

        assertThat(Rush.only(outcomes, JsonNode.class))
                .hasSize(8)
                .allSatisfy(answer ->
                        assertThat(answer.at("/results/0/outcome").asString()).isEqualTo("confirmed"));
        assertThat(left.client().get(path("/check-ins")).body().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void the_organizer_settles_a_conflict_once() {
        TicketView ticket = door.ticket(event);
        upload(left, alone(UUID.randomUUID(), ticket.qr(), "Left", Verdict.ADMITTED));
        String id = upload(right, alone(UUID.randomUUID(), ticket.qr(), "Right", Verdict.ADMITTED))
                .at("/results/0/conflict/id")
                .asString();
        PersonId mara = people.person("Mara Sol");
        door.role(event, mara, EventRole.ADMIN);
        ApiClient organizer = new ApiClient(settings.port(), people.token(mara));
        String settlement = path("/conflicts/" + id + "/settlement");

        assertThat(organizer.post(settlement, "{}").status()).isEqualTo(422);
        assertThat(left.client().post(settlement, "{\"note\": \"mine\"}").status())
                .isEqualTo(403);
        assertThat(organizer.post(settlement, "{\"note\": \"Twins\"}").status()).isEqualTo(204);
        assertThat(organizer.post(settlement, "{\"note\": \"Twins\"}").status()).isEqualTo(404);
        assertThat(organizer.get(path("/conflicts")).body().at("/items/0/note").asString())
                .isEqualTo("Twins");
    }

    static String alone(UUID nonce, String code, String gate, Verdict told) {
        return alone(nonce, code, gate, told, Instant.now().minusSeconds(5));
    }

    private static String alone(UUID nonce, String code, String gate, Verdict told, Instant at) {
        return "{\"nonce\": \"%s\", \"code\": \"%s\", \"gate\": \"%s\", \"at\": \"%s\", \"offline\": true, \"verdict\": \"%s\"}"
                .formatted(nonce, code, gate, at, Wire.name(told));
    }

    static String batch(Instant sentAt, @Nullable String... scans) {
        return "{\"sentAt\": \"%s\", \"scans\": [%s]}"
                .formatted(sentAt, Arrays.stream(scans).map(String::valueOf).collect(Collectors.joining(",")));
    }

    private JsonNode upload(Phone phone, String... scans) {
        ApiClient.Answer answer = phone.client().post(path("/check-ins/batches"), batch(Instant.now(), scans));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private String path(String rest) {
        return "/events/" + event.id() + rest;
    }
}
