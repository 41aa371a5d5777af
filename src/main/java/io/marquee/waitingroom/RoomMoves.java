package io.marquee.waitingroom;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The moves of a room's state: each a compare-and-set with its history row. */
@Component
class RoomMoves {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEED_BYTES = 32;

    private final RoomTable rooms;
    private final PlaceTable places;
    private final History history;

    RoomMoves(RoomTable rooms, PlaceTable places, History history) {
        this.rooms = rooms;
        this.places = places;
        this.history = history;
    }

    /** A new round of a closed room. */
    @Transactional
    public void gather(Room room, @Nullable String reason) {
        if (!rooms.gather(room.event())) return;
        Room gathering = rooms.find(room.event());
        if (gathering != null) places.forgetEarlier(gathering);
        history.record(subject(room), RoomState.CLOSED, RoomState.GATHERING, reason);
    }

    /**
     * Draws the places of those present. Whoever comes first makes the opening; the seed is born with it, so that nobody can
     * have known it while numbers were given out.
     */
    @Transactional
    public void open(Room room, Instant at) {
        byte[] seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        if (rooms.open(room.event(), seed, at)) {
            history.record(subject(room), RoomState.GATHERING, RoomState.ADMITTING, null);
        }
    }

    @Transactional
    public void close(Room room, @Nullable String reason) {
        if (rooms.close(room.event())) history.record(subject(room), room.state(), RoomState.CLOSED, reason);
    }

    /** A room that comes on by itself: nobody is drawn, everybody comes later. */
    @Transactional
    public void comeOn(EventId event, OrganizationId organization, Instant at) {
        Room before = rooms.find(event);
        if (before == null) {
            rooms.save(event, organization, RoomSettings.DEFAULT);
            before = rooms.find(event);
        }
        if (before == null || before.settings().mode() != RoomMode.AUTO || before.state() != RoomState.CLOSED) return;
        RoomSettings s = before.settings();
        rooms.save(event, organization, new RoomSettings(s.mode(), at, s.useMinutes(), s.holdsEach(), s.verified()));
        gather(before, "checkout saturated");
        open(before, at);
    }

    private static History.Subject subject(Room room) {
        return new History.Subject("waiting_room", room.id(), room.organization(), room.event());
    }
}
