package io.marquee.escrow.api;

import io.marquee.escrow.StakeState;
import io.marquee.escrow.StakeSum;
import io.marquee.escrow.StakeTerms;
import io.marquee.escrow.StakeView;
import io.marquee.escrow.Stakes;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketTypeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Money that goes back to whoever comes. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Stakes")
class StakesApi {
    private static final int MOST = 100;

    private final EventReads events;
    private final Stakes stakes;

    StakesApi(EventReads events, Stakes stakes) {
        this.events = events;
        this.stakes = stakes;
    }

    /** What is left out of the numbers stays as it is. */
    record NewTerms(
            @Nullable List<@Nullable TicketTypeId> ticketTypes,
            @Schema(example = "24") @Nullable Integer delayHours,
            @Schema(example = "30") @Nullable Integer forgiveDays,
            @Nullable Boolean keepCard) {}

    /** @param sums how many stakes are in which state */
    record Summary(StakeTerms terms, List<StakeSum> sums) {}

    @Operation(
            summary = "List an event's stakes",
            description =
                    "In the order of their tickets. held, returning, returned, forfeited, unpaid, forgiven, failed or lapsed. A `reserved` one is only set aside on the card; of a `kept` one the card is charged only if nobody comes.")
    @GetMapping("/events/{event}/stakes")
    Slice<StakeView> list(
            @Parameter(description = "id or slug") @PathVariable String event,
            @RequestParam(required = false) @Nullable StakeState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        return stakes.ofEvent(events.where(Permission.SEE_ORDERS, event), state, cursor, limit);
    }

    @Operation(summary = "Tell what an event's stakes come to, and under which terms")
    @GetMapping("/events/{event}/stakes/summary")
    Summary summary(@Parameter(description = "id or slug") @PathVariable String event) {
        EventView known = events.where(Permission.SEE_ORDERS, event);
        return new Summary(stakes.terms(known.id()), stakes.sums(known));
    }

    @Operation(
            summary = "Choose which ticket types are stakes",
            description =
                    "Their price goes back to whoever is checked in. What was sold keeps what it was sold as. With `keepCard` orders of stakes alone take nothing where the provider can do that: a card is kept, and charged only of who does not come.")
    @PutMapping("/events/{event}/stakes/terms")
    StakeTerms choose(@Parameter(description = "id or slug") @PathVariable String event, @RequestBody NewTerms body) {
        EventView known = events.where(Permission.EDIT_EVENT, event);
        if (body.ticketTypes() == null) throw InvalidInput.at("ticketTypes", "required");
        StakeTerms before = stakes.terms(known.id());
        StakeTerms terms = new StakeTerms(
                body.delayHours() == null ? before.delayHours() : body.delayHours(),
                body.forgiveDays() == null ? before.forgiveDays() : body.forgiveDays(),
                body.keepCard() == null ? before.keepCard() : body.keepCard());
        stakes.choose(
                known, body.ticketTypes().stream().filter(Objects::nonNull).toList(), terms);
        return terms;
    }

    @Operation(
            summary = "Give a stake back to somebody who did not come",
            description = "As long as the event's terms allow it.")
    @PostMapping("/tickets/{ticket}/stake/forgiveness")
    StakeView forgive(@PathVariable TicketId ticket) {
        return stakes.forgive(ticket);
    }

    @Operation(
            summary = "Try again what a bank refused",
            description =
                    "Sends one that is failed back again; charges the card again that was kept for one that is unpaid, at most four times with those that were made by themselves.")
    @PostMapping("/tickets/{ticket}/stake/retry")
    StakeView retry(@PathVariable TicketId ticket) {
        return stakes.retry(ticket);
    }
}
