package io.marquee.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.TicketCancellations;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.EventFixture;
import io.marquee.testing.GuestFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who holds a ticket is a guest who is going. */
@MarqueeTest
class TicketHoldersTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Ordering ordering;

    @Autowired
    TicketCancellations cancellations;

    @Autowired
    GuestFixture guests;

    @Autowired
    GuestReads reads;

    @Autowired
    GuestWork work;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView type;

    @BeforeEach
    void an_event_that_sells_tickets() {
        event = tickets.event();
        type = tickets.type(event, OrderFixture.free(20));
    }

    @Test
    void a_purchase_makes_a_guest_who_is_going_and_its_end_undoes_it() {
        OrderView order = orders.paid(event, type, 2);
        work.followAll();
        work.followAll();

        GuestView guest = guest(order.buyerEmail());
        assertThat(guest.state()).isEqualTo(GuestState.GOING);
        assertThat(guest.tickets()).isEqualTo(2);
        assertThat(kinds(guest)).containsOnlyOnce("state going").contains("bought");

        giveBack(order);
        work.followAll();

        assertThat(guest(order.buyerEmail()).state()).isEqualTo(GuestState.NOT_GOING);
        assertThat(guest(order.buyerEmail()).tickets()).isZero();
    }

    @Test
    void who_has_a_ticket_that_the_team_takes_back_is_not_going_any_more() {
        OrderView order = orders.paid(event, type, 1);
        work.followAll();

        acting.as(
                EventFixture.owner(event.organization()),
                () -> cancellations.cancel(
                        order.id(), List.of(orders.ticketsOf(order).getFirst().id()), "sold twice", true));
        work.followAll();

        assertThat(guest(order.buyerEmail()).state()).isEqualTo(GuestState.NOT_GOING);
    }

    @Test
    void orders_of_one_person_and_of_several_events_are_followed_together() {
        EventView other = tickets.event();
        TicketTypeView othersType = tickets.type(other, OrderFixture.free(20));
        OrderView given = orders.paid(event, type, 1);
        work.followAll();

        giveBack(given);
        OrderView more = orders.paid(event, type, 2);
        orders.paid(event, type, 3);
        orders.paid(other, othersType, 1);
        work.followAll();

        assertThat(more.buyerEmail()).isEqualTo(given.buyerEmail());
        assertThat(guest(given.buyerEmail()).tickets()).isEqualTo(5);
        assertThat(guest(given.buyerEmail()).state()).isEqualTo(GuestState.GOING);
        assertThat(kinds(guest(given.buyerEmail()))).contains("bought", "ticket_gone");
        assertThat(Objects.requireNonNull(guests.find(other, given.buyerEmail()))
                        .tickets())
                .isEqualTo(1);
    }

    @Test
    void who_said_maybe_before_says_maybe_again_when_the_ticket_is_gone() {
        Actor.Person buyer = new Actor.Person(PersonId.next(), "ada@example.org", false, Map.of(), Map.of());
        GuestView before = guests.says(buyer, event, GuestState.MAYBE);
        OrderView order = orders.paid(event, type, 1);
        work.followAll();
        assertThat(guest(order.buyerEmail()).state()).isEqualTo(GuestState.GOING);
        assertThatThrownBy(() -> guests.says(buyer, event, GuestState.NOT_GOING))
                .isInstanceOf(GuestRefused.HasTicket.class);

        giveBack(order);
        work.followAll();

        assertThat(guest(order.buyerEmail()).id()).isEqualTo(before.id());
        assertThat(guest(order.buyerEmail()).state()).isEqualTo(GuestState.MAYBE);
    }

    @Test
    void without_a_ticket_nobody_is_going_to_an_event_that_sells_them() {
        assertThatThrownBy(() -> guests.says(GuestFixture.somebody("Ada"), event, GuestState.GOING))
                .isInstanceOf(GuestRefused.TicketNeeded.class);
        assertThat(guests.says(GuestFixture.somebody("Ada"), event, GuestState.INTERESTED)
                        .state())
                .isEqualTo(GuestState.INTERESTED);
    }

    private void giveBack(OrderView order) {
        acting.as(EventFixture.owner(event.organization()), () -> ordering.refund(order.id(), "ill", null));
    }

    private GuestView guest(String email) {
        return Objects.requireNonNull(guests.find(event, email));
    }

    private List<String> kinds(GuestView guest) {
        return acting.as(EventFixture.owner(event.organization()), () -> reads.timeline(guest)).stream()
                .map(moment -> (moment.kind() + " " + moment.state()).strip())
                .toList();
    }
}
