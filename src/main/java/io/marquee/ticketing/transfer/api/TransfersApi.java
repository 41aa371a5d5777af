package io.marquee.ticketing.transfer.api;

import io.marquee.ticketing.transfer.TransferId;
import io.marquee.ticketing.transfer.TransferReads;
import io.marquee.ticketing.transfer.Transfers;
import io.marquee.ticketing.transfer.api.TransferAnswers.Acceptance;
import io.marquee.ticketing.transfer.api.TransferAnswers.Transfer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A ticket on its way, for its two parties: the recipient comes with the mailed token as the bearer token. */
@RestController
@RequestMapping("/api/v1/transfers/{id}")
@Tag(name = "Tickets")
class TransfersApi {
    private final TransferReads reads;
    private final Transfers transfers;

    TransfersApi(TransferReads reads, Transfers transfers) {
        this.reads = reads;
        this.transfers = transfers;
    }

    @Operation(summary = "Read a transfer", description = "For its parties and the event's team.")
    @GetMapping
    Transfer read(@PathVariable TransferId id) {
        return Transfer.of(reads.shown(id));
    }

    @Operation(
            summary = "Accept a ticket",
            description = "By the recipient: the ticket is theirs with new codes, the old ones answer “transferred”.")
    @PostMapping("/acceptance")
    Transfer accept(@PathVariable TransferId id, @RequestBody Acceptance body, Locale locale) {
        return Transfer.of(transfers.accept(id, TransferAnswers.said(body.name()), locale));
    }

    @Operation(summary = "Decline a ticket", description = "By the recipient: it stays the sender's.")
    @PostMapping("/rejection")
    Transfer decline(@PathVariable TransferId id) {
        return Transfer.of(transfers.decline(id));
    }

    @Operation(summary = "Take an offered ticket back", description = "By the sender, until it was accepted.")
    @DeleteMapping
    Transfer withdraw(@PathVariable TransferId id) {
        return Transfer.of(transfers.withdraw(id));
    }
}
