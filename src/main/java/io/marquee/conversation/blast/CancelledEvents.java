package io.marquee.conversation.blast;

import io.marquee.event.EventEvent.EventCancelled;
import io.marquee.platform.tenancy.Acting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was to be said before a cancelled event is not said any more; what the team writes afterwards is. */
@Component
class CancelledEvents {
    private final BlastRows rows;
    private final Acting acting;

    CancelledEvents(BlastRows rows, Acting acting) {
        this.rows = rows;
        this.acting = acting;
    }

    @EventListener
    void on(EventCancelled cancelled) {
        acting.asSystem(
                cancelled.organization(),
                () -> rows.scheduled(cancelled.event()).forEach(blast -> rows.move(blast, BlastState.CANCELLED)));
    }
}
