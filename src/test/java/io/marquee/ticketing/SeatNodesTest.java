package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.platform.batch.Combiner;
import io.marquee.platform.tenancy.Acting;
import io.marquee.seating.SeatMemory;
import io.marquee.seating.SeatName;
import io.marquee.seating.SeatPlan;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Two nodes sell the seats of one plan, each by a memory of its own that knows late of what the other does. */
@MarqueeTest
class SeatNodesTest {
    private static final int SEATS = 60;
    private static final int BUYERS = 64;

    @Autowired
    TicketFixture fixture;

    @Autowired
    SeatFixture seating;

    @Autowired
    SeatMemory memory;

    @Autowired
    HeldSeats held;

    @Autowired
    HoldRows rows;

    @Autowired
    HoldExpiry expiry;

    @Autowired
    Shelves shelves;

    @Autowired
    Quotes quotes;

    @Autowired
    Stock stock;

    @Autowired
    StockRecount recount;

    @Autowired
    Acting acting;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    EventView event;
    TicketTypeView type;
    SeatPlan plan;
    List<SeatMemory.Node> memories;
    List<Combiner<EventId, HoldBatch.Asked, HoldBatch.Outcome>> nodes;

    @BeforeEach
    void two_nodes() {
        event = fixture.event();
        type = fixture.type(event, 100);
        plan = seating.plan(event, 6, 10, type);
        memories = List.of(memory.another(), memory.another());
        nodes = memories.stream().map(this::node).toList();
    }

    @Test
    void the_best_seats_are_sold_once_each_until_none_is_left() throws Exception {
        List<SeatName> sold = rush(turn -> Basket.of(new Wanted(type.id(), 1 + turn % 2)));

        assertThat(sold).extracting(SeatName::id).doesNotHaveDuplicates().hasSize(SEATS);
        assertThat(stock.of(type).held()).isEqualTo(SEATS);
        assertThat(drift()).isEmpty();
    }

    @Test
    void seats_that_all_pick_on_both_nodes_are_sold_once_each() throws Exception {
        List<UUID> seats = plan.spots().map(spot -> spot.seat().id()).toList();

        List<SeatName> sold =
                rush(turn -> Basket.of(new Wanted(type.id(), 1, null, List.of(seats.get(turn * 7 % SEATS)))));

        assertThat(sold).extracting(SeatName::id).doesNotHaveDuplicates().isNotEmpty();
        assertThat(stock.of(type).held()).isEqualTo(sold.size());
        assertThat(drift()).isEmpty();
    }

    /** The control: what is in memory guards nothing. */
    @Test
    void by_memory_alone_both_give_the_same_seats_away() {
        List<List<UUID>> given = memories.stream()
                .map(node -> node.choice().best(event.id(), List.of(type.id().value()), 8, Set.of(), 0))
                .toList();

        assertThat(given.getFirst()).hasSize(8).isEqualTo(given.getLast());
    }

    private interface Cart {
        Basket of(int turn);
    }

    /** Everybody asks again and again, half of them at each node. */
    private List<SeatName> rush(Cart cart) throws InterruptedException {
        List<Object> outcomes = Rush.of(BUYERS, i -> () -> {
            List<SeatName> got = new ArrayList<>();
            for (int turn = 0; turn < 3; turn++) {
                Basket basket = cart.of(i + turn * BUYERS);
                HoldBatch.Asked asked = new HoldBatch.Asked(event, quotes.priced(event, basket));
                if (nodes.get(i % 2).ask(event.id(), asked) instanceof HoldBatch.Taken taken) {
                    got.addAll(taken.hold().seats());
                }
            }
            return got;
        });
        assertThat(Rush.only(outcomes, Throwable.class)).isEmpty();
        return Rush.only(outcomes, List.class).stream()
                .flatMap(got -> ((List<?>) got).stream())
                .map(SeatName.class::cast)
                .toList();
    }

    private Combiner<EventId, HoldBatch.Asked, HoldBatch.Outcome> node(SeatMemory.Node memory) {
        SeatedBatch batch = new SeatedBatch(
                new Seating(memory.plans(), memory.choice()),
                new SeatedStock(memory.seats(), held, rows, acting, transactions),
                expiry,
                shelves,
                clock);
        return new Combiner<>(16, batch::serve);
    }

    private List<Drift> drift() {
        return acting.asPlatform(() -> recount.compare()).stream()
                .filter(drift -> drift.event().equals(event.id()))
                .toList();
    }
}
