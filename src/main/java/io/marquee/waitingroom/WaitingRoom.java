package io.marquee.waitingroom;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Refusal;
import io.marquee.waitingroom.Place.Stage;
import io.marquee.waitingroom.RoomRefused.MustWait;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The door between visitors and the stock. */
@Component
public class WaitingRoom {
    private final OpenRooms open;
    private final PlaceTable places;
    private final Passes passes;
    private final CheckoutLoad load;
    private final Clock clock;

    WaitingRoom(OpenRooms open, PlaceTable places, Passes passes, CheckoutLoad load, Clock clock) {
        this.open = open;
        this.places = places;
        this.passes = passes;
        this.load = load;
        this.clock = clock;
    }

    /** Where an event's waiting room is, below the base URL. */
    public static String path(EventView event) {
        return "/events/" + event.slug() + "/waiting-room";
    }

    /** The cookie that carries a browser's place at an event. */
    public static String cookie(EventId event) {
        return "marquee_place_" + event.toString().replace("-", "");
    }

    /** The signed place that a browser carries; null where it has none. */
    public static @Nullable String pass(HttpServletRequest request, EventId event) {
        Cookie cookie = WebUtils.getCookie(request, cookie(event));
        return cookie == null ? null : cookie.getValue();
    }

    /** Whether visitors of this event have to wait, as this node knows; at most a second stale. */
    public boolean isOpen(EventId event) {
        return open.of(event) != null;
    }

    /**
     * Lets a buyer take from the stock where no room is open, or with a place whose turn it is, which is used up by it unless the
     * stock refuses. How long it takes tells the room how fast to call.
     *
     * @param pass the signed place, if the buyer has one
     * @throws MustWait else
     */
    public <T> T through(EventView event, @Nullable String pass, Supplier<T> take) {
        OpenRoom room = open.of(event.id());
        return room == null ? measured(event, take) : admitted(event, room, admit(event, room, pass), take);
    }

    private Pass admit(EventView event, OpenRoom room, @Nullable String token) {
        Instant now = clock.instant();
        Pass pass = passes.open(token);
        if (pass == null || !room.knows(pass)) throw new RoomRefused.NoPlace(event);
        Stage stage = room.placeOf(pass, now).stage();
        if (stage == Stage.EXPIRED) throw new RoomRefused.PlaceExpired(event);
        if (stage != Stage.CALLED) throw new RoomRefused.NotCalled(event);
        if (!places.spend(room.room(), pass.number(), now)) throw new RoomRefused.PlaceUsed(event);
        return pass;
    }

    private <T> T admitted(EventView event, OpenRoom room, Pass pass, Supplier<T> take) {
        boolean taken = false;
        try {
            T result = measured(event, take);
            taken = true;
            load.admitted(event);
            return result;
        } finally {
            if (!taken) places.unspend(room.room(), pass.number());
        }
    }

    private <T> T measured(EventView event, Supplier<T> take) {
        long from = System.nanoTime();
        load.began(event);
        try {
            T result = take.get();
            load.ended(event, System.nanoTime() - from);
            return result;
        } catch (Refusal refused) {
            // turned away since too many come is slower than slow; being told that nothing is left is not
            boolean overrun = refused.kind() == Refusal.Kind.UNAVAILABLE;
            load.ended(event, overrun ? Long.MAX_VALUE : System.nanoTime() - from);
            throw refused;
        } catch (RuntimeException | Error failed) {
            load.ended(event, Long.MAX_VALUE);
            throw failed;
        }
    }
}
