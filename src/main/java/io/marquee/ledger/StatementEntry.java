package io.marquee.ledger;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting, as it is shown.
 *
 * @param event null where it is about the organization as a whole
 * @param lines with the amounts in their accounts' direction, see {@link Account#natural}
 */
public record StatementEntry(
        UUID id,
        Instant at,
        Cause.Kind kind,
        UUID cause,
        @Nullable EventId event,
        @Nullable UUID order,
        @Nullable String provider,
        List<Line> lines) {

    /** @param item the ticket type that it is about; null where it is about none */
    public record Line(Account account, @Nullable UUID item, Money amount) {}
}
