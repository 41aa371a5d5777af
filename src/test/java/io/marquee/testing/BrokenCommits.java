package io.marquee.testing;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.ordering.OrderEvent.OrderPaid;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Connections that break while a sale is committed: whoever sold hears of a failure, and may have sold or not. */
@Component
public class BrokenCommits {
    public enum Break {
        BEFORE_IT_WAS_MADE,
        BEFORE_ITS_ANSWER
    }

    private final Map<EventId, Break> next = new ConcurrentHashMap<>();

    /** The next sale of this event. */
    public void next(EventView event, Break how) {
        next.put(event.id(), how);
    }

    @EventListener
    void sold(OrderPaid sale) {
        Break how = next.remove(sale.event());
        if (how == null) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                if (how == Break.BEFORE_IT_WAS_MADE) broken();
            }

            @Override
            public void afterCommit() {
                if (how == Break.BEFORE_ITS_ANSWER) broken();
            }
        });
    }

    private static void broken() {
        throw new DataAccessResourceFailureException("the connection broke during the commit");
    }
}
