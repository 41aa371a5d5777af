package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.IllegalMove;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketsRefused.PersonLimit;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Seeded walks over holds and tickets, each step done by the product and by a model of a few lines, and compared. */
@MarqueeTest
class StockWalkTest {
    private static final int STEPS = 150;
    private static final int SIZE = 9;
    private static final int LIMIT = 4;
    private static final List<String> BUYERS = List.of("ada@example.com", "tom@example.com", "mara@example.com");

    @Autowired
    TicketFixture fixture;

    @Autowired
    Holds holds;

    @Autowired
    HoldExpiry expiry;

    @Autowired
    SalesSettlement settlement;

    @Autowired
    Tickets tickets;

    @Autowired
    StockRecount recount;

    @Autowired
    Stock stock;

    @Autowired
    Acting acting;

    /** What should be: for each hold its state, size and buyer, for each ticket its state and whether its place is free again. */
    private static final class Model {
        final Map<HoldView, HoldState> holds = new LinkedHashMap<>();
        final Map<HoldView, String> buyers = new LinkedHashMap<>();
        final Map<TicketView, TicketState> tickets = new LinkedHashMap<>();
        int returned;

        int in(HoldState state) {
            return holds.entrySet().stream()
                    .filter(hold -> hold.getValue() == state)
                    .mapToInt(hold -> quantity(hold.getKey()))
                    .sum();
        }

        int taken() {
            return in(HoldState.ACTIVE) + in(HoldState.CONSUMED) - returned;
        }

        int of(String buyer) {
            int active = holds.entrySet().stream()
                    .filter(hold -> hold.getValue() == HoldState.ACTIVE)
                    .filter(hold -> buyer.equals(buyers.get(hold.getKey())))
                    .mapToInt(hold -> quantity(hold.getKey()))
                    .sum();
            return active
                    + (int) tickets.entrySet().stream()
                            .filter(ticket -> ticket.getKey().buyerEmail().equals(buyer))
                            .filter(ticket -> ticket.getValue() == TicketState.ISSUED
                                    || ticket.getValue() == TicketState.CHECKED_IN)
                            .count();
        }

        static int quantity(HoldView hold) {
            return hold.items().getFirst().quantity();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void every_step_leaves_the_stock_as_the_model_has_it(long seed) {
        Random random = new Random(seed);
        EventView event = fixture.event();
        TicketTypeView type = fixture.type(event, TicketFixture.perPerson(SIZE, LIMIT));
        Model model = new Model();
        for (int step = 0; step < STEPS; step++) {
            step(event, type, model, random);
            TicketTypeView now = stock.of(type);
            assertThat(now.held())
                    .as("held after step %d of seed %d", step, seed)
                    .isEqualTo(model.in(HoldState.ACTIVE));
            assertThat(now.sold())
                    .as("sold after step %d", step)
                    .isEqualTo(model.in(HoldState.CONSUMED) - model.returned);
            assertThat(now.left()).isEqualTo(SIZE - model.taken());
            BUYERS.forEach(buyer -> assertThat(stock.taken(type, buyer)).isEqualTo(model.of(buyer)));
        }
        settlement.settleAll();
        assertThat(acting.asPlatform(() -> recount.compare()))
                .filteredOn(drift -> drift.event().equals(event.id()))
                .isEmpty();
        model.holds.forEach((hold, state) -> assertThat(stock.state(hold)).isEqualTo(state));
    }

    private void step(EventView event, TicketTypeView type, Model model, Random random) {
        switch (random.nextInt(10)) {
            case 0, 1 -> take(event, type, model, 1 + random.nextInt(3));
            case 2 -> any(active(model), random).ifPresent(hold -> release(event, model, hold));
            case 3 -> any(active(model), random).ifPresent(hold -> expire(model, hold));
            case 4, 5, 6 -> any(active(model), random).ifPresent(hold -> buy(event, model, hold, anybody(random)));
            case 7 ->
                any(new ArrayList<>(model.holds.keySet()), random)
                        .ifPresent(hold -> buy(event, model, hold, anybody(random)));
            case 8 ->
                any(new ArrayList<>(model.tickets.keySet()), random).ifPresent(ticket -> checkIn(event, model, ticket));
            default ->
                any(new ArrayList<>(model.tickets.keySet()), random)
                        .ifPresent(ticket -> end(event, model, ticket, random.nextBoolean()));
        }
        if (random.nextInt(10) == 0) settlement.settleAll();
    }

    private void take(EventView event, TicketTypeView type, Model model, int quantity) {
        try {
            model.holds.put(fixture.hold(event, type, quantity), HoldState.ACTIVE);
        } catch (SoldOut refused) {
            assertThat(model.taken() + quantity).isGreaterThan(SIZE);
        }
        assertThat(model.taken()).isLessThanOrEqualTo(SIZE);
    }

    private void release(EventView event, Model model, HoldView hold) {
        fixture.inside(event.organization(), () -> holds.release(hold.id()));
        model.holds.put(hold, HoldState.RELEASED);
    }

    private void expire(Model model, HoldView hold) {
        stock.pass(hold);
        expiry.expireDue();
        model.holds.put(hold, HoldState.EXPIRED);
    }

    /** An active hold is claimed and consumed; an expired one comes back late, for whom it was claimed. */
    private void buy(EventView event, Model model, HoldView hold, String asked) {
        HoldState state = model.holds.get(hold);
        boolean late = state == HoldState.EXPIRED;
        String buyer = late ? model.buyers.get(hold) : asked;
        int wanted = Model.quantity(hold);
        boolean fits = buyer == null || model.of(buyer) + wanted <= LIMIT;
        boolean enough = !late || model.taken() + wanted <= SIZE;
        boolean can = fits && enough && (state == HoldState.ACTIVE || late);
        boolean bought = bought(event, hold, state, buyer);
        assertThat(bought).isEqualTo(can);
        if (bought) {
            model.holds.put(hold, HoldState.CONSUMED);
            String holder = buyer == null ? "nobody@example.com" : buyer;
            fixture.inside(event.organization(), () -> fixture.issue(hold, holder))
                    .forEach(ticket -> model.tickets.put(ticket, TicketState.ISSUED));
            if (buyer != null) model.buyers.put(hold, buyer);
        }
    }

    private boolean bought(EventView event, HoldView hold, HoldState state, String buyer) {
        try {
            return fixture.inside(event.organization(), () -> {
                if (state == HoldState.ACTIVE) holds.claimFor(hold.id(), buyer);
                return holds.consume(hold.id());
            });
        } catch (PersonLimit refused) {
            return false;
        }
    }

    private void checkIn(EventView event, Model model, TicketView ticket) {
        boolean can = model.tickets.get(ticket) == TicketState.ISSUED;
        assertThat(fixture.inside(event.organization(), () -> tickets.checkIn(ticket)))
                .isEqualTo(can);
        if (can) model.tickets.put(ticket, TicketState.CHECKED_IN);
    }

    private void end(EventView event, Model model, TicketView ticket, boolean returned) {
        boolean can = TicketState.MOVES.allows(model.tickets.get(ticket), TicketState.REFUNDED);
        boolean ended = ended(event, ticket, returned);
        assertThat(ended).isEqualTo(can);
        if (can) {
            model.tickets.put(ticket, TicketState.REFUNDED);
            if (returned) model.returned++;
        }
    }

    private boolean ended(EventView event, TicketView ticket, boolean returned) {
        try {
            return fixture.inside(event.organization(), () -> {
                tickets.end(List.of(ticket.id()), TicketState.REFUNDED, returned, "asked");
                return true;
            });
        } catch (IllegalMove refused) {
            return false;
        }
    }

    private static String anybody(Random random) {
        return BUYERS.get(random.nextInt(BUYERS.size()));
    }

    private static List<HoldView> active(Model model) {
        return model.holds.entrySet().stream()
                .filter(hold -> hold.getValue() == HoldState.ACTIVE)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <T> java.util.Optional<T> any(List<T> of, Random random) {
        return of.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(of.get(random.nextInt(of.size())));
    }
}
