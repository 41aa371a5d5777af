/**
 * Guest: one person's relation to one event. Answers, approval, invitations, and the list of all of them for the event's team.
 *
 * <p>Tables: guest.rules, guests, merged, distinctions, terms, moments, answers, requests, tickets, due. Publishes: {@link io.marquee.guest.GuestEvent}. Hears,
 * in the transaction that tells it: orders that were paid, refunded or cancelled, and tickets that were passed on; all of them are noted, and
 * a job has the guests follow.
 *
 * <p>Locks are taken in one order: guests by their ids, then the rules of their event, which count the places.
 */
@ApplicationModule(
        displayName = "Guest",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "identity",
            "organization",
            "event",
            "programme",
            "registration",
            "seating",
            "ticketing",
            "ticketing :: transfer",
            "ordering"
        })
@NullMarked
package io.marquee.guest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
