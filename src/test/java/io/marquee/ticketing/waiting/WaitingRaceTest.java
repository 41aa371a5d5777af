package io.marquee.ticketing.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.WaitingFixture;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The public hammers on a sold-out event while its places come free. */
@MarqueeTest
class WaitingRaceTest {
    private static final int PLACES = 12;
    private static final int PUBLIC = 24;

    @Autowired
    TicketFixture tickets;

    @Autowired
    WaitingFixture waiting;

    @Autowired
    WaitingTeam team;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView type;
    List<TicketView> sold;
    List<HoldView> held;
    List<HoldView> expired;

    @BeforeEach
    void everything_is_taken() {
        event = tickets.event();
        type = tickets.type(event, PLACES);
        sold = IntStream.range(0, 4)
                .mapToObj(i -> tickets.sell(tickets.hold(event, type, 1), "ada@example.org")
                        .getFirst())
                .toList();
        held = IntStream.range(0, 4).mapToObj(i -> tickets.hold(event, type, 1)).toList();
        expired = IntStream.range(0, 4)
                .mapToObj(i -> tickets.hold(event, type, 1))
                .toList();
    }

    @Test
    void the_public_gets_nothing_as_long_as_somebody_waits() throws Exception {
        List<EntryView> line = IntStream.range(0, PLACES + 2)
                .mapToObj(i -> waiting.join(event, type, 1))
                .toList();

        List<Object> outcomes = rush();

        assertThat(Rush.only(outcomes, HoldView.class)).isEmpty();
        assertThat(Rush.only(outcomes, SoldOut.class)).hasSize(PUBLIC);
        assertThat(line.stream().mapToInt(waiting::offered).toArray()).containsExactly(served());
        assertThat(waiting.drift(event)).isEmpty();
    }

    @Test
    void control_with_the_list_switched_off_the_public_gets_what_comes_free() throws Exception {
        IntStream.range(0, PLACES).forEach(i -> waiting.join(event, type, 1));
        acting.as(EventFixture.owner(event.organization()), () -> team.open(event, type.id(), false));

        List<Object> outcomes = rush();

        assertThat(Rush.only(outcomes, HoldView.class)).isNotEmpty();
        assertThat(waiting.drift(event)).isEmpty();
    }

    @Test
    void whoever_joins_while_places_come_free_gets_one_or_is_told_that_there_are_some() throws Exception {
        List<Callable<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            HoldView hold = held.get(i);
            all.add(() -> {
                waiting.release(hold);
                return "released";
            });
            all.add(() -> waiting.join(event, type, 1));
        }
        List<Object> outcomes = Rush.of(all.size(), all::get);

        List<EntryView> joined = Rush.only(outcomes, EntryView.class);
        int offered = joined.stream().mapToInt(waiting::offered).sum();
        boolean somebodyWaits =
                joined.stream().anyMatch(entry -> waiting.now(entry).state() == EntryState.WAITING);
        int left = 4 - offered;
        // nothing is free while somebody waits
        assertThat(somebodyWaits && left > 0).isFalse();
        assertThat(Rush.only(outcomes, WaitingRefused.NotSoldOut.class)).hasSize(4 - joined.size());
        assertThat(waiting.drift(event)).isEmpty();
    }

    /** Refunds, releases and expiry, with many others who want what comes back. */
    private List<Object> rush() throws InterruptedException {
        expired.forEach(hold -> waiting.pass(event, hold.id()));
        List<Callable<?>> all = new ArrayList<>();
        sold.forEach(ticket -> all.add(() -> waiting.refund(ticket)));
        held.forEach(hold -> all.add(() -> {
            waiting.release(hold);
            return "released";
        }));
        for (int i = 0; i < PUBLIC; i++) {
            all.add(i % 2 * all.size(), () -> tickets.hold(event, type, 1));
        }
        return Rush.of(all.size(), all::get);
    }

    /** One each, in order; the last two get nothing. */
    private static int[] served() {
        return IntStream.range(0, PLACES + 2).map(i -> i < PLACES ? 1 : 0).toArray();
    }
}
