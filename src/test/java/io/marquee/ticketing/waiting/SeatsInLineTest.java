package io.marquee.ticketing.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.seating.SeatEdits.Action;
import io.marquee.seating.SeatName;
import io.marquee.seating.SeatPlan;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.WaitingFixture;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.TicketsRefused.SeatsGone;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People who wait for numbered seats. */
@MarqueeTest
class SeatsInLineTest {
    private static final int PUBLIC = 24;

    @Autowired
    TicketFixture tickets;

    @Autowired
    SeatFixture seating;

    @Autowired
    WaitingFixture waiting;

    @Autowired
    WaitingTeam team;

    @Autowired
    TicketTypeReads types;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView type;
    SeatPlan plan;
    List<HoldView> held;

    @BeforeEach
    void every_seat_is_taken_though_there_are_more_tickets() {
        event = tickets.event();
        type = tickets.type(event, 100);
        plan = seating.plan(event, 2, 4, type);
        held = List.of(pick("A1", "A2"), pick("A3", "A4"), pick("B1"), pick("B2", "B3"), pick("B4"));
    }

    @AfterEach
    void counters_and_seats_say_what_the_rows_say() {
        assertThat(waiting.drift(event)).isEmpty();
    }

    @Test
    void a_seat_that_is_given_back_is_offered_to_whoever_is_next_by_its_name() {
        EntryView first = waiting.join(event, type, 1);
        EntryView second = waiting.join(event, type, 1);

        waiting.release(held.get(2));

        assertThat(seatsOf(first)).containsExactly("B1");
        assertThat(waiting.offered(second)).isZero();
        assertThatThrownBy(() -> pick("B1")).isInstanceOf(SeatsGone.class);
        assertThatThrownBy(() -> tickets.hold(event, type, 1)).isInstanceOf(SoldOut.class);
        OfferView offer = waiting.offersOf(first).getFirst();
        assertThat(Duration.between(offer.createdAt(), offer.expiresAt())).isEqualTo(Duration.ofHours(24));
        assertThat(tickets.sell(waiting.holdOf(offer), first.email()))
                .extracting(ticket -> ticket.seat().row() + ticket.seat().seat())
                .containsExactly("B1");
    }

    @Test
    void one_waits_only_where_no_seat_is_free_whatever_the_quota_says() {
        waiting.release(held.get(2));

        assertThatThrownBy(() -> waiting.join(event, type, 1)).isInstanceOf(WaitingRefused.NotSoldOut.class);
        pick("B1");
        assertThat(waiting.join(event, type, 1).position()).isEqualTo(1);
    }

    @Test
    void who_waits_for_two_is_offered_neighbours_and_a_part_where_only_one_is_free() {
        EntryView three = waiting.join(event, type, 3);

        waiting.release(held.get(3));
        assertThat(seatsOf(three)).containsExactly("B2", "B3");
        waiting.release(held.get(4));

        assertThat(waiting.offersOf(three)).hasSize(2);
        assertThat(seatsOf(three)).containsExactly("B4");
        assertThat(waiting.now(three).state()).isEqualTo(EntryState.SERVED);
    }

    @Test
    void refunded_expired_and_unblocked_seats_and_new_rows_are_offered_alike() {
        TicketView sold = tickets.sell(held.get(2), "ada@example.org").getFirst();
        waiting.release(held.get(4));
        seating.apply(event, Action.BLOCK, SeatFixture.seat(plan, "B4"));
        EntryView all = waiting.join(event, type, 5);

        waiting.refund(sold);
        assertThat(seatsOf(all)).containsExactly("B1");
        seating.apply(event, Action.UNBLOCK, SeatFixture.seat(plan, "B4"));
        assertThat(seatsOf(all)).containsExactly("B4");
        waiting.pass(event, held.get(3).id());
        assertThatThrownBy(() -> tickets.hold(event, type, 1)).isInstanceOf(SoldOut.class);
        assertThat(seatsOf(all)).containsExactly("B2", "B3");
        seating.section(event, "Balcony", 1, 3, type);

        assertThat(waiting.offered(all)).isEqualTo(5);
        assertThat(seatsOf(all)).containsExactly("A1");
        assertThat(names(tickets.hold(event, type, 2))).containsExactly("A2", "A3");
    }

    @Test
    void blocked_seats_that_are_deleted_are_offered_to_nobody() {
        waiting.release(held.get(4));
        seating.apply(event, Action.BLOCK, SeatFixture.seat(plan, "B4"));
        EntryView one = waiting.join(event, type, 1);

        seating.apply(event, Action.DELETE, SeatFixture.seat(plan, "B4"));

        assertThat(waiting.offered(one)).isZero();
    }

    @Test
    void an_offer_that_is_let_go_goes_to_the_next_with_its_seat() {
        EntryView first = waiting.join(event, type, 1);
        EntryView second = waiting.join(event, type, 1);
        waiting.release(held.get(4));
        waiting.pass(event, waiting.offersOf(first).getFirst().hold());

        Awaitility.await().until(() -> waiting.offered(second), n -> n == 1);

        assertThat(waiting.now(first).state()).isEqualTo(EntryState.PASSED);
        assertThat(seatsOf(second)).containsExactly("B4");
    }

    @Test
    void what_is_left_is_counted_in_seats() {
        assertThat(left()).isZero();
        waiting.release(held.get(0));

        assertThat(left()).isEqualTo(2);
        assertThat(types.onShow(List.of(event.id())).get(event.id()).getFirst().left())
                .isEqualTo(2);
    }

    @Test
    void while_somebody_waits_the_public_gets_no_seat_however_it_hammers() throws Exception {
        List<EntryView> line = IntStream.range(0, 5)
                .mapToObj(i -> waiting.join(event, type, 2))
                .toList();

        List<Object> outcomes = hammered();

        assertThat(Rush.only(outcomes, HoldView.class)).isEmpty();
        assertThat(Rush.only(outcomes, SeatsGone.class)).hasSize(PUBLIC);
        assertThat(line.stream().mapToInt(waiting::offered).sum()).isEqualTo(8);
    }

    @Test
    void control_with_the_list_switched_off_the_public_gets_seats() throws Exception {
        EntryView one = waiting.join(event, type, 2);
        acting.as(EventFixture.owner(event.organization()), () -> {
            team.open(event, type.id(), false);
            return "";
        });

        List<Object> outcomes = hammered();

        assertThat(Rush.only(outcomes, HoldView.class)).isNotEmpty();
        assertThat(waiting.offered(one)).isZero();
    }

    /** Everything is given back, hold by hold, while the public tries for each seat. */
    private List<Object> hammered() throws InterruptedException {
        List<Callable<?>> all = new ArrayList<>();
        held.forEach(hold -> all.add(() -> {
            waiting.release(hold);
            return "released";
        }));
        List<SeatPlan.Spot> spots = plan.spots().toList();
        for (int i = 0; i < PUBLIC; i++) {
            UUID seat = spots.get(i % spots.size()).seat().id();
            all.add(i % 2 * all.size(), () -> seating.pick(event, type, seat));
        }
        return Rush.of(all.size(), all::get);
    }

    private int left() {
        return types.onShowNow(event.id(), null).getFirst().left();
    }

    private HoldView pick(String... names) {
        return seating.pick(event, type, SeatFixture.seats(plan, names));
    }

    /** Of the newest offer. */
    private List<String> seatsOf(EntryView entry) {
        List<OfferView> offers = waiting.offersOf(entry);
        return offers.isEmpty() ? List.of() : words(offers.getFirst().seats());
    }

    private static List<String> names(HoldView hold) {
        return words(hold.seats());
    }

    private static List<String> words(List<SeatName> seats) {
        return seats.stream().map(seat -> seat.row() + seat.seat()).toList();
    }
}
