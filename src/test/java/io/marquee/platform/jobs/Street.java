package io.marquee.platform.jobs;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.marquee.platform.web.security.RequestIds;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.events.ApplicationModuleListener;

/** A small world with an event and a job, for the tests of this package, which share one application that way. */
@TestConfiguration
class Street {
    static final TaskDescriptor<Errand> ERRAND = TaskDescriptor.of("test.errand", Errand.class);
    static final BlockingQueue<String> HEARD = new ArrayBlockingQueue<>(10);

    record LampLit(String street) {}

    record Errand(String what) {}

    @Bean
    Forgetful forgetful() {
        return new Forgetful();
    }

    @Bean
    OneTimeTask<Errand> errand() {
        return Tasks.oneTime(ERRAND)
                .execute((job, context) -> HEARD.add(job.getData().what() + " for " + RequestIds.current()));
    }

    /** Fails at the first delivery of an event, and takes the second. */
    static class Forgetful {
        private final AtomicInteger deliveries = new AtomicInteger();

        @ApplicationModuleListener
        void on(LampLit event) {
            if (deliveries.incrementAndGet() == 1) throw new IllegalStateException("not now");
        }

        int deliveries() {
            return deliveries.get();
        }
    }
}
