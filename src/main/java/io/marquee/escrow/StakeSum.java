package io.marquee.escrow;

import io.marquee.kernel.Money;

/** How many of an event's stakes are in a state, in one currency. */
public record StakeSum(StakeState state, int count, Money amount) {}
