package io.marquee.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Many clients at once, each on a thread and a connection of its own. */
final class Load {
    private Load() {}

    /** What one client does again and again; answers false when it has nothing more to do. */
    @FunctionalInterface
    interface Step {
        boolean once() throws Exception;
    }

    /** Makes one client's step. */
    @FunctionalInterface
    interface Client {
        Step open(int number) throws Exception;
    }

    /** @param latencies sorted, in nanoseconds */
    record Result(long done, double seconds, long[] latencies) {
        double rate() {
            return done / seconds;
        }

        double millis(double quantile) {
            if (latencies.length == 0) {
                return Double.NaN;
            }
            return latencies[(int) Math.min(latencies.length - 1, latencies.length * quantile)] / 1e6;
        }
    }

    /** As fast as it goes. */
    static Result flatOut(int clients, double seconds, Client client) throws Exception {
        return run(clients, seconds, 0, client);
    }

    /** At a fixed rate over all clients; a late answer counts from when its request was due. */
    static Result paced(int clients, double seconds, double perSecond, Client client) throws Exception {
        return run(clients, seconds, perSecond, client);
    }

    private static Result run(int clients, double seconds, double perSecond, Client client) throws Exception {
        CountDownLatch ready = new CountDownLatch(clients);
        CountDownLatch go = new CountDownLatch(1);
        AtomicLong done = new AtomicLong();
        List<long[]> measured = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long[] bounds = new long[2];
        for (int number = 0; number < clients; number++) {
            int me = number;
            threads.add(Thread.ofPlatform().daemon().start(() -> {
                long[] latencies = new long[1 << 12];
                int count = 0;
                try {
                    Step step = client.open(me);
                    ready.countDown();
                    go.await();
                    long interval = perSecond > 0 ? (long) (1e9 * clients / perSecond) : 0;
                    long due = bounds[0] + interval * me / clients;
                    while (System.nanoTime() < bounds[1]) {
                        long from = interval > 0 ? waitUntil(due) : System.nanoTime();
                        if (!step.once()) {
                            break;
                        }
                        if (count == latencies.length) {
                            latencies = Arrays.copyOf(latencies, count * 2);
                        }
                        latencies[count++] = System.nanoTime() - from;
                        due += interval;
                    }
                } catch (Throwable e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                    ready.countDown();
                }
                done.addAndGet(count);
                synchronized (measured) {
                    measured.add(Arrays.copyOf(latencies, count));
                }
            }));
        }
        ready.await();
        bounds[0] = System.nanoTime();
        bounds[1] = bounds[0] + (long) (seconds * 1e9);
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        double took = (System.nanoTime() - bounds[0]) / 1e9;
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " clients failed, the first with", failures.getFirst());
        }
        long[] all = measured.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(done.get(), took, all);
    }

    private static long waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }
}
