package io.marquee.escrow;

import io.marquee.event.EventEvent.EventCopied;
import io.marquee.platform.tenancy.Acting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A copy of an event settles its stakes under the same terms. Which of its types are stakes, they know themselves. */
@Component
class CopiedTerms {
    private final Settlements settlements;
    private final Acting acting;

    CopiedTerms(Settlements settlements, Acting acting) {
        this.settlements = settlements;
        this.acting = acting;
    }

    @EventListener
    void on(EventCopied copied) {
        acting.asSystem(copied.organization(), () -> {
            StakeTerms terms = settlements.terms(copied.from());
            if (!terms.equals(StakeTerms.USUAL)) settlements.change(copied.event(), copied.organization(), terms);
        });
    }
}
