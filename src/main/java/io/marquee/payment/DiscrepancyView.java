package io.marquee.payment;

import java.time.Instant;

/**
 * Where a provider says something that our states cannot follow; nothing was settled by it.
 *
 * @param kind {@code amount}, {@code ended_before} or {@code refund_amount}
 */
public record DiscrepancyView(PaymentId payment, String kind, String expected, String found, Instant seenAt) {}
