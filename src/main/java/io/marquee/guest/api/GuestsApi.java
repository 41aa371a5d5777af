package io.marquee.guest.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestChanges;
import io.marquee.guest.GuestFilter;
import io.marquee.guest.GuestId;
import io.marquee.guest.GuestList;
import io.marquee.guest.GuestReads;
import io.marquee.guest.GuestRecords;
import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.guest.api.GuestBodies.ChangeAnswer;
import io.marquee.guest.api.GuestBodies.GuestResource;
import io.marquee.guest.api.GuestBodies.Items;
import io.marquee.guest.api.GuestBodies.MomentResource;
import io.marquee.guest.api.GuestBodies.NewAllowance;
import io.marquee.guest.api.GuestBodies.NewChange;
import io.marquee.guest.api.GuestBodies.NewNote;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An event's guests, for its team. */
@RestController
@RequestMapping("/api/v1/events/{event}/guests")
@Tag(name = "Guests", description = "Whoever answered, holds a ticket, or was invited")
class GuestsApi {
    private static final int MOST = 500;

    private final EventReads events;
    private final GuestList list;
    private final GuestReads reads;
    private final GuestRecords records;
    private final GuestChanges changes;

    GuestsApi(EventReads events, GuestList list, GuestReads reads, GuestRecords records, GuestChanges changes) {
        this.events = events;
        this.list = list;
        this.reads = reads;
        this.records = records;
        this.changes = changes;
    }

    @Operation(
            summary = "List an event's guests",
            description = "By name. Without a state, all but those that were removed.")
    @GetMapping
    Slice<GuestResource> list(
            @Parameter(description = "id or slug") @PathVariable String event,
            @Parameter(description = "each word begins one of the name or the address") @RequestParam(defaultValue = "")
                    String query,
            @RequestParam(required = false) @Nullable GuestState state,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(required = false) @Nullable UUID ticketType,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        EventView known = events.where(Permission.SEE_GUESTS, event);
        return list.page(known, new GuestFilter(query, state, tag, ticketType), cursor, limit)
                .map(GuestResource::of);
    }

    @Operation(summary = "Read a guest")
    @GetMapping("/{id}")
    GuestResource read(@PathVariable String event, @PathVariable GuestId id) {
        return GuestResource.of(guest(event, id));
    }

    @Operation(summary = "List what happened to a guest", description = "Newest first.")
    @GetMapping("/{id}/timeline")
    Items<MomentResource> timeline(@PathVariable String event, @PathVariable GuestId id) {
        return new Items<>(reads.timeline(guest(event, id)).stream()
                .map(MomentResource::of)
                .toList());
    }

    @Operation(summary = "Note something about a guest", description = "Only the team sees it.")
    @PostMapping("/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    void note(@PathVariable String event, @PathVariable GuestId id, @RequestBody NewNote body) {
        EventView known = events.where(Permission.MANAGE_GUESTS, event);
        records.note(known, reads.ofEvent(known, id), body.note() == null ? "" : body.note());
    }

    @Operation(summary = "Set how many a guest may bring")
    @PutMapping("/{id}/allowance")
    GuestResource allow(@PathVariable String event, @PathVariable GuestId id, @RequestBody NewAllowance body) {
        EventView known = events.where(Permission.MANAGE_GUESTS, event);
        records.allow(known, reads.ofEvent(known, id), body.allowance());
        return GuestResource.of(reads.ofEvent(known, id));
    }

    @Operation(
            summary = "Change many guests at once",
            description =
                    "Those that can't be changed are named and left as they are: for some there may be no place, others "
                            + "have another state meanwhile or hold a ticket. Those that are approved or declined are written to.")
    @PostMapping("/changes")
    ChangeAnswer change(@PathVariable String event, @RequestBody NewChange body) {
        EventView known = events.where(Permission.MANAGE_GUESTS, event);
        return ChangeAnswer.of(changes.change(known, body.ids(), body.what(), body.tag() == null ? "" : body.tag()));
    }

    private GuestView guest(String event, GuestId id) {
        return reads.ofEvent(events.where(Permission.SEE_GUESTS, event), id);
    }
}
