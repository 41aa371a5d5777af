package io.marquee.event;

import static io.marquee.testing.EventFixture.concert;
import static io.marquee.testing.EventFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.audit.History;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks at random through everything that can happen to an event, beside a model that knows only the table of states. A
 * failure names its seed.
 */
@MarqueeTest
class EventWalkTest {
    private static final int STEPS = 60;

    @Autowired
    Events events;

    @Autowired
    EventReads reads;

    @Autowired
    EventTable table;

    @Autowired
    EventMoves moves;

    @Autowired
    History history;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EventFixture fixture;

    /** What one can try. The clock of the jobs only goes forward. */
    private enum Step {
        PUBLISH,
        UNPUBLISH,
        GO_LIVE,
        CANCEL,
        ARCHIVE,
        START_JOB,
        END_JOB,
        ARCHIVE_JOB,
        TIME_PASSES,
        EDIT
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void a_walk_ends_where_the_model_says(long seed) {
        Random random = new Random(seed);
        OrganizationId organization = fixture.organization();
        Actor.Person owner = owner(organization);
        for (int round = 0; round < 4; round++) {
            new Walk(owner, fixture.draft(organization, concert().build())).run(random, seed);
        }
    }

    private final class Walk {
        private final Actor.Person owner;
        private final EventView event;
        private final List<String> trace = new ArrayList<>(List.of("draft"));
        private EventState model = EventState.DRAFT;
        private Instant now;

        Walk(Actor.Person owner, EventView event) {
            this.owner = owner;
            this.event = event;
            this.now = event.startsAt().minus(Duration.ofDays(1));
        }

        void run(Random random, long seed) {
            for (int i = 0; i < STEPS; i++) {
                Step step = next(random);
                boolean done = attempt(step, random);
                List<EventState> expected = expected(step);
                assertThat(done)
                        .as("seed %d step %d: %s of %s", seed, i, step, model)
                        .isEqualTo(!expected.isEmpty() || isQuiet(step));
                for (EventState next : expected) {
                    assertThat(EventState.MOVES.allows(model, next)).isTrue();
                    model = next;
                    trace.add(next.name().toLowerCase(java.util.Locale.ROOT));
                }
                assertThat(state())
                        .as("seed %d step %d: after %s", seed, i, step)
                        .isEqualTo(model);
            }
            assertThat(acting.as(owner, () -> history.of(event.id().value())))
                    .as("seed %d", seed)
                    .extracting(History.Entry::to)
                    .isEqualTo(trace);
        }

        /** The moves after which little can happen are rare, so that walks come far. */
        private Step next(Random random) {
            Step step = Step.values()[random.nextInt(Step.values().length)];
            return step == Step.CANCEL && random.nextInt(8) > 0 ? Step.EDIT : step;
        }

        /** Jobs and the passing of time are never refused: they do something or nothing. */
        private boolean isQuiet(Step step) {
            return switch (step) {
                case START_JOB, END_JOB, ARCHIVE_JOB, TIME_PASSES -> true;
                case EDIT -> model != EventState.CANCELLED && model != EventState.ARCHIVED;
                case PUBLISH, UNPUBLISH, GO_LIVE, CANCEL, ARCHIVE -> false;
            };
        }

        private List<EventState> expected(Step step) {
            boolean begun = !now.isBefore(event.startsAt());
            boolean over = !now.isBefore(event.endsAt());
            return switch (step) {
                case PUBLISH -> ifAllowed(EventState.PUBLISHED);
                case UNPUBLISH -> ifAllowed(EventState.DRAFT);
                case GO_LIVE -> ifAllowed(EventState.LIVE);
                case CANCEL -> ifAllowed(EventState.CANCELLED);
                case ARCHIVE -> ifAllowed(EventState.ARCHIVED);
                case START_JOB -> begun && model == EventState.PUBLISHED ? List.of(EventState.LIVE) : List.of();
                case END_JOB -> ending(begun, over);
                case ARCHIVE_JOB ->
                    model == EventState.ENDED && now.isAfter(event.endsAt().plus(Duration.ofDays(30)))
                            ? List.of(EventState.ARCHIVED)
                            : List.of();
                case TIME_PASSES, EDIT -> List.of();
            };
        }

        private List<EventState> ending(boolean begun, boolean over) {
            if (model == EventState.PUBLISHED && begun) {
                return over ? List.of(EventState.LIVE, EventState.ENDED) : List.of(EventState.LIVE);
            }
            return model == EventState.LIVE && over ? List.of(EventState.ENDED) : List.of();
        }

        private List<EventState> ifAllowed(EventState next) {
            return EventState.MOVES.allows(model, next) ? List.of(next) : List.of();
        }

        private boolean attempt(Step step, Random random) {
            try {
                switch (step) {
                    case PUBLISH -> acting.as(owner, () -> events.publish(event.id()));
                    case UNPUBLISH -> acting.as(owner, () -> events.unpublish(event.id()));
                    case GO_LIVE -> acting.as(owner, () -> events.goLive(event.id()));
                    case CANCEL -> acting.as(owner, () -> events.cancel(event.id(), "A storm"));
                    case ARCHIVE -> acting.as(owner, () -> events.archive(event.id()));
                    case START_JOB -> job(late -> late.start(event.id(), event.organization()));
                    case END_JOB -> job(late -> late.end(event.id(), event.organization()));
                    case ARCHIVE_JOB -> job(LifeCycle::archive);
                    case TIME_PASSES -> now = now.plus(Duration.ofHours(random.nextInt(24 * 12)));
                    case EDIT -> edit(random);
                }
                return true;
            } catch (InvalidInput unexpected) {
                throw unexpected;
            } catch (Refusal refused) {
                return false;
            }
        }

        /** An ended event cannot get a later end by an edit; its own end lies ahead of the real clock here. */
        private void edit(Random random) {
            EventView current = acting.as(owner, () -> reads.byId(event.id()));
            if (current.state() == EventState.ENDED) return;
            acting.as(
                    owner,
                    () -> events.edit(
                            event.id(),
                            current.details()
                                    .but()
                                    .summary("Edition " + random.nextInt())
                                    .build(),
                            current.version()));
        }

        private void job(java.util.function.Consumer<LifeCycle> work) {
            LifeCycle then = new LifeCycle(table, moves, acting, jdbc, Clock.fixed(now, ZoneOffset.UTC));
            transaction.executeWithoutResult(status -> work.accept(then));
        }

        private EventState state() {
            return acting.as(owner, () -> reads.byId(event.id())).state();
        }
    }
}
