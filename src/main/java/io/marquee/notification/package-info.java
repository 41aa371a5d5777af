/**
 * Notification: mail, once for each cause, through SMTP or into the outbox, to those who want it.
 *
 * <p>Tables: notification.mails, mail_texts, tracking, untracked, due_tickets, suppressions, choices, notices, digests. Publishes: LetterMoved. Hears: identity, organization, event, ticketing, waiting room, ordering, payout, guest and escrow.
 */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "media",
            "identity",
            "privacy",
            "organization",
            "event",
            "feedback",
            "pricing",
            "ticketing",
            "ticketing :: transfer",
            "ticketing :: waiting",
            "seating",
            "waitingroom",
            "payment",
            "payout",
            "ordering",
            "guest",
            "escrow",
            "planning",
            "integration"
        })
@NullMarked
package io.marquee.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
