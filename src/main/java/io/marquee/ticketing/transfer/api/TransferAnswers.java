package io.marquee.ticketing.transfer.api;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.EventId;
import io.marquee.platform.web.TimeField;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.TransferId;
import io.marquee.ticketing.transfer.TransferRule;
import io.marquee.ticketing.transfer.TransferState;
import io.marquee.ticketing.transfer.TransferView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API says of transfers, and what it is told. */
final class TransferAnswers {
    private TransferAnswers() {}

    /** @param email null where none was given, as at the box office */
    record Person(@Nullable String name, @Nullable String email) {
        static Person of(@Nullable String name, String email) {
            String shown = EmailAddress.shown(email);
            return new Person(name, shown.isEmpty() ? null : shown);
        }
    }

    /**
     * A ticket's way to one person.
     *
     * @param kind {@code transfer}, or {@code reassignment} by the team
     */
    record Transfer(
            TransferId id,
            TicketId ticket,
            EventId event,

            @Schema(allowableValues = {"transfer", "reassignment"})
            String kind,

            TransferState state,
            String ticketType,
            Person from,
            Person to,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant decidedAt) {
        static Transfer of(TransferView transfer) {
            return new Transfer(
                    transfer.id(),
                    transfer.ticket(),
                    transfer.event(),
                    transfer.reassigned() ? "reassignment" : "transfer",
                    transfer.state(),
                    transfer.ticketTypeName(),
                    Person.of(transfer.fromName(), transfer.fromEmail()),
                    Person.of(transfer.toName(), transfer.toEmail()),
                    transfer.createdAt(),
                    transfer.expiresAt(),
                    transfer.decidedAt());
        }
    }

    record TicketType(TicketTypeId id, String name) {}

    /**
     * One ticket.
     *
     * @param code for typing; null for whoever passed it on
     * @param qr the text inside the QR; null for whoever passed it on
     */
    record Ticket(
            TicketId id,
            EventId event,
            TicketState state,
            TicketType ticketType,
            Person holder,
            boolean transferred,
            @Nullable String code,
            @Nullable String qr) {
        static Ticket of(TicketView ticket, boolean withCodes) {
            return new Ticket(
                    ticket.id(),
                    ticket.event(),
                    ticket.state(),
                    new TicketType(ticket.ticketType(), ticket.ticketTypeName()),
                    Person.of(ticket.holderName(), ticket.holderEmail()),
                    ticket.passedOn(),
                    withCodes ? ticket.code() : null,
                    withCodes ? ticket.qr() : null);
        }
    }

    record NewTransfer(
            @Schema(example = "tom@example.org") @Nullable String email) {}

    record Acceptance(@Schema(example = "Tom Sá") @Nullable String name) {}

    record NewHolder(
            @Schema(example = "Tom Sá") @Nullable String name,
            @Schema(example = "tom@example.org") @Nullable String email) {}

    /**
     * Whether and how long tickets may be passed on.
     *
     * @param until null: until the event starts
     */
    record Rule(@Nullable Boolean allowed, @Nullable Instant until) {
        static Rule of(TransferRule rule) {
            return new Rule(rule.allowed(), rule.until());
        }

        TransferRule rule() {
            return new TransferRule(allowed == null || allowed, TimeField.near("until", until));
        }
    }

    record Items<T>(List<T> items) {}

    static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
