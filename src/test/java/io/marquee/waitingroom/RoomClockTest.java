package io.marquee.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The room on nodes whose clock the test moves, on the real database. */
/** How fast places are called, and when a room comes on and goes by itself. */
class RoomClockTest extends RoomOnTwoNodes {
    @Test
    void nothing_is_saved_up_while_nobody_waits() {
        open();
        seconds(60);
        arrivals(100);
        seconds(1);
        assertThat(node.view(event).called()).isLessThan(25);
    }

    @Test
    void two_nodes_call_no_faster_than_one() {
        arrivals(400);
        open();
        double rate = node.view(event).perSecond();
        for (int i = 0; i < 5; i++) {
            clock.on(Duration.ofSeconds(1));
            node.beat();
            other.beat();
        }
        assertThat(node.view(event).called()).isBetween((long) (4 * rate), (long) (6 * rate + 1));
    }

    @Test
    void a_node_that_finds_the_checkout_strained_slows_the_calls_of_all() {
        arrivals(400);
        open();
        double before = node.view(event).perSecond();
        strain(other, 1);
        other.beat();
        second();

        assertThat(node.view(event).perSecond()).isLessThan(before);
        assertThat(node.view(event).strainedAt()).isNotNull();
    }

    @Test
    void a_room_comes_on_by_itself_where_holds_are_slow_for_eight_seconds_and_goes_when_nobody_waits() {
        EventView busy = fixture.event();
        for (int i = 0; i < 8; i++) {
            assertThat(node.tries(busy, null)).as("second " + i).isEqualTo("in");
            strain(node, busy, 1);
            second();
        }
        assertThat(node.tries(busy, null)).isEqualTo("waiting_room");
        String place = node.arrival(busy);
        second();
        assertThat(node.tries(busy, place)).isEqualTo("in");

        seconds(130);
        assertThat(node.tries(busy, null)).isEqualTo("in");
        assertThat(moves(busy)).containsExactly("gathering", "admitting", "closed");
    }

    @Test
    void it_does_not_come_on_where_its_team_wants_none() {
        EventView busy = fixture.event();
        node.change(busy, new RoomSettings(RoomMode.OFF, null, 5, 1, false));
        for (int i = 0; i < 12; i++) {
            strain(node, busy, 1);
            second();
        }
        assertThat(node.tries(busy, null)).isEqualTo("in");
    }

    @Test
    void the_estimate_follows_what_was_called_lately() {
        List<String> present = arrivals(300);
        open();
        seconds(3);
        Place last = present.stream()
                .map(pass -> node.place(event, pass))
                .max(Comparator.comparing(Place::position))
                .orElseThrow();
        double rate = node.view(event).perSecond();

        assertThat(last.ahead()).isEqualTo(299 - node.view(event).called());
        assertThat((double) last.seconds()).isBetween(last.ahead() / (2 * rate), 2 * last.ahead() / rate + 2);
        assertThat(last.pollSeconds()).isBetween(3, 20);
    }
}
