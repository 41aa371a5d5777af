package io.marquee.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.ApiClient;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DeviceFixture.Phone;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.MovingCodes;
import io.marquee.ticketing.MovingRule;
import io.marquee.ticketing.MovingRules;
import io.marquee.ticketing.TicketCodes;
import io.marquee.ticketing.TicketCodes.Reading;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Codes that change every few seconds, as the server reads them: at once, and as history. */
@MarqueeTest
class MovingCodesTest {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @Autowired
    PeopleFixture people;

    @Autowired
    MovingRules rules;

    @Autowired
    MovingCodes codes;

    @Autowired
    TicketCodes reader;

    @Autowired
    Acting acting;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Settings settings;

    EventView event;
    TicketView ticket;

    @BeforeEach
    void somebody_has_a_ticket() {
        event = fixture.event();
        ticket = door.ticket(event);
    }

    @ParameterizedTest
    @CsvSource({
        "OFF, 0, admitted, ",
        "OFF, -3600, admitted, ",
        "PREFERRED, 0, admitted, ",
        "PREFERRED, 25, admitted, ",
        "PREFERRED, -25, admitted, ",
        "PREFERRED, -60, outside_hours, stale_code",
        "PREFERRED, 3600, outside_hours, stale_code",
        "REQUIRED, 0, admitted, ",
        "REQUIRED, -60, outside_hours, stale_code"
    })
    void a_picture_of_a_code_that_is_a_minute_old_is_worthless_where_codes_move(
            MovingRule rule, int seconds, String verdict, String reason) {
        set(rule);

        ScanResult result = door.scan(event, shown(ticket, Duration.ofSeconds(seconds)));

        assertThat(Wire.name(result.verdict())).isEqualTo(verdict);
        assertThat(result.reason() == null ? null : Wire.name(result.reason())).isEqualTo(reason);
        assertThat(door.now(ticket).open()).isEqualTo(!verdict.equals("admitted"));
    }

    @Test
    void paper_is_let_in_where_the_organizer_says_so_and_a_typed_code_always_is() {
        List<TicketView> two = door.tickets(event, 2);
        set(MovingRule.REQUIRED);

        ScanResult paper = door.scan(event, two.getFirst().qr());
        assertThat(paper.verdict()).isEqualTo(Verdict.NOT_APPROVED);
        assertThat(paper.reason()).isEqualTo(Reason.STATIC_CODE);
        assertThat(door.scan(event, two.getLast().code()).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(door.scan(event, two.getLast().qr()).verdict())
                .as("the badge of whoever is in, read like any code")
                .isEqualTo(Verdict.ALREADY_IN);

        set(MovingRule.PREFERRED);
        assertThat(door.scan(event, two.getFirst().qr()).verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void a_moving_code_dies_with_its_ticket_like_any_other() {
        set(MovingRule.REQUIRED);
        List<TicketView> three = door.tickets(event, 3);
        String before = shown(three.get(0), Duration.ZERO);
        door.passOn(three.get(0));
        door.put(three.get(1), TicketState.REFUNDED);

        assertThat(door.scan(event, before).verdict()).isEqualTo(Verdict.TRANSFERRED);
        assertThat(door.scan(event, shown(three.get(1), Duration.ZERO)).verdict())
                .isEqualTo(Verdict.REFUNDED);
        assertThat(door.scan(fixture.event(), shown(three.get(2), Duration.ZERO))
                        .verdict())
                .isEqualTo(Verdict.WRONG_EVENT);
        assertThat(door.scan(event, shown(three.get(2), Duration.ZERO)).verdict())
                .isEqualTo(Verdict.ADMITTED);
        assertThat(door.scan(event, shown(three.get(2), Duration.ofSeconds(10))).verdict())
                .as("relayed to somebody else in time, it is the second")
                .isEqualTo(Verdict.ALREADY_IN);
    }

    /** Gates hand in what they decided alone: it counts as of the scan, however late it comes and however wrong the clock is. */
    @Test
    void a_scan_of_a_gate_that_was_alone_counts_as_of_its_time_by_a_clock_that_is_an_hour_off() {
        set(MovingRule.REQUIRED);
        List<TicketView> two = door.tickets(event, 2);
        Phone phone = devices.phone(event, "Left phone");
        Instant then = Instant.now().minusSeconds(1200);
        Instant local = then.plusSeconds(3600);
        String fresh = scan(codes.of(two.getFirst()).at(then), local);
        String old = scan(codes.of(two.getLast()).at(then.minusSeconds(90)), local);

        JsonNode results = phone.client()
                .post("/events/" + event.id() + "/check-ins/batches", """
                        {"sentAt": "%s", "scans": [%s, %s]}""".formatted(
                                Instant.now().plusSeconds(3600), fresh, old))
                .body()
                .path("results");

        assertThat(results.at("/0/outcome").asString()).isEqualTo("confirmed");
        assertThat(results.at("/1/outcome").asString()).isEqualTo("conflict");
        assertThat(results.at("/1/reason").asString()).isEqualTo("stale_code");
        assertThat(door.now(two.getFirst()).state()).isEqualTo(TicketState.CHECKED_IN);
        assertThat(door.now(two.getLast()).open()).isTrue();
    }

    @Test
    void a_code_changed_anywhere_is_forged() {
        String genuine = shown(ticket, Duration.ZERO);
        assertThat(genuine).hasSize(312).matches("[A-Z2-7]+");
        assertThat(reader.read(genuine, event.id())).isInstanceOf(Reading.Genuine.class);
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder changed = new StringBuilder(genuine);
            int at = random.nextInt(genuine.length());
            changed.setCharAt(at, LETTERS.charAt((LETTERS.indexOf(genuine.charAt(at)) + 1 + random.nextInt(31)) % 32));
            assertThat(reader.read(changed.toString(), event.id()))
                    .as(changed.toString())
                    .isInstanceOf(Reading.Forged.class);
        }
        String other = shown(door.ticket(event), Duration.ZERO);
        assertThat(reader.read(genuine.substring(0, 104) + other.substring(104), event.id()))
                .as("the key of one ticket with the name of another")
                .isInstanceOf(Reading.Forged.class);
    }

    @Test
    void the_holder_reads_what_shows_the_code_and_the_team_sets_whether_it_moves() {
        String path = "/tickets/" + ticket.id() + "/moving-code";
        ApiClient holder = new ApiClient(
                settings.port(), capabilities.tokenFor(ticket.hold().value()));
        PersonId mara = people.person("Mara Sol");
        door.role(event, mara, EventRole.ADMIN);
        ApiClient owner = new ApiClient(settings.port(), people.token(mara));
        assertThat(holder.get(path).status()).isEqualTo(404);

        String rule = "/events/" + event.id() + "/code-rule";
        assertThat(owner.send("PUT", rule, "{\"moving\": null}").status()).isEqualTo(422);
        assertThat(owner.send("PUT", rule, "{\"moving\": \"required\"}")
                        .body()
                        .path("moving")
                        .asString())
                .isEqualTo("required");
        assertThat(holder.send("PUT", rule, "{\"moving\": \"off\"}").status()).isIn(401, 403, 404);

        JsonNode code = holder.get(path).body();
        assertThat(door.scan(event, code.path("code").asString()).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(owner.get(path).status()).isEqualTo(404);
    }

    private void set(MovingRule rule) {
        acting.as(EventFixture.owner(event.organization()), () -> rules.set(event, rule));
    }

    private String shown(TicketView whose, Duration off) {
        return acting.as(Actor.ANONYMOUS, () -> codes.of(whose))
                .at(Instant.now().plus(off));
    }

    private static String scan(String code, Instant local) {
        return """
                {"nonce": "%s", "code": "%s", "gate": "Left", "at": "%s", "offline": true, "verdict": "admitted"}""".formatted(UUID.randomUUID(), code, local);
    }
}
