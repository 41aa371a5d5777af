/**
 * Ledger: the double-entry books of every organization, under all money. What decides about money posts it here, in its own
 * transaction; every balance is a sum over it.
 *
 * <p>Tables: ledger.postings, entries, unsealed, subtotals. Publishes nothing, hears nothing.
 */
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"kernel", "platform", "media", "identity", "organization", "event"})
@NullMarked
package io.marquee.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
