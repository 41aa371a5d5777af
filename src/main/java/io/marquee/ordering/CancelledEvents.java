package io.marquee.ordering;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.marquee.event.EventEvent.EventCancelled;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives back everything that was bought of a cancelled event, each order in a transaction of its own. A payment that was
 * being settled while the event was cancelled is found by the last pass, which begins when it must have been committed. Money that
 * the provider could not send is asked for once; a person has it tried again.
 */
@Component
class CancelledEvents {
    static final TaskDescriptor<Cancelled> TASK = TaskDescriptor.of("ordering.unwind-cancelled-event", Cancelled.class);
    static final Duration LAST_PASS = Duration.ofMinutes(2);
    private static final String REASON = OrderEvent.TicketsEnded.EVENT_CANCELLED;
    private static final int BATCH = 50;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(CancelledEvents.class);

    /** The job's data. @param again whether what the provider could not send is tried once more */
    record Cancelled(
            UUID event,
            UUID organization,
            Instant at,
            @Nullable Boolean again) {
        boolean triesAgain() {
            return Boolean.TRUE.equals(again);
        }
    }

    private final Orders orders;
    private final Ending ending;
    private final MoneyBack moneyBack;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final TransactionTemplate transaction;
    private final Acting acting;
    private final Clock clock;

    CancelledEvents(
            Orders orders,
            Ending ending,
            MoneyBack moneyBack,
            ObjectProvider<SchedulerClient> scheduler,
            TransactionTemplate transaction,
            Acting acting,
            Clock clock) {
        this.orders = orders;
        this.ending = ending;
        this.moneyBack = moneyBack;
        this.scheduler = scheduler;
        this.transaction = transaction;
        this.acting = acting;
        this.clock = clock;
    }

    /** Staged in the transaction that cancels. */
    void unwind(EventCancelled event) {
        scheduler
                .getObject()
                .scheduleIfNotExists(TASK.instance(event.event().toString())
                        .data(new Cancelled(
                                event.event().value(), event.organization().value(), event.at(), false))
                        .scheduledTo(clock.instant()));
    }

    /** In one pass, beside that of the cancellation where it still goes on. */
    void again(EventView event) {
        Instant now = clock.instant();
        scheduler
                .getObject()
                .scheduleIfNotExists(TASK.instance(event.id() + "/again")
                        .data(new Cancelled(
                                event.id().value(), event.organization().value(), now.minus(LAST_PASS), true))
                        .scheduledTo(now));
    }

    /** @return whether nothing is left to do, now or later */
    boolean pass(Cancelled event) {
        Instant began = clock.instant();
        boolean complete = acting.asSystem(new OrganizationId(event.organization()), () -> unwindAll(event));
        return complete && !began.isBefore(event.at().plus(LAST_PASS));
    }

    private boolean unwindAll(Cancelled event) {
        boolean complete = true;
        List<OrderView> batch = next(event, FIRST);
        while (!batch.isEmpty()) {
            for (OrderView order : batch) complete &= unwind(order);
            batch = next(event, batch.getLast().id().value());
        }
        return complete;
    }

    private List<OrderView> next(Cancelled event, UUID after) {
        return transaction.execute(
                status -> orders.unwound(new EventId(event.event()), event.triesAgain(), after, BATCH));
    }

    /** One that can't be done now, say for a payment that is undecided, is tried again in the next pass. */
    private boolean unwind(OrderView order) {
        try {
            transaction.executeWithoutResult(status -> {
                if (order.bought()) {
                    moneyBack.refund(order, REASON, null);
                } else {
                    ending.cancel(order, REASON);
                }
            });
            return true;
        } catch (OrderRefused.NothingToRefund used) {
            return true;
        } catch (RuntimeException e) {
            LOG.warn("order {} of a cancelled event is not given back yet: {}", order.id(), e.toString());
            return false;
        }
    }
}
