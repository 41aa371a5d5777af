package io.marquee.planning;

import io.marquee.kernel.EventId;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.AfterCommit;
import io.marquee.ticketing.SoldShares;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks what an event has reached, a moment after it sold something. A sale waits for nothing and writes nothing for it: only the node
 * that sold keeps it in mind, once for all sales of that moment. What a node forgets that dies, {@link Milestones} finds by its job.
 */
@Component
class SoldLately {
    /** What was sold is counted a moment after it was paid, and on a busy machine later than that. */
    private static final List<Executor> MOMENTS = Stream.of(2L, 10L, 25L)
            .map(seconds -> CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS))
            .toList();

    private static final Logger LOG = LoggerFactory.getLogger(SoldLately.class);

    private final SoldShares shares;
    private final Milestones milestones;
    private final Acting acting;
    private final Set<EventId> waiting = ConcurrentHashMap.newKeySet();

    SoldLately(SoldShares shares, Milestones milestones, Acting acting) {
        this.shares = shares;
        this.milestones = milestones;
        this.acting = acting;
    }

    @EventListener
    void on(OrderPaid paid) {
        AfterCommit.run(() -> {
            if (waiting.add(paid.event())) MOMENTS.forEach(moment -> moment.execute(() -> look(paid)));
        });
    }

    private void look(OrderPaid paid) {
        // first: what is sold from here on is looked at again
        waiting.remove(paid.event());
        try {
            SoldShares.Share share = acting.asSystem(paid.organization(), () -> shares.of(paid.event()));
            if (share != null) milestones.note(share);
        } catch (RuntimeException e) {
            LOG.warn("what event {} has reached is left to the job: {}", paid.event(), e.toString());
        }
    }
}
