package io.marquee.payment.sandbox;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the sandbox does later by itself. Staged in the transaction that causes it. */
@Component
class SandboxAgenda {
    static final TaskDescriptor<Errand> CLOCK = TaskDescriptor.of("sandbox.clock", Errand.class);
    static final TaskDescriptor<Errand> DELIVER = TaskDescriptor.of("sandbox.deliver", Errand.class);

    private final ObjectProvider<SchedulerClient> scheduler;

    SandboxAgenda(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    /** About which charge, payout or delivery. */
    record Errand(String id) {}

    /** Something of this charge or payout is due then. */
    void lookAt(String charge, Instant when) {
        stage(CLOCK, charge + "@" + when.toEpochMilli(), charge, when);
    }

    /** @param copy tells several deliveries of the same event apart */
    void deliver(String delivery, int copy, Instant when) {
        stage(DELIVER, delivery + "/" + copy, delivery, when);
    }

    private void stage(TaskDescriptor<Errand> task, String instance, String id, Instant when) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        task.instance(instance).data(new Errand(id)).scheduledTo(when));
    }
}
