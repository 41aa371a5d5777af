package io.marquee.ticketing.waiting.api;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.waiting.EntryId;
import io.marquee.ticketing.waiting.EntryView;
import io.marquee.ticketing.waiting.WaitingList;
import io.marquee.ticketing.waiting.WaitingList.Joining;
import io.marquee.ticketing.waiting.WaitingReads;
import io.marquee.ticketing.waiting.api.WaitingAnswers.Entry;
import io.marquee.ticketing.waiting.api.WaitingAnswers.NewEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Waiting for what is sold out. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Waiting lists", description = "Places that come free are held for those in line, in order")
class WaitingApi {
    private final WaitingList list;
    private final WaitingReads reads;
    private final Capabilities capabilities;
    private final Clock clock;

    WaitingApi(WaitingList list, WaitingReads reads, Capabilities capabilities, Clock clock) {
        this.list = list;
        this.reads = reads;
        this.capabilities = capabilities;
        this.clock = clock;
    }

    @Operation(
            summary = "Join the waiting list of a ticket type",
            description =
                    "Where nothing of it is left. When it is their turn, what came free is held for them for as long "
                            + "as the event's rule says, also a part of what they asked for; they stay in front for the rest. "
                            + "Whoever lets an offer go is out of line.")
    @PostMapping("/ticket-types/{id}/waiting-list")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Entry> join(@PathVariable TicketTypeId id, @RequestBody NewEntry body, Locale locale) {
        EventView event = reads.eventOf(id);
        Joining joining = new Joining(
                WaitingAnswers.said(body.name()),
                WaitingAnswers.said(body.email()),
                body.quantity() == null ? 1 : body.quantity(),
                locale);
        EntryView entry = list.join(event, id, joining);
        return ResponseEntity.created(URI.create("/api/v1/waiting-list/" + entry.id()))
                .body(Entry.of(entry, List.of(), token(entry.id().value()), offer -> null));
    }

    @Operation(
            summary = "Read one's place in line",
            description =
                    "With the entry's token as the bearer token. Offers that are open come with the token of their hold.")
    @GetMapping("/waiting-list/{id}")
    Entry read(@PathVariable EntryId id) {
        return answer(reads.mine(id));
    }

    @Operation(summary = "Leave the line", description = "What is on offer and not ordered yet goes to the next.")
    @DeleteMapping("/waiting-list/{id}")
    Entry leave(@PathVariable EntryId id) {
        return answer(list.leave(id));
    }

    private Entry answer(EntryView entry) {
        return Entry.of(
                entry,
                reads.offersOf(entry),
                null,
                offer -> offer.open(clock.instant()) ? token(offer.hold().value()) : null);
    }

    private String token(UUID id) {
        return capabilities.tokenFor(id);
    }
}
