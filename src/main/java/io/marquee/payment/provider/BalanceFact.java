package io.marquee.payment.provider;

import io.marquee.kernel.Money;

/**
 * What lies in an account, in one currency. Either may be below zero.
 *
 * @param available can go to the bank
 * @param pending is there soon
 */
public record BalanceFact(Money available, Money pending) {}
