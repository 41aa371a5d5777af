package io.marquee.guest.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.Distinctions;
import io.marquee.guest.Duplicates;
import io.marquee.guest.GuestId;
import io.marquee.guest.GuestMerges;
import io.marquee.guest.api.GuestBodies.DuplicateResource;
import io.marquee.guest.api.GuestBodies.GuestResource;
import io.marquee.guest.api.GuestBodies.Items;
import io.marquee.guest.api.GuestBodies.NewDistinction;
import io.marquee.guest.api.GuestBodies.NewMerge;
import io.marquee.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Guests who are one person. */
@RestController
@RequestMapping("/api/v1/events/{event}/guests")
@Tag(name = "Guests")
class GuestMergesApi {
    private final EventReads events;
    private final Duplicates duplicates;
    private final GuestMerges merges;
    private final Distinctions distinctions;

    GuestMergesApi(EventReads events, Duplicates duplicates, GuestMerges merges, Distinctions distinctions) {
        this.events = events;
        this.duplicates = duplicates;
        this.merges = merges;
        this.distinctions = distinctions;
    }

    @Operation(
            summary = "List likely duplicates",
            description =
                    "Pairs of guests who may be one person, the likeliest fifty first, without those that were told apart.")
    @GetMapping("/duplicates")
    Items<DuplicateResource> duplicates(@PathVariable String event) {
        EventView known = events.where(Permission.MANAGE_GUESTS, event);
        return new Items<>(
                duplicates.likely(known).stream().map(DuplicateResource::of).toList());
    }

    @Operation(
            summary = "Merge a guest into this one",
            description =
                    "For good. Notes, tags, answers, tickets and all that happened go to the guest in the path, whose address stays; the "
                            + "other's address and link lead there. Where the other one alone has an address, that one is kept instead, and "
                            + "the link of the one without ends. Where the two differ, the refusal names each field to choose.")
    @PostMapping("/{id}/merges")
    GuestResource merge(@PathVariable String event, @PathVariable GuestId id, @RequestBody NewMerge body) {
        EventView known = events.where(Permission.MANAGE_GUESTS, event);
        return GuestResource.of(merges.merge(known, id, body.other(), body.chosen()));
    }

    @Operation(
            summary = "Say that two guests are two people",
            description = "They are not listed as likely duplicates any more.")
    @PostMapping("/{id}/distinctions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tellApart(@PathVariable String event, @PathVariable GuestId id, @RequestBody NewDistinction body) {
        distinctions.draw(events.where(Permission.MANAGE_GUESTS, event), id, body.other());
    }
}
