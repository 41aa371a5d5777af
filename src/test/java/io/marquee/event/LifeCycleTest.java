package io.marquee.event;

import static io.marquee.testing.EventFixture.concert;
import static io.marquee.testing.EventFixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import io.marquee.audit.History;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class LifeCycleTest {
    @Autowired
    Events events;

    @Autowired
    EventReads reads;

    @Autowired
    EventTable table;

    @Autowired
    EventMoves moves;

    @Autowired
    LifeCycle lifeCycle;

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

    OrganizationId organization;
    Actor.Person owner;

    @BeforeEach
    void anOrganization() {
        organization = fixture.organization();
        owner = owner(organization);
    }

    @Test
    void an_event_whose_start_has_come_goes_live_and_ends_by_itself() {
        LocalDateTime now = LocalDateTime.now(Clock.systemUTC());
        EventView event = fixture.published(
                organization,
                concert()
                        .timeZone(java.time.ZoneId.of("UTC"))
                        .startsAt(now.minusHours(1))
                        .endsAt(now.plusSeconds(2))
                        .build());
        await().until(() -> now(event).state() == EventState.ENDED);
        assertThat(states(event)).containsExactly("draft", "published", "live", "ended");
        assertThat(acting.as(owner, () -> history.of(event.id().value()))
                        .getLast()
                        .actorKind())
                .isEqualTo("system");
    }

    @Test
    void jobs_are_staged_with_the_publication_and_staged_anew_when_the_times_move() {
        EventView event = fixture.published(organization);
        assertThat(jobs(event)).containsExactlyInAnyOrder("event.start", "event.end");
        acting.as(
                owner,
                () -> events.edit(
                        event.id(),
                        event.details()
                                .but()
                                .startsAt(event.details().startsAt().plusDays(1))
                                .endsAt(event.details().endsAt().plusDays(1))
                                .build(),
                        event.version()));
        assertThat(jobs(event)).hasSize(4);
        EventView draft = fixture.draft(organization);
        assertThat(jobs(draft)).isEmpty();
    }

    @Test
    void a_job_that_comes_before_the_time_does_nothing() {
        EventView event = fixture.published(organization);
        lifeCycle.start(event.id(), organization);
        lifeCycle.end(event.id(), organization);
        assertThat(now(event).state()).isEqualTo(EventState.PUBLISHED);
    }

    @Test
    void a_scheduler_that_is_late_catches_up_in_order_whatever_it_runs_first() {
        EventView event = fixture.published(organization);
        at(event.endsAt().plusSeconds(1), late -> late.end(event.id(), organization));
        at(event.endsAt().plusSeconds(1), late -> late.start(event.id(), organization));
        assertThat(states(event)).containsExactly("draft", "published", "live", "ended");
    }

    @Test
    void many_nodes_at_once_move_it_once() {
        EventView event = fixture.published(organization);
        List<CompletableFuture<Void>> nodes = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> at(event.endsAt(), late -> {
                    if (i % 2 == 0) late.start(event.id(), organization);
                    else late.end(event.id(), organization);
                })))
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(states(event)).containsExactly("draft", "published", "live", "ended");
    }

    @Test
    void a_node_whose_clock_was_ahead_comes_again_at_its_time() {
        EventView event = fixture.published(organization);

        assertThat(lifeCycle.start(event.id(), organization)).isEqualTo(event.startsAt());
        assertThat(lifeCycle.end(event.id(), organization)).isEqualTo(event.endsAt());
        assertThat(again(event.startsAt(), event.startsAt())).as("too early").isTrue();
        assertThat(again(event.startsAt().minusSeconds(60), event.startsAt()))
                .as("moved: another job knows")
                .isFalse();
        at(event.endsAt(), late -> late.end(event.id(), organization));
        assertThat(lifeCycle.end(event.id(), organization)).isNull();
    }

    @Test
    void what_the_end_starts_is_there_once_though_a_node_dies_midway_and_the_end_comes_again() {
        EventView event = fixture.published(organization);
        at(event.startsAt(), late -> late.start(event.id(), organization));

        transaction.executeWithoutResult(dying -> {
            new LifeCycle(table, moves, acting, jdbc, Clock.fixed(event.endsAt(), ZoneOffset.UTC))
                    .end(event.id(), organization);
            dying.setRollbackOnly();
        });
        assertThat(afterwards(event)).as("nothing of what died").isEmpty();

        at(event.endsAt(), late -> late.end(event.id(), organization));
        at(event.endsAt().plusSeconds(1), late -> late.end(event.id(), organization));
        assertThat(states(event)).containsExactly("draft", "published", "live", "ended");
        assertThat(afterwards(event)).containsExactly("notification.ask-feedback");
    }

    private static boolean again(Instant staged, Instant ahead) {
        return !(LifeCycleConfiguration.done(staged, ahead) instanceof CompletionHandler.OnCompleteRemove);
    }

    /** Staged for two hours after the end. */
    private List<String> afterwards(EventView event) {
        return jdbc.sql(
                        "select task_name from platform.scheduled_tasks where task_instance = ? and task_name like 'notification.%'")
                .param(event.id().toString())
                .query(String.class)
                .list();
    }

    @Test
    void a_cancelled_event_neither_starts_nor_ends() {
        EventView event = fixture.published(organization);
        acting.as(owner, () -> events.cancel(event.id(), "Storm"));
        at(event.endsAt(), late -> late.start(event.id(), organization));
        at(event.endsAt(), late -> late.end(event.id(), organization));
        assertThat(now(event).state()).isEqualTo(EventState.CANCELLED);
    }

    @Test
    void it_goes_live_by_hand_and_registration_locks() {
        EventView event = fixture.published(organization);
        Instant before = event.startsAt().minusSeconds(60);
        assertThat(event.registrationOpen(before)).isTrue();
        EventView live = acting.as(owner, () -> events.goLive(event.id()));
        assertThat(live.registrationOpen(before)).isFalse();
        assertThat(event.registrationOpen(event.startsAt())).isFalse();
    }

    @Test
    void a_set_cut_off_may_come_before_the_start_or_after_it() {
        Instant cutOff = Instant.parse("2031-06-18T20:00:00Z");
        EventView late = fixture.published(
                organization, concert().registrationClosesAt(cutOff).build());
        EventView live = acting.as(owner, () -> events.goLive(late.id()));
        assertThat(live.registrationOpen(cutOff.minusSeconds(1))).isTrue();
        assertThat(live.registrationOpen(cutOff)).isFalse();
    }

    @Test
    void an_ended_event_is_archived_after_thirty_days_and_not_before() {
        EventView event = fixture.published(organization);
        at(event.endsAt(), late -> late.end(event.id(), organization));
        at(event.endsAt().plus(Duration.ofDays(29)), LifeCycle::archive);
        assertThat(now(event).state()).isEqualTo(EventState.ENDED);
        // what somebody else works at is left to the next round
        await().untilAsserted(() -> {
            at(event.endsAt().plus(Duration.ofDays(31)), LifeCycle::archive);
            assertThat(now(event).state()).isEqualTo(EventState.ARCHIVED);
        });
    }

    @Test
    void many_nodes_archive_it_once_and_one_that_dies_leaves_it_to_the_others() {
        EventView event = fixture.published(organization);
        at(event.endsAt(), late -> late.end(event.id(), organization));
        Instant rested = event.endsAt().plus(Duration.ofDays(31));

        transaction.executeWithoutResult(dying -> {
            new LifeCycle(table, moves, acting, jdbc, Clock.fixed(rested, ZoneOffset.UTC)).archive();
            dying.setRollbackOnly();
        });
        assertThat(now(event).state()).isEqualTo(EventState.ENDED);
        await().untilAsserted(() -> {
            List<CompletableFuture<Void>> nodes = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(node -> CompletableFuture.runAsync(() -> at(rested, LifeCycle::archive)))
                    .toList();
            nodes.forEach(CompletableFuture::join);
            assertThat(now(event).state()).isEqualTo(EventState.ARCHIVED);
        });

        assertThat(states(event)).containsExactly("draft", "published", "live", "ended", "archived");
    }

    @Test
    void an_event_that_came_in_after_its_end_rests_thirty_days_too() {
        EventView old = fixture.draft(
                organization,
                concert()
                        .startsAt(LocalDateTime.of(2013, 2, 7, 9, 0))
                        .endsAt(LocalDateTime.of(2013, 2, 9, 17, 0))
                        .build());
        lifeCycle.archive();
        assertThat(now(old).state()).isEqualTo(EventState.ENDED);
        assertThat(jobs(old)).isEmpty();
    }

    /** As the scheduler would at that time. */
    private void at(Instant time, java.util.function.Consumer<LifeCycle> work) {
        LifeCycle then = new LifeCycle(table, moves, acting, jdbc, Clock.fixed(time, ZoneOffset.UTC));
        transaction.executeWithoutResult(status -> work.accept(then));
    }

    private EventView now(EventView event) {
        return acting.as(owner, () -> reads.byId(event.id()));
    }

    private List<String> states(EventView event) {
        return acting.as(
                owner,
                () -> history.of(event.id().value()).stream()
                        .map(History.Entry::to)
                        .toList());
    }

    private List<String> jobs(EventView event) {
        return jdbc.sql(
                        "select task_name from platform.scheduled_tasks where task_name like 'event.%' and task_instance like ?")
                .param(event.id() + "/%")
                .query(String.class)
                .list();
    }
}
