package io.marquee.ticketing.waiting.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.waiting.EntryId;
import io.marquee.ticketing.waiting.EntryView;
import io.marquee.ticketing.waiting.OfferView;
import io.marquee.ticketing.waiting.WaitingReads;
import io.marquee.ticketing.waiting.WaitingTeam;
import io.marquee.ticketing.waiting.api.WaitingAnswers.Entry;
import io.marquee.ticketing.waiting.api.WaitingAnswers.Rule;
import io.marquee.ticketing.waiting.api.WaitingAnswers.Switch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An event's waiting lists, for its team. */
@RestController
@RequestMapping("/api/v1/events/{event}")
@Tag(name = "Waiting lists")
class EventWaitingApi {
    private final EventReads events;
    private final WaitingReads reads;
    private final WaitingTeam team;

    EventWaitingApi(EventReads events, WaitingReads reads, WaitingTeam team) {
        this.events = events;
        this.reads = reads;
        this.team = team;
    }

    @Operation(
            summary = "List those in line",
            description = "In their order, then those who wait no more, newest first; at most a thousand.")
    @GetMapping("/waiting-list")
    Slice<Entry> list(@PathVariable String event) {
        EventView known = events.where(Permission.SEE_GUESTS, event);
        List<EntryView> entries = reads.ofEvent(known);
        Map<EntryId, List<OfferView>> offers =
                reads.offersOf(known, entries).stream().collect(Collectors.groupingBy(OfferView::entry));
        return new Slice<>(
                entries.stream()
                        .map(entry -> Entry.of(entry, offers.getOrDefault(entry.id(), List.of()), null, offer -> null))
                        .toList(),
                null);
    }

    @Operation(summary = "Read how the waiting lists work")
    @GetMapping("/waiting-rule")
    Rule rule(@PathVariable String event) {
        return Rule.of(reads.rule(events.visible(event)));
    }

    @Operation(summary = "Set how long an offer stays open", description = "For offers made from now on.")
    @PutMapping("/waiting-rule")
    Rule set(@PathVariable String event, @RequestBody Rule body) {
        return Rule.of(team.set(events.where(Permission.EDIT_EVENT, event), body.rule()));
    }

    @Operation(
            summary = "Switch a ticket type's waiting list on or off",
            description =
                    "Off, it takes nobody in and offers nothing: what comes free is on sale. On again, what is there is "
                            + "offered to those in line at once.")
    @PutMapping("/ticket-types/{type}/waiting-list")
    Switch open(@PathVariable String event, @PathVariable TicketTypeId type, @RequestBody Switch body) {
        EventView known = events.where(Permission.EDIT_EVENT, event);
        if (body.open() == null) throw InvalidInput.at("open", "required");
        team.open(known, type, body.open());
        return body;
    }

    @Operation(
            summary = "Put somebody in front",
            description = "What comes free is theirs first, and what is there is offered to them at once.")
    @PostMapping("/waiting-list/{id}/offers")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Entry offer(@PathVariable String event, @PathVariable EntryId id) {
        return answer(team.offer(events.where(Permission.REFUND, event), id));
    }

    @Operation(summary = "Take somebody off the list", description = "What is on offer to them goes to the next.")
    @DeleteMapping("/waiting-list/{id}")
    Entry remove(@PathVariable String event, @PathVariable EntryId id) {
        return answer(team.remove(events.where(Permission.REFUND, event), id));
    }

    private Entry answer(EntryView entry) {
        return Entry.of(entry, reads.offersOf(entry), null, offer -> null);
    }
}
