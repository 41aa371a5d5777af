package io.marquee.ledger;

import io.marquee.kernel.Money;
import java.time.YearMonth;

/**
 * What the platform kept in a month.
 *
 * @param month in UTC
 * @param amount less what it gave back
 */
public record MonthlyIncome(YearMonth month, Money amount) {}
