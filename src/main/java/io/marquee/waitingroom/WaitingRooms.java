package io.marquee.waitingroom;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The waiting rooms of events, for their teams. */
@Component
public class WaitingRooms {
    private final RoomTable rooms;
    private final RoomMoves moves;
    private final OpenRooms open;
    private final Access access;
    private final Acting acting;
    private final TransactionTemplate transaction;

    WaitingRooms(
            RoomTable rooms,
            RoomMoves moves,
            OpenRooms open,
            Access access,
            Acting acting,
            TransactionTemplate transaction) {
        this.rooms = rooms;
        this.moves = moves;
        this.open = open;
        this.access = access;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** As it is now; its figures are for the event's team. */
    public RoomView of(EventView event) {
        Room room = acting.<@Nullable Room>asSystem(
                event.organization(), () -> transaction.execute(status -> rooms.find(event.id())));
        return room == null ? unset(event) : view(room);
    }

    /**
     * Sets how it is wanted. Switched on, it gathers until the opening; switched off, whoever waits goes on to the tickets.
     *
     * @throws InvalidInput at the field
     * @throws io.marquee.kernel.Forbidden
     */
    public RoomView change(EventView event, RoomSettings settings) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        settings.check();
        transaction.executeWithoutResult(status -> save(event, settings));
        open.reload();
        return of(event);
    }

    private void save(EventView event, RoomSettings settings) {
        Room before = rooms.find(event.id());
        if (before != null && before.state() == RoomState.ADMITTING) checkOpening(before, settings);
        rooms.save(event.id(), event.organization(), settings);
        Room saved = Objects.requireNonNull(rooms.find(event.id()));
        if (settings.mode() == RoomMode.ON && saved.state() == RoomState.CLOSED) {
            moves.gather(saved, null);
        } else if (closes(before, settings)) {
            moves.close(saved, null);
        }
    }

    /** Whoever was drawn stays drawn: another opening takes a new round. */
    private static void checkOpening(Room before, RoomSettings settings) {
        Instant opensAt = settings.opensAt();
        if (settings.mode() == RoomMode.ON
                && !Objects.equals(opensAt, before.settings().opensAt())) {
            throw InvalidInput.at("opensAt", "room_is_open");
        }
    }

    private static boolean closes(@Nullable Room before, RoomSettings settings) {
        return before != null
                && before.state() != RoomState.CLOSED
                && (settings.mode() == RoomMode.OFF
                        || settings.mode() == RoomMode.AUTO && before.settings().mode() == RoomMode.ON);
    }

    /** An event that is over or off needs no room. */
    @Transactional
    public void close(EventId event, String reason) {
        Room room = rooms.find(event);
        if (room != null) moves.close(room, reason);
    }

    /** As visitors may see it, from this node's memory; null where it is closed. */
    public @Nullable RoomView glance(EventView event) {
        OpenRoom room = open.of(event.id());
        return room == null ? null : view(room.room());
    }

    private RoomView unset(EventView event) {
        return new RoomView(event.id(), RoomSettings.DEFAULT, RoomState.CLOSED, null, null, null, 0, 0, 0, 0, null);
    }

    private RoomView view(Room room) {
        boolean drawn = room.seed() != null && room.present() != null && room.present() > 0;
        return new RoomView(
                room.event(),
                room.settings(),
                room.state(),
                room.present(),
                drawn ? HexFormat.of().formatHex(Objects.requireNonNull(room.seed())) : null,
                room.openedAt(),
                room.issued(),
                room.called(),
                room.admitted(),
                room.pace().rate(),
                room.strainedAt());
    }
}
