package io.marquee.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventReads;
import io.marquee.event.EventRefused;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketsRefused.RegistrationClosed;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody takes tickets in the moment in which the team closes the event. */
@MarqueeTest
class ClosingRaceTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    Events events;

    @Autowired
    EventReads reads;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private EventView event;
    private TicketTypeView type;
    private Actor owner;

    @BeforeEach
    void begin() {
        event = fixture.event();
        type = fixture.type(event, 100);
        owner = EventFixture.owner(event.organization());
    }

    @RepeatedTest(5)
    void an_event_is_a_draft_again_or_something_of_it_is_held_but_never_both() throws Exception {
        List<Object> outcomes = Rush.of(
                12,
                i -> i == 6
                        ? () -> acting.as(owner, () -> events.unpublish(event.id()))
                        : () -> fixture.hold(event, type, 1));

        boolean withdrawn = state() == EventState.DRAFT;
        int held = Rush.only(outcomes, HoldView.class).size();
        assertThat(held).isEqualTo(withdrawn ? 0 : 11);
        assertThat(Rush.only(outcomes, EventRefused.SalesExist.class)).hasSize(withdrawn ? 0 : 1);
        assertThat(Rush.only(outcomes, RegistrationClosed.class)).hasSize(withdrawn ? 11 : 0);
        assertThat(fixture.held(type)).isEqualTo(held);
    }

    @Test
    void whoever_takes_while_it_is_being_withdrawn_waits_and_is_told_that_it_is_closed() {
        CompletableFuture<Object> taking =
                whileOpen(() -> events.unpublish(event.id()), () -> fixture.hold(event, type, 1));

        assertThat(taking.join()).isInstanceOf(RegistrationClosed.class);
        assertThat(state()).isEqualTo(EventState.DRAFT);
        assertThat(fixture.held(type)).isZero();
    }

    @Test
    void whoever_takes_while_it_is_being_cancelled_keeps_nothing_either() {
        CompletableFuture<Object> taking =
                whileOpen(() -> events.cancel(event.id(), "Storm"), () -> fixture.hold(event, type, 1));

        assertThat(taking.join()).isInstanceOf(RegistrationClosed.class);
        assertThat(fixture.held(type)).isZero();
    }

    @Test
    void without_the_guard_the_key_alone_lets_them_in() {
        CompletableFuture<Object> taking = whileOpen(
                () -> events.unpublish(event.id()),
                () -> fixture.inside(event.organization(), () -> {
                    jdbc.sql("""
                            insert into ticketing.holds (id, event_id, organization_id, state, created_at, expires_at)
                            values (uuidv7(), ?, ?, 'released', now(), now())
                            """)
                            .params(event.id().value(), event.organization().value())
                            .update();
                    return "taken";
                }));

        assertThat(taking.join()).isEqualTo("taken");
    }

    /** Has the team do something, and a buyer something else before the team's transaction ends. */
    private CompletableFuture<Object> whileOpen(Supplier<?> closing, Supplier<?> buying) {
        return acting.as(
                owner,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    closing.get();
                    CompletableFuture<Object> outcome = inTheMeantime(buying);
                    await().pollInSameThread().until(this::somebodyWaits);
                    assertThat(outcome).isNotDone();
                    return outcome;
                })));
    }

    private static CompletableFuture<Object> inTheMeantime(Supplier<?> buying) {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                outcome.complete(buying.get());
            } catch (RuntimeException refused) {
                outcome.complete(refused);
            }
        });
        return outcome;
    }

    /** For a lock of this transaction. */
    private boolean somebodyWaits() {
        return jdbc.sql("""
                        select exists (select from pg_locks
                                       where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))
                        """).query(Boolean.class).single();
    }

    private EventState state() {
        return acting.as(owner, () -> reads.byId(event.id())).state();
    }
}
