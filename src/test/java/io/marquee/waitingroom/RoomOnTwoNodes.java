package io.marquee.waitingroom;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The room on nodes whose clock the test moves, on the real database. */
/** A waiting room that gathers, two nodes that know of it, and a clock that a test moves. */
@MarqueeTest
abstract class RoomOnTwoNodes {
    /** Later than the application's own clock, so that it leaves these rooms alone. */
    static final Instant OPENING = Instant.parse("2031-05-02T10:00:00Z");

    @Autowired
    TicketFixture fixture;

    @Autowired
    Node.Makes makes;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Node.Hand clock = new Node.Hand(OPENING.minusSeconds(600));
    Node node;
    Node other;
    EventView event;

    @BeforeEach
    void a_room_that_gathers() {
        node = makes.node(clock);
        other = makes.node(clock);
        event = fixture.event();
        node.change(event, on(false));
        other.beat();
    }

    static RoomSettings on(boolean verified) {
        return new RoomSettings(RoomMode.ON, OPENING, 5, 1, verified);
    }

    List<String> arrivals(int people) {
        List<String> passes = new ArrayList<>();
        for (int i = 0; i < people; i++) passes.add((i % 3 == 0 ? other : node).arrival(event));
        return passes;
    }

    void open() {
        clock.to(OPENING);
        node.beat();
        other.beat();
    }

    void second() {
        clock.on(Duration.ofSeconds(1));
        node.beat();
        other.beat();
    }

    void seconds(int count) {
        for (int i = 0; i < count; i++) second();
    }

    List<Long> positions(Node asked, List<String> passes) {
        return passes.stream().map(pass -> asked.place(event, pass).position()).toList();
    }

    List<String> inOrder(List<String> passes) {
        return passes.stream()
                .sorted(Comparator.comparing(pass -> node.place(event, pass).position()))
                .toList();
    }

    void strain(Node where, int seconds) {
        strain(where, event, seconds);
    }

    static void strain(Node where, EventView event, int seconds) {
        for (int i = 0; i < 20; i++) {
            where.load.began(event);
            where.load.ended(event, Duration.ofSeconds(seconds).toNanos());
        }
    }

    static Actor.Person verified(String address) {
        return new Actor.Person(PersonId.next(), address, false, Map.of(), Map.of());
    }

    List<String> moves(EventView of) {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql(
                        "select to_state from audit.transitions where subject = 'waiting_room' and event_id = ? order by id")
                .param(of.id().value())
                .query(String.class)
                .list()));
    }

    long count(String table) {
        return acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql("select count(*) from waitingroom." + table + " where event_id = ?")
                        .param(event.id().value())
                        .query(Long.class)
                        .single()));
    }
}
