package io.marquee.waitingroom;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.waitingroom.Place.Stage;
import io.marquee.waitingroom.RoomRefused.AddressNeeded;
import io.marquee.waitingroom.RoomRefused.LinkNotGood;
import io.marquee.waitingroom.RoomRefused.RoomClosed;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Visitors' places: taking one, and asking how it stands. */
@Component
public class Places {
    private final OpenRooms open;
    private final Numbers numbers;
    private final PlaceTable table;
    private final Passes passes;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Places(
            OpenRooms open,
            Numbers numbers,
            PlaceTable table,
            Passes passes,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.open = open;
        this.numbers = numbers;
        this.table = table;
        this.passes = passes;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A place for this visitor. Who has one that is still good keeps it; where places are bound to addresses, the acting person's
     * verified address has one, or the one that the mailed link proves.
     *
     * @param pass the visitor's signed place, if there is one
     * @param link from a mail, if there is one
     * @return the signed place
     * @throws AddressNeeded where an address must be proven first
     * @throws LinkNotGood
     * @throws RoomClosed where one may go on without
     */
    public String take(EventView event, @Nullable String pass, @Nullable String link) {
        OpenRoom room = open.of(event.id());
        if (room == null) throw new RoomClosed();
        Stage had = look(event.id(), pass).stage();
        if (pass != null && (had == Stage.GATHERING || had == Stage.WAITING || had == Stage.CALLED)) return pass;
        if (room.room().settings().verified()) return bound(room.room(), proven(event, link));
        Numbers.Number number = numbers.next(room.room());
        return passes.seal(new Pass(event.id(), number.round(), number.number(), false));
    }

    /** Without a query. A used place looks as it did before it was used. @param pass what the visitor carries */
    public Place glance(EventId event, @Nullable String pass) {
        OpenRoom room = open.of(event);
        return room == null ? Place.open() : room.placeOf(passes.open(pass), clock.instant());
    }

    /** As {@link #glance}, but knows of a place that was called whether it was used. */
    public Place look(EventId event, @Nullable String pass) {
        Place place = glance(event, pass);
        OpenRoom room = open.of(event);
        if (room == null || place.stage() != Stage.CALLED) return place;
        boolean spent = acting.asSystem(
                room.room().organization(),
                () -> Boolean.TRUE.equals(transaction.execute(status -> table.spent(room.room(), place.number()))));
        return spent ? place.used() : place;
    }

    /** The event that a signed place is for. @return null for what we did not make */
    public @Nullable EventId eventOf(@Nullable String pass) {
        Pass opened = passes.open(pass);
        return opened == null ? null : opened.event();
    }

    /** Whether a mailed link could be used now. */
    public boolean isGood(EventId event, @Nullable String link) {
        Passes.Proof proof = passes.openLink(link, clock.instant());
        return proof != null && proof.event().equals(event);
    }

    /** Whether the acting person's address is proven already. */
    public static boolean knowsAddress() {
        return Acting.current() instanceof Actor.Person person && person.verifiedEmail() != null;
    }

    private String proven(EventView event, @Nullable String link) {
        if (link != null && !link.isEmpty()) {
            Passes.Proof proof = passes.openLink(link, clock.instant());
            if (proof == null || !proof.event().equals(event.id())) throw new LinkNotGood();
            return proof.address();
        } else if (Acting.current() instanceof Actor.Person person && person.verifiedEmail() != null) {
            return person.verifiedEmail();
        } else {
            throw new AddressNeeded();
        }
    }

    /** One number for each address, whichever node or browser asks. */
    private String bound(Room room, String address) {
        byte[] digest = passes.digest(address);
        Long had = inside(room, () -> table.numberOf(room, digest));
        if (had != null) return passes.seal(new Pass(room.event(), room.round(), had, true));
        Numbers.Number number = numbers.next(room);
        Long given = inside(
                room,
                () -> table.give(room, digest, number.number())
                        ? (Long) number.number()
                        : table.numberOf(room, digest));
        return passes.seal(new Pass(room.event(), number.round(), given == null ? number.number() : given, true));
    }

    private @Nullable Long inside(Room room, Supplier<@Nullable Long> work) {
        return acting.<@Nullable Long>asSystem(room.organization(), () -> transaction.execute(status -> work.get()));
    }
}
