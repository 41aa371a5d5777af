package io.marquee.ticketing.waiting;

import io.marquee.event.EventEvent.EventCancelled;
import io.marquee.event.EventEvent.EventCopied;
import io.marquee.event.EventEvent.EventEdited;
import io.marquee.event.EventEvent.EventEnded;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The lines follow their event in its own transaction. */
@Component
class WaitingListeners {
    private final WaitingRows rows;
    private final Acting acting;

    WaitingListeners(WaitingRows rows, Acting acting) {
        this.rows = rows;
        this.acting = acting;
    }

    /** Registration may be open again: those in line come first. */
    @EventListener
    void on(EventEdited edited) {
        acting.asSystem(edited.organization(), () -> {
            rows.lock(edited.event());
            rows.offer(edited.event());
        });
    }

    @EventListener
    void on(EventCopied copied) {
        acting.asSystem(
                copied.organization(),
                () -> rows.rule(copied.event(), copied.organization(), rows.rule(copied.from())));
    }

    @EventListener
    void on(EventCancelled cancelled) {
        close(cancelled.event(), cancelled.organization());
    }

    @EventListener
    void on(EventEnded ended) {
        close(ended.event(), ended.organization());
    }

    private void close(EventId event, OrganizationId organization) {
        acting.asSystem(organization, () -> rows.close(event));
    }
}
