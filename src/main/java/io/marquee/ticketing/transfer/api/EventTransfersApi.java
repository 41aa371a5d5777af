package io.marquee.ticketing.transfer.api;

import io.marquee.event.EventReads;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.ticketing.transfer.TransferReads;
import io.marquee.ticketing.transfer.TransferRules;
import io.marquee.ticketing.transfer.api.TransferAnswers.Rule;
import io.marquee.ticketing.transfer.api.TransferAnswers.Transfer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an event says about passing tickets on, and all that are or were on their way. */
@RestController
@RequestMapping("/api/v1/events/{event}")
@Tag(name = "Tickets")
class EventTransfersApi {
    private static final int MOST = 100;

    private final EventReads events;
    private final TransferRules rules;
    private final TransferReads reads;

    EventTransfersApi(EventReads events, TransferRules rules, TransferReads reads) {
        this.events = events;
        this.rules = rules;
        this.reads = reads;
    }

    @Operation(summary = "Read whether an event's tickets may be passed on")
    @GetMapping("/transfer-rule")
    Rule rule(@PathVariable String event) {
        return Rule.of(rules.of(events.visible(event)));
    }

    @Operation(
            summary = "Say whether an event's tickets may be passed on",
            description = "The deadline, where there is one before the event's start, also ends offers under way.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(examples = @ExampleObject("{\"allowed\": true, \"until\": \"2031-06-17T18:00:00Z\"}")))
    @PutMapping("/transfer-rule")
    Rule set(@PathVariable String event, @RequestBody Rule body) {
        return Rule.of(rules.set(events.where(Permission.EDIT_EVENT, event), body.rule()));
    }

    @Operation(summary = "List an event's transfers", description = "Newest first, for its team.")
    @GetMapping("/transfers")
    Slice<Transfer> list(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "range", 1, MOST);
        return reads.ofEvent(events.where(Permission.SEE_GUESTS, event).id(), cursor, limit)
                .map(Transfer::of);
    }
}
