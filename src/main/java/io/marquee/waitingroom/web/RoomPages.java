package io.marquee.waitingroom.web;

import io.marquee.event.EventView;
import io.marquee.event.TicketPicker;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.waitingroom.Chosen;
import io.marquee.waitingroom.Place;
import io.marquee.waitingroom.Places;
import io.marquee.waitingroom.RoomState;
import io.marquee.waitingroom.RoomView;
import io.marquee.waitingroom.SoldOutRooms;
import io.marquee.waitingroom.WaitingRoom;
import io.marquee.waitingroom.WaitingRooms;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Puts together what a visitor sees. */
@Component
class RoomPages {
    private static final int SECONDS_A_MINUTE = 60;
    private static final int LEAST_REFRESH = 5;

    private final WaitingRooms rooms;
    private final SoldOutRooms soldOut;
    private final TicketPicker tickets;
    private final Clock clock;

    RoomPages(WaitingRooms rooms, SoldOutRooms soldOut, TicketPicker tickets, Clock clock) {
        this.rooms = rooms;
        this.soldOut = soldOut;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** @param link from a mail, if it is good */
    RoomPageView view(EventView event, Place place, Chosen chosen, @Nullable String link, Page page) {
        return view(event, place, chosen, link, "", FieldErrors.none(), page);
    }

    /** With the address that somebody typed, and with what is wrong with it. */
    RoomPageView again(EventView event, Place place, Chosen chosen, String email, FieldErrors errors, Page page) {
        return view(event, place, chosen, null, email, errors, page);
    }

    private RoomPageView view(
            EventView event,
            Place place,
            Chosen chosen,
            @Nullable String link,
            String email,
            FieldErrors errors,
            Page page) {
        Text text = page.text();
        RoomView open = rooms.glance(event);
        RoomView room = open == null ? rooms.of(event) : open;
        ZoneId zone = event.details().timeZone();
        boolean gathering =
                room.state() == RoomState.GATHERING && room.settings().opensAt() != null;
        boolean nothingLeft = soldOut.has(event.id());
        boolean asks = room.settings().verified() && link == null && !Places.knowsAddress();
        return new RoomPageView(
                event.details().title(),
                text.dateTime(event.details().startsAt(), zone),
                "/events/" + event.slug(),
                chosen.tickets(event),
                WaitingRoom.path(event),
                chosen.address(),
                "/login?back=" + UriUtils.encode(chosen.room(event), StandardCharsets.UTF_8),
                PlacePolls.PATH + event.id(),
                asks && place.mayBeTaken() ? 0 : Math.max(LEAST_REFRESH, place.pollSeconds()),
                place,
                gathering && room.settings().opensAt() != null
                        ? text.dateTime(room.settings().opensAt(), zone)
                        : null,
                clock.instant(),
                gathering ? room.settings().opensAt() : null,
                text.get("waitingroom.ahead", place.ahead()),
                text.get("waitingroom.estimate", minutes(place.seconds())),
                Duration.ofMinutes(room.settings().useMinutes()).toSeconds(),
                asks,
                email,
                link,
                draw(room, place, text),
                nothingLeft,
                nothingLeft ? tickets.waitingLists(event) : List.of(),
                errors);
    }

    private static long minutes(long seconds) {
        return (seconds + SECONDS_A_MINUTE / 2) / SECONDS_A_MINUTE;
    }

    private static @Nullable String draw(RoomView room, Place place, Text text) {
        if (room.present() == null || room.seed() == null || place.number() < 0) return null;
        return place.number() < room.present()
                ? text.get(
                        "waitingroom.drawn",
                        text.number(place.number()),
                        text.number(room.present()),
                        text.number(place.position()),
                        room.seed())
                : text.get("waitingroom.late", text.number(place.number()));
    }
}
