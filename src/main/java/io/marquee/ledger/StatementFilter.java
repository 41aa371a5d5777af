package io.marquee.ledger;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which postings of an organization are asked for.
 *
 * @param month in UTC; null for all
 * @param kind null for all
 */
public record StatementFilter(@Nullable YearMonth month, Cause.@Nullable Kind kind) {
    public static final StatementFilter ALL = new StatementFilter(null, null);
}
