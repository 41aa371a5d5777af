package io.marquee.payment;

import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Work on a thread of its own, for the same actor and under the same request's id, so that nobody must wait to its end. */
final class Patience {
    private Patience() {}

    /** What is given is null only where the work says so. */
    @SuppressWarnings("NullAway")
    static <T extends @Nullable Object> FutureTask<T> begin(String name, Supplier<T> work) {
        Actor actor = Acting.current();
        Map<String, String> trace = MDC.getCopyOfContextMap();
        FutureTask<T> task = new FutureTask<>(() -> {
            if (trace != null) MDC.setContextMap(trace);
            Answer<T> answer = new Answer<>();
            Acting.request(actor, () -> answer.given = work.get());
            return answer.given;
        });
        Thread.ofVirtual().name(name).start(task);
        return task;
    }

    /** To its end, however long that takes; what went wrong there goes wrong here. */
    static <T> T await(FutureTask<T> work) {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", stopped);
        }
    }

    /** @param <T> what is answered */
    private static final class Answer<T extends @Nullable Object> {
        @Nullable
        T given;
    }
}
