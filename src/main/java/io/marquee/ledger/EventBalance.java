package io.marquee.ledger;

import io.marquee.kernel.Money;

/**
 * What an event's sales have left at a provider, in one currency.
 *
 * @param balance after refunds, fees and what is disputed
 * @param stakes in it, that go back to those who come
 * @param disputed gone from it until that is decided
 */
public record EventBalance(Money balance, Money stakes, Money disputed) {}
