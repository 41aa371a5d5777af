package io.marquee.event.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.PageLayout;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.organization.OrganizationReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An organization's events, drafts among them, for its people. */
@RestController
@RequestMapping("/api/v1/organizations/{organization}/events")
@Tag(name = "Events")
class OrganizationEventsApi {
    private static final int MOST = 100;

    private final Events events;
    private final EventReads reads;
    private final OrganizationReads organizations;

    OrganizationEventsApi(Events events, EventReads reads, OrganizationReads organizations) {
        this.events = events;
        this.reads = reads;
        this.organizations = organizations;
    }

    @Operation(
            summary = "Create an event",
            description = "A draft. One whose end is past is ended at once, public, and tells nobody.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EventAnswer> create(@PathVariable String organization, @RequestBody EventBody event) {
        EventView made = events.create(organizations.find(organization).id(), event.details(PageLayout.usual()));
        return ResponseEntity.created(URI.create("/api/v1/events/" + made.id()))
                .eTag(Versions.tag(made))
                .body(EventAnswer.of(made));
    }

    @Operation(summary = "List an organization's events, newest first")
    @GetMapping
    Slice<EventAnswer> list(
            @PathVariable String organization,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        return reads.ofOrganization(organizations.find(organization).id(), cursor, limit)
                .map(EventAnswer::of);
    }
}
