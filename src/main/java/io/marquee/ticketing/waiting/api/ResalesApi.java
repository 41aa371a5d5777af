package io.marquee.ticketing.waiting.api;

import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.waiting.ResaleState;
import io.marquee.ticketing.waiting.ResaleView;
import io.marquee.ticketing.waiting.Resales;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A ticket that its buyer gives back to the waiting list. */
@RestController
@RequestMapping("/api/v1/tickets/{id}/resale")
@Tag(name = "Waiting lists")
class ResalesApi {
    private final Resales resales;

    ResalesApi(Resales resales) {
        this.resales = resales;
    }

    record Resale(UUID id, TicketId ticket, ResaleState state, Instant createdAt) {
        static Resale of(ResaleView resale) {
            return new Resale(resale.id(), resale.ticket(), resale.state(), resale.createdAt());
        }
    }

    @Operation(
            summary = "Give a ticket back to the waiting list",
            description =
                    "By its buyer, for what it cost. It stays theirs until somebody in line has paid for it; then it ends, "
                            + "and its money goes back.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Resale list(@PathVariable TicketId id) {
        return Resale.of(resales.list(id));
    }

    @Operation(summary = "Keep a ticket after all", description = "Refused while it is on offer to somebody.")
    @DeleteMapping
    Resale withdraw(@PathVariable TicketId id) {
        return Resale.of(resales.withdraw(id));
    }
}
