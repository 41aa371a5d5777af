package io.marquee.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Rush;
import io.marquee.waitingroom.Place.Stage;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The room on nodes whose clock the test moves, on the real database. */
class WaitingRoomTest extends RoomOnTwoNodes {
    @Test
    void before_the_opening_nobody_goes_on() {
        String early = node.arrival(event);
        clock.to(OPENING.minusMillis(1));
        node.beat();

        assertThat(node.place(event, early).stage()).isEqualTo(Stage.GATHERING);
        assertThat(node.tries(event, early)).isEqualTo("place_not_called");
        assertThat(node.tries(event, null)).isEqualTo("waiting_room");
        assertThat(other.tries(event, early)).isEqualTo("place_not_called");
    }

    @Test
    void at_the_opening_those_present_are_drawn_and_every_node_knows_the_same_places() {
        List<String> present = arrivals(200);
        open();

        List<Long> drawn = positions(node, present);
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 200).boxed().toList());
        assertThat(drawn).isNotEqualTo(LongStream.range(0, 200).boxed().toList());
        assertThat(positions(other, present)).isEqualTo(drawn);
        RoomView view = node.view(event);
        Draw recomputed = new Draw(HexFormat.of().parseHex(view.seed()), view.present());
        assertThat(LongStream.range(0, 200).map(recomputed::placeOf).boxed()).isEqualTo(drawn);
    }

    @Test
    void who_comes_later_queues_behind_them_in_the_order_of_coming_whichever_node_they_come_to() {
        arrivals(20);
        open();
        List<String> late = IntStream.range(0, 10)
                .mapToObj(i -> (i % 2 == 0 ? node : other).arrival(event))
                .toList();

        assertThat(positions(node, late))
                .isEqualTo(LongStream.range(20, 30).boxed().toList());
    }

    @Test
    void at_the_very_moment_of_the_opening_one_is_late_even_if_no_node_has_noticed_it_yet() {
        String lastPresent = node.arrival(event);
        clock.to(OPENING);
        String firstLate = node.arrival(event);
        node.beat();

        assertThat(node.view(event).present()).isEqualTo(1);
        assertThat(node.place(event, lastPresent).position()).isZero();
        assertThat(node.place(event, firstLate).position()).isEqualTo(1);
    }

    @Test
    void one_that_a_slow_node_takes_for_early_after_the_draw_is_late() {
        arrivals(3);
        Node slow = makes.node(new Node.Hand(OPENING.minusSeconds(1)));
        slow.beat();
        open();

        assertThat(node.place(event, slow.arrival(event)).position()).isEqualTo(3);
    }

    @Test
    void a_crowd_that_comes_at_once_gets_numbers_without_a_gap_or_a_double() throws InterruptedException {
        List<Object> passes = Rush.of(300, i -> () -> (i % 2 == 0 ? node : other).arrival(event));
        List<String> all = Rush.only(passes, String.class);

        assertThat(all).hasSize(300);
        assertThat(all.stream().map(pass -> node.place(event, pass).number()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 300).boxed().toList());
    }

    @Test
    void a_place_survives_all_nodes() {
        List<String> present = arrivals(150);
        open();
        seconds(2);
        List<Place> before =
                present.stream().map(pass -> node.place(event, pass)).toList();

        Node fresh = makes.node(clock);
        fresh.beat();

        assertThat(present.stream().map(pass -> fresh.place(event, pass)).toList())
                .isEqualTo(before);
        assertThat(before).extracting(Place::stage).contains(Stage.CALLED, Stage.WAITING);
    }

    @Test
    void who_has_a_place_gets_no_second_one() {
        String place = node.arrival(event);
        assertThat(other.places.take(event, place, null)).isEqualTo(place);
        open();
        assertThat(other.places.take(event, place, null)).isEqualTo(place);
        assertThat(node.view(event).issued()).isEqualTo(1);
    }

    @Test
    void places_are_called_in_order_and_good_for_one_hold_on_any_node() {
        List<String> present = arrivals(40);
        open();
        List<String> order = inOrder(present);
        long called = node.view(event).called();

        assertThat(called).isBetween(5L, 20L);
        assertThat(node.tries(event, order.get((int) called - 1))).isEqualTo("in");
        assertThat(node.tries(event, order.get((int) called))).isEqualTo("place_not_called");
        assertThat(node.tries(event, order.getFirst())).isEqualTo("in");
        assertThat(node.place(event, order.getFirst()).stage()).isEqualTo(Stage.USED);
        assertThat(node.tries(event, order.getFirst())).isEqualTo("place_used");
        assertThat(other.tries(event, order.getFirst())).isEqualTo("place_used");
    }

    @Test
    void a_place_is_used_once_however_many_tabs_try_at_once() throws InterruptedException {
        String place = node.arrival(event);
        open();
        List<Object> tries = Rush.of(30, i -> () -> (i % 2 == 0 ? node : other).tries(event, place));

        assertThat(tries).filteredOn("in"::equals).hasSize(1);
        assertThat(tries).filteredOn("place_used"::equals).hasSize(29);
    }

    @Test
    void a_place_is_not_used_up_where_the_stock_refuses() {
        String place = node.arrival(event);
        open();
        assertThatThrownBy(() -> node.room.through(event, place, () -> {
                    throw new IllegalStateException("sold out");
                }))
                .hasMessage("sold out");
        assertThat(node.tries(event, place)).isEqualTo("in");
    }

    @Test
    void a_few_holds_may_be_allowed_for_a_place() {
        node.change(event, new RoomSettings(RoomMode.ON, OPENING, 5, 2, false));
        String place = node.arrival(event);
        open();
        assertThat(List.of(node.tries(event, place), node.tries(event, place), node.tries(event, place)))
                .containsExactly("in", "in", "place_used");
    }

    @Test
    void a_place_that_was_called_expires() {
        String place = node.arrival(event);
        open();
        assertThat(node.place(event, place).until()).isEqualTo(OPENING.plus(Duration.ofMinutes(5)));
        clock.to(OPENING.plus(Duration.ofMinutes(5)).minusMillis(1));
        assertThat(node.place(event, place).stage()).isEqualTo(Stage.CALLED);
        clock.to(OPENING.plus(Duration.ofMinutes(5)));

        assertThat(node.place(event, place).stage()).isEqualTo(Stage.EXPIRED);
        assertThat(node.tries(event, place)).isEqualTo("place_expired");
        String again = node.places.take(event, place, null);
        assertThat(node.place(event, again).number()).isEqualTo(1);
    }

    @Test
    void an_expired_place_stays_expired_when_the_calls_of_its_time_are_forgotten() {
        List<String> present = arrivals(200);
        open();
        for (int i = 0; i < 420; i++) second();
        Node fresh = makes.node(clock);
        fresh.beat();

        assertThat(count("calls")).isLessThan(15);
        assertThat(present)
                .allSatisfy(pass -> assertThat(fresh.tries(event, pass)).isEqualTo("place_expired"));
    }

    @Test
    void forged_and_foreign_places_open_nothing() {
        String place = node.arrival(event);
        EventView elsewhere = fixture.event();
        node.change(elsewhere, on(false));
        String foreign = node.arrival(elsewhere);
        open();
        String forged = place.substring(0, place.length() - 2) + (place.endsWith("AA") ? "BB" : "AA");

        assertThat(node.tries(event, foreign)).isEqualTo("waiting_room");
        assertThat(node.tries(event, forged)).isEqualTo("waiting_room");
        assertThat(node.tries(event, "p_")).isEqualTo("waiting_room");
        assertThat(node.tries(event, "p_%%%")).isEqualTo("waiting_room");
        assertThat(node.tries(event, "h_" + place.substring(2))).isEqualTo("waiting_room");
        assertThat(node.tries(event, place)).isEqualTo("in");
    }

    @Test
    void places_of_an_earlier_round_are_void() {
        String place = node.arrival(event);
        open();
        node.change(event, new RoomSettings(RoomMode.OFF, null, 5, 1, false));
        assertThat(node.tries(event, null)).isEqualTo("in");
        clock.to(OPENING.minusSeconds(5));
        node.change(event, on(false));
        open();

        assertThat(node.tries(event, place)).isEqualTo("waiting_room");
        assertThat(node.view(event).issued()).isZero();
    }

    @Test
    void where_places_are_bound_to_addresses_each_proven_address_has_one() {
        node.change(event, on(true));
        other.beat();
        assertThatThrownBy(() -> node.arrival(event)).isInstanceOf(RoomRefused.AddressNeeded.class);
        String unbound = new Passes(makes.settings()).seal(new Pass(event.id(), 1, 0, false));

        String first = acting.as(verified("ada@example.org"), () -> node.arrival(event));
        String again = acting.as(verified("ada@example.org"), () -> other.arrival(event));
        String bob = acting.as(verified("bob@example.org"), () -> node.arrival(event));
        open();

        assertThat(again).isEqualTo(first);
        assertThat(bob).isNotEqualTo(first);
        assertThat(node.tries(event, first)).isEqualTo("in");
        assertThat(node.tries(event, again)).isEqualTo("place_used");
        assertThat(node.tries(event, unbound)).isEqualTo("waiting_room");
    }

    @Test
    void only_the_team_that_may_edit_changes_it() {
        assertThatThrownBy(() -> acting.as(
                        EventFixture.person(event.id(), EventRole.VIEWER), () -> node.rooms.change(event, on(false))))
                .isInstanceOf(Forbidden.class);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> node.change(event, new RoomSettings(RoomMode.ON, null, 5, 1, false)));
        open();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(
                        () -> node.change(event, new RoomSettings(RoomMode.ON, OPENING.plusSeconds(60), 5, 1, false)))
                .satisfies(e -> assertThat(e.problems().getFirst().code()).isEqualTo("room_is_open"));
    }
}
