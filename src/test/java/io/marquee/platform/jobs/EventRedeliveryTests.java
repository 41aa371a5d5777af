package io.marquee.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.marquee.testing.MarqueeTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
@Import(Street.class)
class EventRedeliveryTests {
    @Autowired
    private Street.Forgetful listener;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SchedulerClient scheduler;

    @Autowired
    private RecurringTask<Void> redeliverEvents;

    @Test
    void an_event_whose_listener_failed_is_delivered_again() {
        transaction.executeWithoutResult(status -> events.publishEvent(new Street.LampLit("High Street")));
        await().atMost(Duration.ofSeconds(60)).until(() -> outstanding("FAILED") == 1);
        redeliver();
        assertThat(outstanding("FAILED")).isOne();
        aMinuteAndABitPasses();
        redeliver();
        await().atMost(Duration.ofSeconds(60)).until(() -> listener.deliveries() == 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> outstanding("%") == 0);
        assertThat(listener.deliveries()).isEqualTo(2);
    }

    private long outstanding(String status) {
        return jdbc.sql("""
                        select count(*)
                          from platform.event_publication
                         where event_type like '%LampLit'
                           and status like ?
                        """).param(status).query(Long.class).single();
    }

    private void aMinuteAndABitPasses() {
        jdbc.sql("""
                        update platform.event_publication
                           set publication_date = publication_date - interval '70 seconds',
                               last_resubmission_date = last_resubmission_date - interval '70 seconds'
                         where event_type like '%LampLit'
                        """).update();
    }

    /** Whether the job comes by itself or because it is asked to: after this it has run once from now on. */
    private void redeliver() {
        Instant asked = jdbc.sql("select now()").query(Instant.class).single();
        // refused while it runs
        await().ignoreExceptions()
                .until(() -> scheduler.reschedule(redeliverEvents.getDefaultTaskInstance(), Instant.now()));
        await().atMost(Duration.ofSeconds(60)).until(() -> lastRun().isAfter(asked));
    }

    private Instant lastRun() {
        return jdbc.sql("""
                        select coalesce(last_success, 'epoch') from platform.scheduled_tasks
                         where task_name = 'platform.redeliver-events'
                        """).query(Instant.class).single();
    }
}
