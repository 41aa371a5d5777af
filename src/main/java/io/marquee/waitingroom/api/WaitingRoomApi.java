package io.marquee.waitingroom.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.waitingroom.RoomMode;
import io.marquee.waitingroom.RoomSettings;
import io.marquee.waitingroom.RoomState;
import io.marquee.waitingroom.RoomView;
import io.marquee.waitingroom.WaitingRooms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/events/{idOrSlug}/waiting-room")
@Tag(name = "Waiting room", description = "Who may go on to the stock while many want tickets")
class WaitingRoomApi {
    private final EventReads events;
    private final WaitingRooms rooms;
    private final Access access;

    WaitingRoomApi(EventReads events, WaitingRooms rooms, Access access) {
        this.events = events;
        this.rooms = rooms;
        this.access = access;
    }

    /**
     * How it is wanted.
     *
     * @param opensAt needed where it is on
     * @param useMinutes how long a place may be used after it was called; 10 unless told
     * @param holdsEach for how many holds; 1 unless told
     * @param verified whether each proven email address gets one place, and nobody else any
     */
    record SettingsBody(
            @Nullable RoomMode mode,
            @Nullable Instant opensAt,

            @Schema(example = "10") @Nullable Integer useMinutes,
            @Schema(example = "1") @Nullable Integer holdsEach,
            @Nullable Boolean verified) {
        RoomSettings settings() {
            if (mode == null) throw InvalidInput.at("mode", "required");
            return new RoomSettings(
                    mode,
                    opensAt,
                    useMinutes == null ? 10 : useMinutes,
                    holdsEach == null ? 1 : holdsEach,
                    Boolean.TRUE.equals(verified));
        }
    }

    /**
     * A waiting room. Everybody sees its state and how the draw can be recomputed; its settings and figures are the team's.
     *
     * @param present how many were drawn at the opening: those with the numbers below it
     * @param seed of the draw, in hexadecimal digits
     * @param perSecond places that are called a second
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RoomResource(
            RoomState state,
            @Nullable Instant opensAt,
            @Nullable Instant openedAt,
            boolean verified,
            @Nullable Long present,
            @Nullable String seed,
            @Nullable RoomMode mode,
            @Nullable Integer useMinutes,
            @Nullable Integer holdsEach,
            @Nullable Long issued,
            @Nullable Long waiting,
            @Nullable Long called,
            @Nullable Long admitted,
            @Nullable Double perSecond,
            @Nullable Instant strainedAt) {
        static RoomResource of(RoomView room, boolean team) {
            RoomSettings settings = room.settings();
            return new RoomResource(
                    room.state(),
                    settings.opensAt(),
                    room.openedAt(),
                    settings.verified(),
                    room.present(),
                    room.seed(),
                    team ? settings.mode() : null,
                    team ? settings.useMinutes() : null,
                    team ? settings.holdsEach() : null,
                    team ? room.issued() : null,
                    team ? room.waiting() : null,
                    team ? room.called() : null,
                    team ? room.admitted() : null,
                    team ? room.perSecond() : null,
                    team ? room.strainedAt() : null);
        }
    }

    @Operation(
            summary = "See an event's waiting room",
            description =
                    "The event's team sees its settings and live figures too. Once it has opened, the seed and the number "
                            + "of those present let everybody recompute the draw.")
    @GetMapping
    RoomResource show(@PathVariable String idOrSlug) {
        EventView event = events.visible(idOrSlug);
        return RoomResource.of(rooms.of(event), access.may(Permission.SEE_EVENT, event.organization(), event.id()));
    }

    @Operation(
            summary = "Set an event's waiting room",
            description =
                    "`on` gathers visitors until `opensAt`, when those present are drawn at random; `auto` comes on while "
                            + "the checkout is saturated; `off` lets everybody through.")
    @PutMapping
    RoomResource change(@PathVariable String idOrSlug, @RequestBody SettingsBody body) {
        EventView event = events.where(Permission.EDIT_EVENT, idOrSlug);
        return RoomResource.of(rooms.change(event, body.settings()), true);
    }
}
