package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class StockRecountTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    StockRecount recount;

    @Autowired
    SalesSettlement settlement;

    @Autowired
    Stock stock;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView type;

    @BeforeEach
    void an_event_with_a_hold_and_a_sale() {
        event = fixture.eventFor(50);
        type = fixture.type(event, 10);
        fixture.hold(event, type, 2);
        fixture.sell(fixture.hold(event, type, 3), "ada@example.com");
        settlement.settleAll();
    }

    @Test
    void what_the_commands_did_adds_up() {
        assertThat(drift()).isEmpty();
    }

    @Test
    void a_planted_drift_is_found_and_mended() {
        stock.change(
                event.organization(),
                "update ticketing.quotas set held = held + 4 where event_id = ? and not shared",
                event.id().value());
        stock.change(
                event.organization(),
                "update ticketing.quotas set sold = sold - 1 where event_id = ? and shared",
                event.id().value());
        stock.change(
                event.organization(),
                "update ticketing.takes set taken = 1 where ticket_type_id = ?",
                type.id().value());

        assertThat(drift())
                .extracting(Drift::kind, Drift::expected, Drift::counted)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Drift.Kind.HELD, 2L, 6L),
                        org.assertj.core.groups.Tuple.tuple(Drift.Kind.SOLD, 3L, 2L),
                        org.assertj.core.groups.Tuple.tuple(Drift.Kind.PERSON, 3L, 1L));
        acting.asPlatform(() -> recount.mend());

        assertThat(drift()).isEmpty();
        assertThat(stock.of(type).held()).isEqualTo(2);
        assertThat(stock.taken(type, "ada@example.com")).isEqualTo(3);
    }

    @Test
    void a_sale_without_its_tickets_is_told_and_not_mended() {
        HoldView hold = fixture.hold(event, type, 1);
        fixture.inside(event.organization(), () -> fixture.consume(hold));

        assertThat(drift()).extracting(Drift::kind).containsExactly(Drift.Kind.TICKETS);
        acting.asPlatform(() -> recount.mend());
        assertThat(drift()).hasSize(1);
    }

    @Test
    void only_administrators_count() {
        assertThatThrownBy(() -> acting.as(EventFixture.owner(event.organization()), () -> recount.mend()))
                .isInstanceOf(Refusal.class);
    }

    private List<Drift> drift() {
        return acting.asPlatform(() -> recount.compare()).stream()
                .filter(drift -> drift.event().equals(event.id()))
                .toList();
    }
}
