package io.marquee.ledger;

import io.marquee.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that one kind of cause has posted to an account.
 *
 * @param item the ticket type that it is about; null where it is about none
 * @param amount a debit above zero, a credit below
 */
public record Sum(
        Account account, Cause.Kind kind, @Nullable UUID item, Money amount) {}
