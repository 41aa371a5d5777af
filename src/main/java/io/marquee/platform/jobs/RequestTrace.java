package io.marquee.platform.jobs;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.marquee.platform.web.security.RequestIds;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/** Carries the id of a request into what it causes later: jobs, and listeners that run after the commit. */
@Configuration(proxyBeanMethods = false)
class RequestTrace {

    @Bean
    ExecutionInterceptor jobsBearTheirRequest() {
        return new JobInterceptor();
    }

    @Bean
    TaskDecorator listenersBearTheirRequest() {
        return task -> {
            Map<String, String> context = MDC.getCopyOfContextMap();
            return context == null ? task : () -> runIn(context, task);
        };
    }

    private static void runIn(Map<String, String> context, Runnable task) {
        MDC.setContextMap(context);
        try {
            task.run();
        } finally {
            MDC.clear();
        }
    }

    private static final class JobInterceptor implements ExecutionInterceptor {
        @Override
        public CompletionHandler<?> execute(TaskInstance<?> job, ExecutionContext context, ExecutionChain chain) {
            TracedSerializer.adoptId(job::getData);
            try {
                return chain.proceed(job, context);
            } finally {
                MDC.remove(RequestIds.MDC_KEY);
            }
        }
    }
}
