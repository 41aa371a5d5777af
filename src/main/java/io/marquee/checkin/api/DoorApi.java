package io.marquee.checkin.api;

import io.marquee.checkin.ConflictView;
import io.marquee.checkin.Conflicts;
import io.marquee.checkin.Door;
import io.marquee.checkin.LiveDoor;
import io.marquee.checkin.LiveView;
import io.marquee.checkin.device.DeviceScope;
import io.marquee.checkin.label.Badges;
import io.marquee.checkin.label.Label;
import io.marquee.checkin.list.CheckInList;
import io.marquee.checkin.roster.Roster;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.MovingRule;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a gate needs to know, with and without a network. docs/door-api.md has the formats. */
@RestController
@RequestMapping("/api/v1/events/{event}")
@Tag(name = "Check-in")
class DoorApi {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Door door;
    private final Roster roster;
    private final Conflicts conflicts;
    private final LiveDoor live;
    private final Badges badges;
    private final Clock clock;

    DoorApi(Door door, Roster roster, Conflicts conflicts, LiveDoor live, Badges badges, Clock clock) {
        this.door = door;
        this.roster = roster;
        this.conflicts = conflicts;
        this.live = live;
        this.badges = badges;
        this.clock = clock;
    }

    /** @param publicKey Ed25519, base64url */
    record Key(int id, String publicKey) {}

    record DoorAnswer(
            Instant serverTime,
            @Nullable DeviceAnswer device,
            DoorEvent event,
            List<Key> keys,
            List<String> gates,
            List<String> addOnGates,
            List<CheckInList> lists,
            MovingRule codes,
            int in,
            int of,

            @Schema(description = "By what the event's devices know each other without a network; a person has none")
            @Nullable
            String pairingKey,

            @Schema(description = "What whoever asks may do beside scanning")
            List<DeviceScope> may,

            @Schema(
                    example = "62x29",
                    description = "What the event's badges are printed on; null where nobody chose it")
            @Nullable
            String badge,

            List<ConflictView> conflicts) {}

    @GetMapping("/door")
    @Operation(
            summary = "What a gate needs",
            description =
                    "The keys that verify codes, the gates, the time, and open conflicts after the last one that is known.")
    DoorAnswer door(@PathVariable String event, @RequestParam(required = false) @Nullable String conflictsAfter) {
        Door.View view = door.of(event);
        Label.Size badge = badges.paper(event);
        return new DoorAnswer(
                clock.instant(),
                view.device() == null ? null : DeviceAnswer.of(view.device()),
                DoorEvent.of(view.event()),
                view.keys().stream()
                        .map(key -> new Key(key.id(), BASE64.encodeToString(key.publicKey())))
                        .toList(),
                view.gates(),
                view.addOnGates(),
                view.lists(),
                view.codes(),
                view.turnout().in(),
                view.turnout().of(),
                view.pairingKey(),
                view.may(),
                badge == null ? null : badge.word(),
                conflicts.since(event, conflictsAfter));
    }

    @GetMapping(path = "/roster", produces = "application/x-ndjson")
    @Operation(
            summary = "The event's tickets for a gate that loses its network",
            description =
                    "Line by line. Each entry is sealed under a key that is derived from its ticket's full code, so that a stolen "
                            + "phone gives no names. With a cursor: what changed since.")
    void roster(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(hidden = true) Text text,
            HttpServletResponse response)
            throws IOException {
        Roster.Opened opened = roster.open(event, cursor);
        response.setContentType("application/x-ndjson");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (OutputStream out = new BufferedOutputStream(response.getOutputStream(), 16_384)) {
            roster.write(opened, text, out);
        }
    }

    @GetMapping("/door/live")
    @Operation(
            summary = "The room and its gates, live",
            description =
                    "Per minute of the last hour and per gate; some seconds old at most. `queue` is seen in the scans: nearly each "
                            + "follows the one before within seconds.")
    LiveView live(@PathVariable String event) {
        return live.of(event);
    }

    record Found(TicketId id, String holder, String type, TicketState state, int position, int of, String code) {}

    record FoundList(List<Found> items) {}

    @GetMapping("/door/tickets")
    @Operation(summary = "Find tickets by the holder's name", description = "Two letters at least, 20 tickets at most.")
    FoundList named(@PathVariable String event, @RequestParam(defaultValue = "") String q) {
        return new FoundList(door.named(event, q).stream()
                .map(found -> new Found(
                        found.entry().id(),
                        found.entry().holderName(),
                        found.entry().ticketTypeName(),
                        found.entry().state(),
                        found.entry().position(),
                        found.entry().of(),
                        found.code()))
                .toList());
    }
}
