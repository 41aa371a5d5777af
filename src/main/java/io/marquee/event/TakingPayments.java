package io.marquee.event;

import io.marquee.kernel.OrganizationId;

/** Told by the module that takes payments: whether buyers can pay an organization now. */
public interface TakingPayments {
    boolean isPossible(OrganizationId organization);
}
