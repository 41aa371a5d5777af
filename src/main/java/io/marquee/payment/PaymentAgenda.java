package io.marquee.payment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What is to be done later about money. Staged in the transaction that causes it. The scheduler comes through a
 * provider, since it is made of the very tasks that are staged here.
 */
@Component
class PaymentAgenda {
    static final TaskDescriptor<Errand> POLL = TaskDescriptor.of("payment.poll", Errand.class);
    static final TaskDescriptor<Errand> END = TaskDescriptor.of("payment.end", Errand.class);
    static final TaskDescriptor<Errand> CARRY_OUT = TaskDescriptor.of("payment.carry-out", Errand.class);
    static final TaskDescriptor<Errand> REFUND = TaskDescriptor.of("payment.refund", Errand.class);
    static final TaskDescriptor<Errand> EVIDENCE = TaskDescriptor.of("payment.evidence", Errand.class);
    static final TaskDescriptor<Errand> SEND_BACK = TaskDescriptor.of("payment.send-back", Errand.class);
    static final TaskDescriptor<Errand> RECONCILE = TaskDescriptor.of("payment.reconcile", Errand.class);
    static final Duration FIRST_POLL = Duration.ofSeconds(5);
    private static final Duration SLOWEST_POLL = Duration.ofMinutes(1);
    private static final Duration RAREST_TRY = Duration.ofHours(6);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    PaymentAgenda(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** About which row of ours. */
    record Errand(UUID id) {}

    void poll(Attempt attempt) {
        stage(POLL, attempt.id().value(), attempt.createdAt().plus(FIRST_POLL));
    }

    /** Its order has ended. */
    void end(Attempt attempt) {
        stage(END, attempt.id().value(), clock.instant());
    }

    /** What was decided about money that is reserved: nobody waits for the next look at it, which may be an hour away. */
    void carryOut(UUID payment) {
        stage(CARRY_OUT, payment, clock.instant());
    }

    void refund(Refund refund) {
        stage(REFUND, refund.id().value(), clock.instant());
    }

    /** After whoever decided has tried it. */
    void evidence(DisputeView dispute) {
        stage(EVIDENCE, dispute.id(), clock.instant().plus(SLOWEST_POLL));
    }

    /** Money that no payment of ours is for. */
    void sendBack(UUID discrepancy) {
        stage(SEND_BACK, discrepancy, clock.instant());
    }

    void reconcile(UUID run) {
        stage(RECONCILE, run, clock.instant());
    }

    /** Again, where nobody goes after it any more. */
    void poll(UUID payment) {
        stage(POLL, payment, clock.instant());
    }

    void refund(UUID refund) {
        stage(REFUND, refund, clock.instant());
    }

    private void stage(TaskDescriptor<Errand> task, UUID id, Instant when) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        task.instance(id.toString()).data(new Errand(id)).scheduledTo(when));
    }

    /** The longer it lasts, the rarer we ask: a quarter of its age, between five seconds and a minute. */
    Instant nextLook(Instant since) {
        return next(since, FIRST_POLL, SLOWEST_POLL);
    }

    /** After a no, which somebody may see to meanwhile: a quarter of its age, between a minute and six hours. */
    Instant nextTry(Instant since) {
        return next(since, SLOWEST_POLL, RAREST_TRY);
    }

    private Instant next(Instant since, Duration shortest, Duration longest) {
        Instant now = clock.instant();
        Duration wait = Duration.between(since, now).dividedBy(4);
        if (wait.compareTo(shortest) < 0) {
            return now.plus(shortest);
        }
        return now.plus(wait.compareTo(longest) > 0 ? longest : wait);
    }
}
