/**
 * Invoicing: receipts, invoices and credit notes, numbered without gaps and sealed.
 *
 * <p>Tables: invoicing.sellers, due, documents. Hears, in the transaction that tells it: orders that were paid or refunded; it
 * only notes them there, and a job seals their documents. Publishes nothing.
 */
@ApplicationModule(
        displayName = "Invoicing",
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "organization",
            "event",
            "pricing",
            "ticketing",
            "payment",
            "ordering"
        })
@NullMarked
package io.marquee.invoicing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
