package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketsRefused.PersonLimit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class PersonLimitTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    Holds holds;

    @Autowired
    Tickets tickets;

    @Autowired
    Stock stock;

    @Test
    void what_one_person_may_have_counts_over_all_their_orders_and_comes_back_when_they_end() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, TicketFixture.perPerson(10, 2));
        List<TicketView> had = fixture.sell(fixture.hold(event, type, 2), "ada@example.com");
        HoldView more = fixture.hold(event, type, 1);

        assertThatThrownBy(() -> fixture.sell(more, "ADA@example.com")).isInstanceOf(PersonLimit.class);
        fixture.inside(event.organization(), () -> {
            tickets.end(List.of(had.getFirst().id()), TicketState.REFUNDED, true, "asked");
            return had;
        });
        assertThat(fixture.sell(more, "ada@example.com")).hasSize(1);
        assertThat(stock.taken(type, "ada@example.com")).isEqualTo(2);
    }

    @Test
    void a_limit_that_comes_later_counts_what_was_bought_before() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, 10);
        fixture.sell(fixture.hold(event, type, 3), "ada@example.com");
        fixture.edit(type, details -> TicketFixture.perPerson(10, 3));

        assertThatThrownBy(() -> fixture.sell(fixture.hold(event, type, 1), "ada@example.com"))
                .isInstanceOf(PersonLimit.class);
    }

    @Test
    void a_corrected_address_takes_the_claim_along() {
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, TicketFixture.perPerson(10, 2));
        HoldView hold = fixture.hold(event, type, 2);

        for (String address : List.of("ada@exmaple.com", "ada@example.com", "ada@example.com")) {
            fixture.inside(event.organization(), () -> {
                holds.claimFor(hold.id(), address);
                return hold;
            });
        }

        assertThat(stock.taken(type, "ada@exmaple.com")).isZero();
        assertThat(stock.taken(type, "ada@example.com")).isEqualTo(2);
    }
}
