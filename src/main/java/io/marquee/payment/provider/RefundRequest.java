package io.marquee.payment.provider;

import io.marquee.kernel.Money;

/**
 * Money to give back.
 *
 * @param key idempotency key, the same each time this is asked
 * @param chargeRef the provider's id of the charge
 */
public record RefundRequest(String key, String chargeRef, Money amount) {}
