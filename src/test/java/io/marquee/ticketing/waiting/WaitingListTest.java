package io.marquee.ticketing.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.WaitingFixture;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import io.marquee.ticketing.waiting.WaitingList.Joining;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class WaitingListTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    WaitingFixture waiting;

    @Autowired
    WaitingList list;

    @Autowired
    WaitingTeam team;

    @Autowired
    OfferTelling telling;

    @Autowired
    Events events;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView type;
    HoldView last;

    @BeforeEach
    void everything_is_taken() {
        event = tickets.event();
        type = tickets.type(event, 4);
        last = tickets.hold(event, type, 4);
    }

    @AfterEach
    void counters_say_what_the_rows_say() {
        assertThat(waiting.drift(event)).isEmpty();
    }

    @Test
    void people_wait_in_the_order_in_which_they_came_and_only_for_what_is_sold_out() {
        EntryView first = waiting.join(event, type, 2);
        EntryView second = waiting.join(event, type, 1);

        assertThat(waiting.now(first).position()).isEqualTo(1);
        assertThat(waiting.now(second).position()).isEqualTo(2);
        assertThat(waiting.leave(first).state()).isEqualTo(EntryState.LEFT);
        assertThat(waiting.now(second).position()).isEqualTo(1);
        TicketTypeView free = tickets.type(event, 1);
        assertThatThrownBy(() -> waiting.join(event, free, 1)).isInstanceOf(WaitingRefused.NotSoldOut.class);
        assertThatThrownBy(() -> waiting.join(event, type, 11)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> list.join(event, type.id(), new Joining("Wanda", second.email(), 1, Locale.ENGLISH)))
                .isInstanceOf(WaitingRefused.AlreadyWaiting.class);
        assertThatThrownBy(() -> acting.as(Actor.ANONYMOUS, () -> list.leave(second.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_a_buyer_gives_back_is_held_for_those_in_line_and_a_part_of_what_somebody_wants_is_offered_too() {
        EntryView three = waiting.join(event, type, 3);
        EntryView two = waiting.join(event, type, 2);
        EntryView one = waiting.join(event, type, 1);

        waiting.release(last);

        assertThat(waiting.offered(three)).isEqualTo(3);
        assertThat(waiting.offered(two)).isEqualTo(1);
        assertThat(waiting.offered(one)).isZero();
        assertThat(waiting.now(two).position()).isEqualTo(1);
        assertThat(waiting.now(one).position()).isEqualTo(2);
        assertThatThrownBy(() -> tickets.hold(event, type, 1)).isInstanceOf(SoldOut.class);
        HoldView offer = waiting.holdOf(waiting.offersOf(three).getFirst());
        assertThat(Duration.between(offer.createdAt(), offer.expiresAt())).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void refunds_cancellations_expiry_and_a_larger_size_are_offered_alike() {
        waiting.release(last);
        List<TicketView> sold = tickets.sell(tickets.hold(event, type, 3), "ada@example.org");
        HoldView held = tickets.hold(event, type, 1);
        EntryView all = waiting.join(event, type, 4);

        waiting.refund(sold.getFirst());
        assertThat(waiting.offered(all)).isEqualTo(1);
        waiting.pass(event, held.id());
        assertThatThrownBy(() -> tickets.hold(event, type, 1)).isInstanceOf(SoldOut.class);
        assertThat(waiting.offered(all)).isEqualTo(2);
        tickets.edit(type, details -> TicketFixture.general(6));

        assertThat(waiting.offered(all)).isEqualTo(4);
        assertThat(waiting.now(all).state()).isEqualTo(EntryState.SERVED);
        assertThatThrownBy(() -> tickets.hold(event, type, 1)).isInstanceOf(SoldOut.class);
    }

    @Test
    void an_offer_that_is_not_used_goes_to_the_next_and_what_nobody_wants_is_on_sale() {
        EntryView first = waiting.join(event, type, 4);
        EntryView second = waiting.join(event, type, 2);
        waiting.release(last);
        waiting.pass(event, waiting.offersOf(first).getFirst().hold());

        Awaitility.await().until(() -> waiting.offered(second), offered -> offered == 2);

        assertThat(waiting.now(first).state()).isEqualTo(EntryState.PASSED);
        assertThat(tickets.hold(event, type, 2).state()).isEqualTo(HoldState.ACTIVE);
        waiting.leave(second);
        assertThat(waiting.offersOf(second)).extracting(OfferView::state).containsOnly(HoldState.RELEASED);
        assertThat(tickets.hold(event, type, 2).state()).isEqualTo(HoldState.ACTIVE);
    }

    @Test
    void an_offer_is_bought_like_any_hold_and_its_person_is_served() {
        EntryView entry = waiting.join(event, type, 1);
        waiting.release(last);
        List<TicketView> bought =
                tickets.sell(waiting.holdOf(waiting.offersOf(entry).getFirst()), entry.email());

        assertThat(bought).hasSize(1);
        assertThat(waiting.now(entry).state()).isEqualTo(EntryState.SERVED);
        assertThat(waiting.offersOf(entry)).extracting(OfferView::state).containsOnly(HoldState.CONSUMED);
    }

    @Test
    void a_capacity_that_types_share_is_offered_to_whoever_came_first_of_any_of_them() {
        EventView small = tickets.eventFor(4);
        TicketTypeView seats = tickets.type(small, 10);
        TicketTypeView standing = tickets.type(small, 10);
        HoldView all = tickets.hold(small, seats, 4);
        EntryView stands = waiting.join(small, standing, 3);
        EntryView sits = waiting.join(small, seats, 3);

        waiting.release(all);

        assertThat(waiting.offered(stands)).isEqualTo(3);
        assertThat(waiting.offered(sits)).isEqualTo(1);
        assertThat(waiting.drift(small)).isEmpty();
    }

    @Test
    void the_team_switches_a_list_off_and_on_puts_somebody_in_front_and_removes_others() {
        EntryView first = waiting.join(event, type, 1);
        EntryView second = waiting.join(event, type, 1);
        Actor owner = EventFixture.owner(event.organization());
        acting.as(owner, () -> team.offer(event, second.id()));
        assertThat(waiting.now(second).position()).isEqualTo(1);

        acting.as(owner, () -> team.open(event, type.id(), false));
        waiting.release(last);
        assertThat(waiting.offered(second)).isZero();
        assertThat(tickets.hold(event, type, 3)).isNotNull();
        assertThatThrownBy(() -> waiting.join(event, type, 1)).isInstanceOf(WaitingRefused.Closed.class);

        acting.as(owner, () -> team.set(event, new WaitingRule(30)));
        acting.as(owner, () -> team.open(event, type.id(), true));
        assertThat(waiting.offered(second)).isEqualTo(1);
        OfferView offer = waiting.offersOf(second).getFirst();
        assertThat(Duration.between(offer.createdAt(), offer.expiresAt())).isEqualTo(Duration.ofMinutes(30));

        acting.as(owner, () -> team.remove(event, second.id()));
        assertThat(waiting.now(second).state()).isEqualTo(EntryState.REMOVED);
        assertThat(waiting.offered(first)).isEqualTo(1);
        assertThatThrownBy(() -> acting.as(WaitingFixture.bearer(first), () -> team.remove(event, first.id())))
                .isInstanceOf(io.marquee.kernel.Refusal.class);
    }

    @Test
    void a_sale_that_opens_again_serves_those_in_line_first_and_a_cancelled_event_closes_the_line() {
        EntryView first = waiting.join(event, type, 1);
        EntryView second = waiting.join(event, type, 4);
        tickets.edit(type, details -> TicketFixture.until(4, Instant.EPOCH.plusSeconds(1)));
        waiting.release(last);
        assertThat(waiting.offered(first)).isZero();

        tickets.edit(type, details -> TicketFixture.general(4));
        assertThat(waiting.offered(first)).isEqualTo(1);
        assertThat(waiting.offered(second)).isEqualTo(3);

        acting.as(EventFixture.owner(event.organization()), () -> events.cancel(event.id(), "storm"));
        assertThat(waiting.now(second).state()).isIn(EntryState.REMOVED, EntryState.PASSED);
        assertThat(waiting.offered(second)).isZero();
    }

    @Test
    void an_offer_is_told_once_with_its_price_and_an_overlooked_place_is_found() {
        EntryView entry = waiting.join(event, type, 2);
        waiting.release(last);
        telling.tell();
        HoldView offer = waiting.holdOf(waiting.offersOf(entry).getFirst());
        assertThat(offer.total()).isEqualTo(type.price().times(2));
        telling.tell();
        telling.offerOverlooked();
        assertThat(waiting.offersOf(entry)).hasSize(1);
    }
}
