package io.marquee.invoicing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.ordering.OrderId;
import java.time.Instant;
import java.util.UUID;

/**
 * A document that was sealed; or a confirmation, which is not kept.
 *
 * @param label its number, as it is printed
 */
public record DocumentView(
        UUID id,
        DocumentKind kind,
        String label,
        OrderId order,
        EventId event,
        OrganizationId organization,
        Instant issuedAt,
        Sheet sheet) {

    public Money total() {
        return sheet.money(sheet.total());
    }

    public Money tax() {
        return sheet.money(sheet.tax());
    }

    /** For the file that it is kept in. */
    public String fileName() {
        return label.toLowerCase(java.util.Locale.ROOT);
    }
}
