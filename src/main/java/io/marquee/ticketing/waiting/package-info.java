/**
 * Waiting lists, one for each ticket type. The database offers what comes free to those in line, in the transaction that frees
 * it; here people join and leave, offers are priced and told, and the team looks after it. Tables: ticketing.waiting_rules,
 * waiting_lists, waiting_entries, waiting_offers, resales. Publishes: {@link io.marquee.ticketing.waiting.WaitingEvent}.
 */
@NamedInterface("waiting")
@NullMarked
package io.marquee.ticketing.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
