package io.marquee.event.series;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.marquee.platform.jobs.EachAlone;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that makes the coming events of all series; a transaction for each lot. */
@Configuration(proxyBeanMethods = false)
class SeriesJobs {
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> eventSeries(ObjectProvider<SeriesGrowth> growth) {
        return Tasks.recurring("event.series", FixedDelay.of(BETWEEN)).execute((job, context) -> {
            SeriesGrowth series = growth.getObject();
            List<SeriesView> due = series.due();
            while (!due.isEmpty() && EachAlone.sum(due, one -> grow(series, one)) > 0) due = series.due();
        });
    }

    static int grow(SeriesGrowth growth, SeriesView series) {
        try {
            return growth.grow(series);
        } catch (RuntimeException failure) {
            growth.putOff(series);
            throw failure;
        }
    }
}
