package io.marquee.payment;

import io.marquee.event.TakingPayments;
import io.marquee.kernel.OrganizationId;
import org.springframework.stereotype.Component;

/** Tells events' organizers before they publish, and not their buyers afterwards, that nobody can pay them. */
@Component
class PayableOrganizations implements TakingPayments {
    private final Payments payments;

    PayableOrganizations(Payments payments) {
        this.payments = payments;
    }

    @Override
    public boolean isPossible(OrganizationId organization) {
        return !payments.offered(organization).isEmpty();
    }
}
