package io.marquee.ticketing.transfer.api;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.Holders;
import io.marquee.ticketing.transfer.TransferReads;
import io.marquee.ticketing.transfer.TransferView;
import io.marquee.ticketing.transfer.Transfers;
import io.marquee.ticketing.transfer.api.TransferAnswers.Items;
import io.marquee.ticketing.transfer.api.TransferAnswers.NewHolder;
import io.marquee.ticketing.transfer.api.TransferAnswers.NewTransfer;
import io.marquee.ticketing.transfer.api.TransferAnswers.Ticket;
import io.marquee.ticketing.transfer.api.TransferAnswers.Transfer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One ticket, for whoever holds it, bought it, or is of its event's team. */
@RestController
@RequestMapping("/api/v1/tickets/{id}")
@Tag(name = "Tickets", description = "One ticket: who holds it, and its way to somebody else")
class TicketsApi {
    private final TicketReads tickets;
    private final TransferReads reads;
    private final Transfers transfers;
    private final Holders holders;
    private final Access access;

    TicketsApi(TicketReads tickets, TransferReads reads, Transfers transfers, Holders holders, Access access) {
        this.tickets = tickets;
        this.reads = reads;
        this.transfers = transfers;
        this.holders = holders;
        this.access = access;
    }

    @Operation(
            summary = "Read a ticket",
            description = "With its codes for whoever holds it; whoever passed it on sees who has it, without them.")
    @GetMapping
    Ticket read(@PathVariable TicketId id) {
        TicketView ticket = seen(id);
        return Ticket.of(ticket, ticket.isHeldByActor());
    }

    @Operation(
            summary = "Pass a ticket on",
            description = "The recipient gets a mail with a link to accept or decline, without an account. The ticket "
                    + "stays as it is until they accept; then its codes are dead, and they have new ones. An offer ends after "
                    + "seven days, and at the latest when the event starts or at the organizer's deadline.")
    @PostMapping("/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Transfer> offer(@PathVariable TicketId id, @RequestBody NewTransfer body, Locale locale) {
        TransferView offer = transfers.offer(id, TransferAnswers.said(body.email()), locale);
        return ResponseEntity.created(URI.create("/api/v1/transfers/" + offer.id()))
                .body(Transfer.of(offer));
    }

    @Operation(
            summary = "List a ticket's transfers",
            description = "Newest first; each party sees those that it was part of, the team all.")
    @GetMapping("/transfers")
    Items<Transfer> list(@PathVariable TicketId id) {
        return new Items<>(
                reads.ofTicket(seen(id).id()).stream().map(Transfer::of).toList());
    }

    @Operation(
            summary = "Change a ticket's holder",
            description = "By the team, without asking: the old codes are dead, and the new holder gets a mail.")
    @PutMapping("/holder")
    Ticket reassign(@PathVariable TicketId id, @RequestBody NewHolder body, Locale locale) {
        holders.reassign(id, TransferAnswers.said(body.name()), TransferAnswers.said(body.email()), locale);
        return Ticket.of(seen(id), false);
    }

    @Operation(summary = "Mail a ticket to its holder again", description = "At most once a minute.")
    @PostMapping("/mails")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void mail(@PathVariable TicketId id, Locale locale) {
        holders.resend(id, locale);
    }

    /** Those at the door see tickets too, but not who holds them. */
    private TicketView seen(TicketId id) {
        TicketView ticket = tickets.byId(id);
        if (ticket == null) throw new NotFound("ticket");
        boolean party = ticket.isHeldByActor() || ticket.isBoughtByActor();
        if (!party) access.require(Permission.SEE_GUESTS, ticket.organization(), ticket.event());
        return ticket;
    }
}
