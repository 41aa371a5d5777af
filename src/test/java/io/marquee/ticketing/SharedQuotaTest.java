package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An early and a late price for the same places. */
@MarqueeTest
class SharedQuotaTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    SharedQuotas quotas;

    @Autowired
    Holds holds;

    @Autowired
    StockRecount recount;

    @Autowired
    Acting acting;

    @Autowired
    Stock stock;

    EventView event;
    TicketTypeView early;
    TicketTypeView late;

    @BeforeEach
    void concert() {
        event = tickets.event();
        early = tickets.type(event, 40);
        late = tickets.type(event, 40);
    }

    @Test
    void types_that_share_a_quota_never_exceed_it_together() throws Exception {
        SharedQuotaView hall = share("Hall", 25);

        List<Object> outcomes = Rush.of(64, i -> () -> tickets.hold(event, i % 2 == 0 ? early : late, 1));

        assertThat(Rush.only(outcomes, HoldView.class)).hasSize(25);
        assertThat(Rush.only(outcomes, SoldOut.class)).hasSize(39);
        assertThat(taken(hall)).isEqualTo(25);
        assertThat(stock.of(early).left()).isZero();
        assertThat(drift()).isEmpty();
    }

    @Test
    void one_that_is_defined_in_the_middle_of_a_rush_counts_everything() throws Exception {
        List<Object> outcomes = Rush.of(33, i -> {
            Callable<?> defining = () -> share("Hall", 80);
            Callable<?> taking = () -> tickets.hold(event, i % 2 == 0 ? early : late, 1);
            return i == 16 ? defining : taking;
        });

        assertThat(Rush.only(outcomes, HoldView.class)).hasSize(32);
        assertThat(taken(Rush.only(outcomes, SharedQuotaView.class).getFirst())).isEqualTo(32);
        assertThat(drift()).isEmpty();
    }

    @Test
    void what_comes_back_comes_back_to_it_too() {
        SharedQuotaView hall = share("Hall", 2);
        HoldView hold = tickets.hold(event, early, 2);
        assertThatThrownBy(() -> tickets.hold(event, late, 1)).isInstanceOf(SoldOut.class);

        tickets.inside(event.organization(), () -> holds.release(hold.id()));

        assertThat(tickets.hold(event, late, 2).items()).hasSize(1);
        assertThat(taken(hall)).isEqualTo(2);
    }

    @Test
    void its_size_can_be_lowered_to_what_is_taken_and_no_further() {
        SharedQuotaView hall = share("Hall", 10);
        tickets.hold(event, early, 2);
        tickets.hold(event, late, 3);

        assertThatThrownBy(() -> asOwner(() -> quotas.edit(hall.id(), "Hall", 4)))
                .isInstanceOf(InvalidInput.class);
        assertThat(asOwner(() -> quotas.edit(hall.id(), "Small hall", 5)).size())
                .isEqualTo(5);
        assertThatThrownBy(() -> tickets.hold(event, late, 1)).isInstanceOf(SoldOut.class);
    }

    @Test
    void once_it_is_given_up_the_types_go_on_with_their_own_numbers() throws Exception {
        SharedQuotaView hall = share("Hall", 1);
        HoldView hold = tickets.hold(event, early, 1);

        asOwner(() -> {
            quotas.retire(hall.id());
            return hall;
        });

        assertThat(tickets.hold(event, late, 5).items()).hasSize(1);
        tickets.inside(event.organization(), () -> holds.release(hold.id()));
        assertThat(asOwner(() -> quotas.of(event))).isEmpty();
        assertThat(share("Hall", 100).taken()).isEqualTo(5);
        assertThat(drift()).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        TicketTypeView elsewhere = tickets.type(tickets.event(), 10);
        share("Hall", 10);

        assertThatThrownBy(() -> share("hall", 10)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> asOwner(() -> quotas.create(event, "One", 5, Set.of(early.id()))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> asOwner(() -> quotas.create(event, "Two", 5, Set.of(early.id(), elsewhere.id()))))
                .isInstanceOf(InvalidInput.class);
        tickets.hold(event, early, 2);
        assertThatThrownBy(() -> share("Tiny", 1)).isInstanceOf(InvalidInput.class);
    }

    private SharedQuotaView share(String name, int size) {
        return asOwner(() -> quotas.create(event, name, size, Set.of(early.id(), late.id())));
    }

    private int taken(SharedQuotaView quota) {
        return asOwner(() -> quotas.editable(quota.id())).taken();
    }

    private <T> T asOwner(Supplier<T> work) {
        return acting.as(EventFixture.owner(event.organization()), work);
    }

    private List<Drift> drift() {
        return acting.asPlatform(() -> recount.compare()).stream()
                .filter(drift -> drift.event().equals(event.id()))
                .toList();
    }
}
