package io.marquee.payout;

import io.marquee.payment.provider.PayoutSchedule;
import io.marquee.payment.provider.PayoutSchedule.Interval;
import org.jspecify.annotations.Nullable;

/**
 * When an organization's money goes to its bank.
 *
 * @param schedule at the provider
 * @param daysAfterEvent after an event's end its money goes by itself; null where only the provider's schedule counts
 */
public record PayoutPlan(PayoutSchedule schedule, @Nullable Integer daysAfterEvent) {
    /** As an interval on the wire, beside the provider's. */
    public static final String AFTER_EVENTS = "after_events";

    static PayoutPlan of(Interval interval) {
        return new PayoutPlan(new PayoutSchedule(interval, null, null), null);
    }
}
