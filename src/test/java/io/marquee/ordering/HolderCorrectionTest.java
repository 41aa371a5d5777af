package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.TransferRule;
import io.marquee.ticketing.transfer.TransferRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A correction is no way around a rule that forbids passing tickets on. */
@MarqueeTest
class HolderCorrectionTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Ordering ordering;

    @Autowired
    TransferRules rules;

    @Autowired
    Acting acting;

    EventView event;
    OrderView order;
    TicketView ticket;
    Actor owner;

    @BeforeEach
    void a_ticket() {
        event = tickets.event();
        order = orders.paid(event, tickets.type(event, 5), 1);
        ticket = orders.ticketsOf(order).getFirst();
        owner = EventFixture.owner(event.organization());
    }

    @Test
    void where_tickets_may_be_passed_on_a_buyer_names_whom_they_like() {
        assertThat(named(OrderFixture.buyer(order), "Somebody Else")).isEqualTo("Somebody Else");
    }

    @Test
    void where_they_may_not_a_buyer_corrects_the_spelling_and_many_small_steps_lead_to_nobody_else() {
        acting.as(owner, () -> rules.set(event, new TransferRule(false, null)));
        String name = ticket.holderName();
        String slip = name.substring(1);

        assertThat(named(OrderFixture.buyer(order), slip)).isEqualTo(slip);
        assertThatThrownBy(() -> named(OrderFixture.buyer(order), "Somebody Else"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> named(OrderFixture.buyer(order), slip.substring(4)))
                .isInstanceOf(InvalidInput.class);
        assertThat(named(OrderFixture.buyer(order), name)).isEqualTo(name);
    }

    @Test
    void the_team_writes_any_name() {
        acting.as(owner, () -> rules.set(event, new TransferRule(false, null)));

        assertThat(named(owner, "Somebody Else")).isEqualTo("Somebody Else");
    }

    private String named(Actor by, String name) {
        acting.as(by, () -> {
            ordering.rename(order.id(), ticket.id(), name, ticket.holderEmail());
            return "";
        });
        return orders.ticketsOf(order).getFirst().holderName();
    }
}
