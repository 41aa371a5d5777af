package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class TicketTypesTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    TicketTypes types;

    @Autowired
    TicketTypeReads reads;

    @Autowired
    Events events;

    @Autowired
    Stock stock;

    @Autowired
    Acting acting;

    @Test
    void the_quantity_goes_up_freely_and_down_to_what_is_taken() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 10);
        fixture.hold(event, type, 2);
        fixture.sell(fixture.hold(event, type, 3), "ada@example.com");

        fixture.edit(type, details -> TicketFixture.general(50));
        fixture.edit(type, details -> TicketFixture.general(5));

        assertThat(stock.of(type).left()).isZero();
        assertThatThrownBy(() -> fixture.edit(type, details -> TicketFixture.general(4)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.problems().getFirst().field()).isEqualTo("quantity");
                    assertThat(refused.problems().getFirst().arguments()).containsExactly(5);
                });
        assertThat(stock.of(type).size()).isEqualTo(5);
    }

    @RepeatedTest(5)
    void lowering_races_with_buyers_and_never_goes_below_them() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 40);

        List<Object> outcomes = Rush.of(
                48,
                i -> () -> i % 8 == 0
                        ? fixture.edit(type, details -> TicketFixture.general(10))
                        : fixture.hold(event, type, 1));

        // nobody waits so long for somebody else that the connections run out
        assertThat(outcomes)
                .hasOnlyElementsOfTypes(HoldView.class, TicketTypeView.class, SoldOut.class, InvalidInput.class);
        int held = Rush.only(outcomes, HoldView.class).size();
        assertThat(stock.of(type).held()).isEqualTo(held);
        assertThat(stock.of(type).size()).isGreaterThanOrEqualTo(held);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        EventView event = fixture.event();
        TicketTypeDetails wrong = new TicketTypeDetails(" ", "", Money.of(-1, "EUR"), -5, 0, 0, null, null, false);

        assertThatThrownBy(() -> fixture.type(event, wrong))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(InvalidInput.Problem::field)
                                .containsExactly("name", "price.amount", "quantity", "maxPerOrder", "maxPerPerson"));
    }

    @Test
    void a_capacity_that_comes_later_counts_what_was_taken_before() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 10);
        fixture.hold(event, type, 4);

        EventView small = resize(event, 5);

        assertThat(stock.shared(event.id())).isEqualTo(4);
        assertThat(stock.of(type).left()).isEqualTo(1);
        assertThatThrownBy(() -> fixture.hold(small, type, 2)).isInstanceOf(SoldOut.class);
        fixture.hold(small, type, 1);
        assertThatThrownBy(() -> resize(small, 4)).isInstanceOf(InvalidInput.class);
        resize(small, 6);
        assertThat(stock.of(type).left()).isEqualTo(1);
    }

    @Test
    void a_capacity_that_comes_in_the_middle_of_a_rush_misses_nobody() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 60);

        List<Object> outcomes = Rush.of(48, i -> () -> i == 20 ? resize(event, 30) : fixture.hold(event, type, 1));

        int held = Rush.only(outcomes, HoldView.class).size();
        assertThat(stock.of(type).held()).isEqualTo(held);
        if (Rush.only(outcomes, EventView.class).size() == 1) {
            assertThat(held).isEqualTo(30);
            assertThat(stock.shared(event.id())).isEqualTo(30);
        } else {
            assertThat(held).isEqualTo(47);
        }
    }

    @RepeatedTest(3)
    void a_capacity_that_changes_while_little_is_left_stands_in_nobodys_way() throws Exception {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 200);
        EventView small = resize(event, 150);

        List<Object> outcomes =
                Rush.of(64, i -> () -> i == 0 ? upAndDown(small, 150, 20) : holds(event, type, 1 + i % 3));

        assertThat(outcomes).hasOnlyElementsOfTypes(EventView.class, SoldOut.class, InvalidInput.class);
        assertThat(stock.shared(event.id())).isEqualTo(stock.of(type).held());
    }

    private EventView upAndDown(EventView event, int capacity, int times) {
        EventView now = event;
        for (int i = 1; i <= times; i++) now = resize(now, capacity + i % 2);
        return now;
    }

    /** Until there are none. */
    private Object holds(EventView event, TicketTypeView type, int quantity) {
        while (true) fixture.hold(event, type, quantity);
    }

    @Test
    void the_teams_order_is_the_pages_order() {
        EventView event = fixture.event();
        TicketTypeView first = fixture.type(event, 1);
        TicketTypeView second = fixture.type(event, 1);
        var owner = EventFixture.owner(event.organization());

        acting.as(owner, () -> types.reorder(event, List.of(second.id(), first.id())));

        assertThat(reads.onShowNow(event.id(), null))
                .extracting(TicketTypeView::id)
                .containsExactly(second.id(), first.id());
        for (List<TicketTypeId> wrong : List.of(
                List.of(first.id()), List.of(first.id(), first.id()), List.of(first.id(), TicketTypeId.next()))) {
            assertThatThrownBy(() -> acting.as(owner, () -> types.reorder(event, wrong)))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void an_archived_type_is_off_sale_for_good_and_its_tickets_stay() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 5);
        fixture.sell(fixture.hold(event, type, 1), "ada@example.com");
        var owner = EventFixture.owner(event.organization());

        acting.as(owner, () -> types.archive(type.id()));
        acting.as(owner, () -> types.archive(type.id()));

        assertThatThrownBy(() -> fixture.hold(event, type, 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> fixture.edit(type, details -> TicketFixture.general(9)))
                .isInstanceOf(NotFound.class);
        assertThat(acting.as(owner, () -> reads.all(event.id())))
                .extracting(TicketTypeView::sold)
                .containsExactly(1);
    }

    @Test
    void only_the_events_editors_touch_its_types() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 5);

        for (var person : List.of(
                EventFixture.stranger(),
                EventFixture.person(event.id(), EventRole.STAFF),
                EventFixture.person(event.id(), EventRole.VIEWER, EventGrant.ORDERS))) {
            assertThatThrownBy(() -> acting.as(person, () -> types.create(event, TicketFixture.general(1))))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> acting.as(person, () -> types.edit(type.id(), TicketFixture.general(1))))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> acting.as(person, () -> types.archive(type.id())))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(acting.as(
                                EventFixture.person(event.id(), EventRole.VIEWER, EventGrant.EDIT),
                                () -> types.edit(type.id(), TicketFixture.general(7)))
                        .size())
                .isEqualTo(7);
    }

    private EventView resize(EventView event, int capacity) {
        return acting.as(EventFixture.owner(event.organization()), () -> {
            EventView now = events.edit(
                    event.id(), event.details().but().capacity(capacity).build(), event.version());
            return now;
        });
    }
}
