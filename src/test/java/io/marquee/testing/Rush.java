package io.marquee.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Many at once: everybody is at the start line before the first begins. */
public final class Rush {
    private Rush() {}

    /** What became of each, in their order; an exception is what became of it too. */
    public static List<Object> of(int people, IntFunction<Callable<?>> does) throws InterruptedException {
        CountDownLatch line = new CountDownLatch(people);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                Callable<?> work = does.apply(i);
                running.add(threads.submit(() -> {
                    line.countDown();
                    line.await(30, TimeUnit.SECONDS);
                    return work.call();
                }));
            }
            return running.stream().map(Rush::outcome).toList();
        }
    }

    public static <T> List<T> only(List<Object> outcomes, Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Object outcome(Future<?> future) {
        try {
            Object result = future.get(2, TimeUnit.MINUTES);
            return result == null ? "nothing" : result;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
