package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.batch.Combiner;
import io.marquee.platform.batch.TooManyWaiting;
import io.marquee.platform.tenancy.Acting;
import io.marquee.pricing.PromoCode;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class HoldBatchTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    PricingFixture pricing;

    @Autowired
    HoldBatch batch;

    @Autowired
    HoldExpiry expiry;

    @Autowired
    Shelves shelves;

    @Autowired
    Clock clock;

    @Autowired
    Holds holds;

    @Autowired
    Quotes quotes;

    @Autowired
    Tickets tickets;

    @Autowired
    SalesSettlement settlement;

    @Autowired
    StockRecount recount;

    @Autowired
    Stock stock;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    EventView event;
    TicketTypeView type;

    @BeforeEach
    void ten_tickets() {
        event = fixture.event();
        type = fixture.type(event, 10);
    }

    @Test
    void where_not_all_fit_the_first_ones_that_do_are_served() {
        List<Integer> left = lefts(4, 4, 4, 1, 2, 1);

        assertThat(left).containsExactly(TAKEN, TAKEN, 0, TAKEN, 0, TAKEN);
        assertThat(stock.of(type).held()).isEqualTo(10);
        assertThat(drift()).isZero();
    }

    @Test
    void fewer_left_than_asked_tells_how_many() {
        assertThat(lefts(7)).containsExactly(TAKEN);

        assertThat(lefts(4, 5)).containsExactly(3, 3);
        assertThat(stock.of(type).held()).isEqualTo(7);
    }

    @Test
    void a_cart_of_two_types_gets_both_or_none_in_a_batch_too() {
        TicketTypeView other = fixture.type(event, 3);
        Wanted two = new Wanted(type.id(), 2);

        List<HoldBatch.Outcome> outcomes = serve(
                Basket.of(two, new Wanted(other.id(), 2)),
                Basket.of(two, new Wanted(other.id(), 2)),
                Basket.of(two, new Wanted(other.id(), 1)));

        assertThat(outcomes.stream().map(HoldBatchTest::left)).containsExactly(TAKEN, 0, TAKEN);
        assertThat(stock.of(type).held()).isEqualTo(4);
        assertThat(stock.of(other).held()).isEqualTo(3);
    }

    @Test
    void two_nodes_on_one_quota_sell_what_there_is_and_no_more() throws Exception {
        TicketTypeView hot = fixture.type(event, 150);
        List<Combiner<EventId, HoldBatch.Asked, HoldBatch.Outcome>> nodes =
                List.of(new Combiner<>(16, batch::serve), new Combiner<>(16, batch::serve));

        List<Object> outcomes = Rush.of(64, i -> () -> {
            int got = 0;
            for (int turn = 0; turn < 5; turn++) {
                Basket basket = Basket.of(new Wanted(hot.id(), 1 + i % 3));
                if (nodes.get(i % 2).ask(event.id(), asked(basket)) instanceof HoldBatch.Taken) got += 1 + i % 3;
            }
            return got;
        });

        int got = Rush.only(outcomes, Integer.class).stream().mapToInt(n -> n).sum();
        assertThat(Rush.only(outcomes, Integer.class)).hasSize(64);
        assertThat(got).isEqualTo(150);
        assertThat(stock.of(hot).held()).isEqualTo(150);
        assertThat(drift()).isZero();
    }

    /** The control: two nodes whose batches look, and then take without a guard. Combining alone guards nothing. */
    @Test
    void two_nodes_that_look_and_then_take_oversell() throws Exception {
        UUID counter = UUID.randomUUID();
        int[] held = {0};
        CountDownLatch bothLooked = new CountDownLatch(2);
        List<Combiner<UUID, Integer, Boolean>> nodes = Stream.generate(() ->
                        new Combiner<UUID, Integer, Boolean>(64, wanted -> {
                            boolean enough = held[0] + wanted.size() <= 1;
                            bothLooked.countDown();
                            try {
                                bothLooked.await(30, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            if (enough) held[0] += wanted.size();
                            return wanted.stream().map(w -> enough).toList();
                        }))
                .limit(2)
                .toList();

        List<Object> outcomes = Rush.of(2, i -> () -> nodes.get(i).ask(counter, 1));

        assertThat(outcomes).containsExactly(true, true);
    }

    @Test
    void nobody_is_told_sold_out_for_a_transaction_that_may_yet_fail() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch fail = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> other = threads.submit(() -> acting.asSystem(
                    event.organization(),
                    () -> transaction.executeWithoutResult(status -> {
                        jdbc.sql("update ticketing.quotas set held = held + 10 where event_id = ?")
                                .param(event.id().value())
                                .update();
                        taken.countDown();
                        await(fail);
                        status.setRollbackOnly();
                    })));
            await(taken);
            Future<HoldView> waiting = threads.submit(() -> fixture.hold(event, type, 10));

            Assertions.assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            fail.countDown();
            other.get(30, TimeUnit.SECONDS);
            assertThat(waiting.get(30, TimeUnit.SECONDS).state()).isEqualTo(HoldState.ACTIVE);
        }
    }

    @Test
    void nobody_is_told_sold_out_who_was_only_slower_each_time() {
        HoldRows alwaysLate = new HoldRows(jdbc) {
            @Override
            Set<Integer> take(EventId of, OrganizationId organization, List<Draft> drafts) {
                return Set.of();
            }
        };
        HoldBatch slow = new HoldBatch(alwaysLate, expiry, shelves, clock);

        List<HoldBatch.Outcome> outcomes = slow.serve(List.of(asked(Basket.of(new Wanted(type.id(), 1)))));

        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        HoldBatch.TooLittle.class,
                        told -> assertThat(told.refusal()).isInstanceOf(TooManyWaiting.class));
    }

    @Test
    void what_a_hold_draws_on_by_itself_moves_with_it_and_its_drift_is_mended() {
        PromoCode code = pricing.code(event, PricingFixture.limited("TIDE", 10, 3, null));
        Basket two = new Basket(List.of(new Wanted(type.id(), 2)), "TIDE", null);
        HoldView released = holds.take(event, two);
        HoldView sold = holds.take(event, two);
        assertThat(uses(code)).isEqualTo("2 held, 0 sold");

        acting.asSystem(event.organization(), () -> holds.release(released.id()));
        List<TicketView> bought = fixture.sell(sold, "ada@example.com");
        settlement.settleAll();
        assertThat(uses(code)).isEqualTo("0 held, 1 sold");
        fixture.inside(event.organization(), () -> {
            tickets.end(List.of(bought.getFirst().id()), TicketState.REFUNDED, true, "ill");
            return true;
        });
        assertThat(uses(code)).as("a ticket of the hold is left").isEqualTo("0 held, 1 sold");
        fixture.inside(event.organization(), () -> {
            tickets.end(List.of(bought.getLast().id()), TicketState.REFUNDED, true, "ill");
            return true;
        });
        assertThat(uses(code)).isEqualTo("0 held, 0 sold");
        holds.take(event, two);
        assertThat(drift()).isZero();

        stock.change(event.organization(), "update ticketing.quotas set held = 3 where id = ?", code.id());
        assertThat(drift()).isEqualTo(1);
        acting.asPlatform(() -> recount.mend());
        assertThat(uses(code)).isEqualTo("1 held, 0 sold");
        assertThat(drift()).isZero();
    }

    private static final int TAKEN = -1;

    /** How many are told to be left, for each that wants so many; TAKEN for who got them. */
    private List<Integer> lefts(int... quantities) {
        Basket[] baskets = java.util.Arrays.stream(quantities)
                .mapToObj(quantity -> Basket.of(new Wanted(type.id(), quantity)))
                .toArray(Basket[]::new);
        return serve(baskets).stream().map(HoldBatchTest::left).toList();
    }

    private List<HoldBatch.Outcome> serve(Basket... baskets) {
        return batch.serve(Stream.of(baskets).map(this::asked).toList());
    }

    private HoldBatch.Asked asked(Basket basket) {
        return new HoldBatch.Asked(event, quotes.priced(event, basket));
    }

    private static int left(HoldBatch.Outcome outcome) {
        return switch (outcome) {
            case HoldBatch.Taken taken -> TAKEN;
            case HoldBatch.TooLittle tooLittle ->
                (int) ((SoldOut) tooLittle.refusal()).facts().get("left");
        };
    }

    private String uses(PromoCode code) {
        return inside(() -> jdbc.sql("select held || ' held, ' || sold || ' sold' from ticketing.quotas where id = ?")
                .param(code.id())
                .query(String.class)
                .single());
    }

    private long drift() {
        return acting.asPlatform(() -> recount.compare()).stream()
                .filter(drift -> drift.event().equals(event.id()))
                .count();
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return fixture.inside(event.organization(), work);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
