package io.marquee.checkin.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.checkin.device.DeviceDetails;
import io.marquee.event.EventView;
import io.marquee.platform.config.Settings;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DeviceFixture.Phone;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MarqueeTest
class RosterTest {
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    EventView event;
    Phone phone;

    @BeforeEach
    void a_device_is_enrolled() {
        event = fixture.event();
        phone = devices.phone(event, "Gate 1");
    }

    /** As it came. @param entries by lookup */
    private record Got(String text, JsonNode head, Map<String, JsonNode> entries, JsonNode foot) {}

    @Test
    void whoever_has_a_code_reads_its_entry_and_nobody_else_reads_any_name() {
        List<TicketView> two = door.tickets(event, 2);
        door.scan(event, two.getFirst().qr());

        Got roster = roster("");

        RosterSeal seal = new RosterSeal(event.id());
        JsonNode entry = entry(roster, two.getFirst());
        JsonNode words = JSON.readTree(
                seal.open(two.getFirst().qr(), BASE64.decode(entry.get(3).asString())));
        assertThat(entry.get(2).asString()).isEqualTo("checked_in");
        assertThat(words.path("n").asString()).isEqualTo("Ada Lind");
        assertThat(words.path("y").asString()).isEqualTo("General admission");
        assertThat(words.path("o").asInt()).isEqualTo(2);
        assertThat(words.at("/f/1").asString()).isEqualTo(DoorFixture.GATE);
        assertThat(roster.head().path("full").asBoolean()).isTrue();
        assertThat(roster.foot().path("count").asInt()).isEqualTo(2);
        assertThat(roster.text())
                .doesNotContain("Ada", "example.org", two.getFirst().code())
                .doesNotContain(two.getFirst().id().toString());
        assertThatThrownBy(() ->
                        seal.open(two.getLast().qr(), BASE64.decode(entry.get(3).asString())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open(
                        two.getFirst().code(), BASE64.decode(entry.get(3).asString())))
                .as("a short code can be guessed, and opens nothing")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_delta_has_what_changed_also_where_the_change_was_under_way_when_the_cursor_was_taken() {
        List<TicketView> three = door.tickets(event, 3);
        String cursor = fixture.inside(event.organization(), () -> {
            // a ticket that is being refunded while somebody loads the roster
            jdbc.sql("update ticketing.tickets set state = 'refunded' where id = ?")
                    .param(three.getFirst().id().value())
                    .update();
            return roster("").foot().path("cursor").asString();
        });
        door.scan(event, three.get(1).qr());

        Got delta = roster("?cursor=" + cursor);

        assertThat(delta.head().path("full").asBoolean()).isFalse();
        assertThat(entry(delta, three.getFirst()).get(2).asString()).isEqualTo("refunded");
        assertThat(entry(delta, three.get(1)).get(2).asString()).isEqualTo("checked_in");
        assertThat(roster("?cursor=" + delta.foot().path("cursor").asString())
                        .entries()
                        .size())
                .isLessThan(3);
        assertThat(roster("?cursor=nonsense").head().path("full").asBoolean()).isTrue();
        assertThat(roster("?cursor=9000000000000000000").head().path("full").asBoolean())
                .isTrue();
    }

    @Test
    void a_device_that_is_limited_to_ticket_types_gets_no_words_of_the_others() {
        TicketTypeView general = fixture.type(event, 10);
        TicketView ticket =
                fixture.sell(fixture.hold(event, general, 1), "ada@example.org").getFirst();
        TicketTypeView crew = fixture.type(event, TicketFixture.perPerson(10, 5));
        phone = devices.phone(
                event, new DeviceDetails("Crew", List.of(), List.of(crew.id().value()), null));

        assertThat(entry(roster(""), ticket).get(3).isNull()).isTrue();
    }

    /** Sixty in every run tell the size of ten thousand; the long run loads those. */
    @Test
    void ten_thousand_tickets_would_weigh_less_than_three_megabytes() {
        sell(60);

        assertThat(roster("").text().length() / 60 * 10_000).isLessThan(3_000_000);
    }

    @Test
    @Tag("long")
    void ten_thousand_tickets_load_in_two_seconds() {
        sell(10_000);
        roster("");
        long start = System.nanoTime();

        Got roster = roster("");

        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
        assertThat(roster.entries()).hasSize(10_000);
        assertThat(roster.text().length()).isLessThan(3_000_000);
    }

    private void sell(int count) {
        TicketTypeView type = fixture.type(event, count);
        for (int sold = 0; sold < count; sold += 10) {
            fixture.sell(fixture.hold(event, type, 10), "ada@example.org");
        }
    }

    @Test
    void a_passed_on_ticket_has_the_next_serial() {
        TicketView ticket = door.ticket(event);
        door.passOn(ticket);
        door.put(ticket, TicketState.ISSUED);

        assertThat(entry(roster(""), ticket).get(1).asInt()).isEqualTo(2);
    }

    private static JsonNode entry(Got roster, TicketView ticket) {
        byte[] lookup = new RosterSeal(ticket.event()).lookup(ticket.id());
        JsonNode entry =
                roster.entries().get(Base64.getUrlEncoder().withoutPadding().encodeToString(lookup));
        assertThat(entry).isNotNull();
        return entry;
    }

    private Got roster(String query) {
        String text = text(query);
        List<JsonNode> lines =
                Arrays.stream(text.split("\n")).map(JSON::readTree).toList();
        return new Got(
                text,
                lines.getFirst(),
                lines.subList(1, lines.size() - 1).stream()
                        .collect(Collectors.toMap(line -> line.get(0).asString(), line -> line)),
                lines.getLast());
    }

    private String text(String query) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(
                                            settings.baseUrl() + "/api/v1/events/" + event.id() + "/roster" + query))
                                    .header("Authorization", "Bearer d_" + phone.key())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
