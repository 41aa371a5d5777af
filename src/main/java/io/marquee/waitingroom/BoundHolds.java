package io.marquee.waitingroom;

import io.marquee.event.EventView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A place that is bound to an address gets tickets for that address: who sells their place sells it together with their
 * name. Asked only as long as the room is open and binds places; other sales cost no query.
 */
@Component
public class BoundHolds {
    private final OpenRooms open;
    private final PlaceTable places;
    private final Passes passes;
    private final Acting acting;
    private final TransactionTemplate transaction;

    BoundHolds(OpenRooms open, PlaceTable places, Passes passes, Acting acting, TransactionTemplate transaction) {
        this.open = open;
        this.places = places;
        this.passes = passes;
        this.acting = acting;
        this.transaction = transaction;
    }

    /**
     * Remembers whose a hold is that was just taken, before anybody is told of it.
     *
     * @param pass that it was taken with
     */
    public void bind(EventView event, @Nullable String pass, UUID hold) {
        Room room = binding(event.id());
        Pass place = room == null ? null : passes.open(pass);
        if (room != null && place != null) {
            acting.asSystem(
                    room.organization(),
                    () -> transaction.executeWithoutResult(status -> places.bind(room, place.number(), hold)));
        }
    }

    /** @throws InvalidInput at {@code buyer.email} when the hold was taken with the place of another address */
    public void require(EventId event, UUID hold, String email) {
        Room room = binding(event);
        if (room == null) return;
        byte[] bound = acting.<byte @Nullable []>asSystem(
                room.organization(), () -> transaction.execute(status -> places.boundTo(hold)));
        String address = EmailAddress.of(email).value();
        if (bound != null && !Arrays.equals(bound, passes.digest(address))) {
            throw InvalidInput.at("buyer.email", "other_address_than_place");
        }
    }

    /** The open room of an event whose places are bound to addresses. */
    private @Nullable Room binding(EventId event) {
        OpenRoom room = open.of(event);
        return room != null && room.room().settings().verified() ? room.room() : null;
    }
}
