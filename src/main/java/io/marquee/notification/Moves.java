package io.marquee.notification;

import io.marquee.kernel.OrganizationId;
import io.marquee.platform.mail.LetterMoved;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells those who posted an optional letter how it fared; of the others nobody waits to hear. */
@Component
class Moves {
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void tell(StoredMail mail, LetterMoved.Move move) {
        if (mail.topic().optional() && mail.organization() != null) {
            OrganizationId organization = OrganizationId.of(mail.organization());
            events.publishEvent(new LetterMoved(mail.cause(), mail.kind(), organization, move, clock.instant()));
        }
    }
}
