package io.marquee.waitingroom;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A node's waiting rooms, on a clock that a test moves. */
final class Node {
    final Hand clock;
    final WaitingRoom room;
    final Places places;
    final WaitingRooms rooms;
    final CheckoutLoad load = new CheckoutLoad();
    private final RoomClock beats;
    private final Acting acting;

    private Node(Hand clock, Makes makes) {
        this.clock = clock;
        this.acting = makes.acting;
        RoomTable table = makes.table;
        PlaceTable placeTable = makes.placeTable;
        RoomMoves moves = makes.moves;
        OpenRooms open = new OpenRooms(table, placeTable, acting, makes.transaction);
        Passes passes = new Passes(makes.settings);
        Numbers numbers = new Numbers(placeTable, moves, acting, clock);
        room = new WaitingRoom(open, placeTable, passes, load, clock);
        places = new Places(open, numbers, placeTable, passes, acting, makes.transaction, clock);
        rooms = new WaitingRooms(table, moves, open, makes.access, acting, makes.transaction);
        beats = new RoomClock(open, table, placeTable, moves, load, acting, makes.transaction, clock);
    }

    /** Makes nodes on the application's database. */
    @Component
    static final class Makes {
        @Autowired
        private RoomTable table;

        @Autowired
        private PlaceTable placeTable;

        @Autowired
        private RoomMoves moves;

        @Autowired
        private Acting acting;

        @Autowired
        private Access access;

        @Autowired
        private Settings settings;

        @Autowired
        private TransactionTemplate transaction;

        Settings settings() {
            return settings;
        }

        Node node(Hand clock) {
            return new Node(clock, this);
        }
    }

    /** A clock's hand. */
    static final class Hand extends Clock {
        private volatile Instant now;

        Hand(Instant now) {
            this.now = now;
        }

        void to(Instant instant) {
            now = instant;
        }

        void on(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** A second passes, and is noticed. */
    void second() {
        clock.on(Duration.ofSeconds(1));
        beat();
    }

    void beat() {
        beats.beat();
    }

    RoomView change(EventView event, RoomSettings settings) {
        return acting.as(EventFixture.owner(event.organization()), () -> rooms.change(event, settings));
    }

    RoomView view(EventView event) {
        return rooms.of(event);
    }

    /** Somebody new comes. @return their place's signature */
    String arrival(EventView event) {
        return places.take(event, null, null);
    }

    Place place(EventView event, @Nullable String pass) {
        return places.look(event.id(), pass);
    }

    /** Somebody goes on with a place. @return "in", or the code of the refusal */
    String tries(EventView event, @Nullable String pass) {
        return tries(event, pass, () -> "in");
    }

    String tries(EventView event, @Nullable String pass, Supplier<String> take) {
        try {
            return Objects.requireNonNull(room.through(event, pass, take));
        } catch (RoomRefused refused) {
            return refused.code();
        }
    }
}
