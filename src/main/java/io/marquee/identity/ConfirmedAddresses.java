package io.marquee.identity;

import io.marquee.identity.IdentityEvent.EmailVerified;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Marks addresses as proven. Who calls has a transaction and acts as the platform. */
@Component
class ConfirmedAddresses {
    private final Persons persons;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmedAddresses(Persons persons, ApplicationEventPublisher events, Clock clock) {
        this.persons = persons;
        this.events = events;
        this.clock = clock;
    }

    /** @return whether it was unproven until now */
    boolean confirm(PersonView person) {
        Instant now = clock.instant();
        boolean first = persons.confirmEmail(person.id(), now);
        if (first) {
            events.publishEvent(new EmailVerified(person.id(), person.email().value(), now));
        }
        return first;
    }
}
