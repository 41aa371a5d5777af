package io.marquee.payment.provider;

import io.marquee.kernel.Money;

/**
 * Money to give back.
 *
 * @param key idempotency key, the same each time this is asked
 * @param charge what it goes back from, in proportion with what the operator kept of it
 */
public record RefundRequest(String key, ChargeRef charge, Money amount) {}
