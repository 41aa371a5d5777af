package io.marquee.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.marquee.platform.web.security.RequestIds;
import io.marquee.testing.MarqueeTest;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;

@MarqueeTest
@Import(Street.class)
class RequestTraceTests {
    @Autowired
    private SchedulerClient scheduler;

    @Autowired
    @Qualifier("applicationTaskExecutor")
    private AsyncTaskExecutor executor;

    @Test
    void a_job_bears_the_id_of_the_request_that_caused_it() throws InterruptedException {
        MDC.put(RequestIds.MDC_KEY, "request-1234");
        try {
            run("bread");
        } finally {
            MDC.remove(RequestIds.MDC_KEY);
        }
        assertThat(Street.HEARD.poll(10, TimeUnit.SECONDS)).isEqualTo("bread for request-1234");
        run("milk");
        assertThat(Street.HEARD.poll(10, TimeUnit.SECONDS)).isEqualTo("milk for ");
    }

    @Test
    void what_runs_after_the_request_bears_its_id() throws Exception {
        MDC.put(RequestIds.MDC_KEY, "request-5678");
        try {
            assertThat(executor.submit(RequestIds::current).get()).isEqualTo("request-5678");
        } finally {
            MDC.remove(RequestIds.MDC_KEY);
        }
        assertThat(executor.submit(RequestIds::current).get()).isEmpty();
    }

    private void run(String what) {
        scheduler.scheduleIfNotExists(Street.ERRAND
                .instance(UUID.randomUUID().toString())
                .data(new Street.Errand(what))
                .scheduledTo(Instant.now()));
    }
}
