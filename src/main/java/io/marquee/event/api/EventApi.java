package io.marquee.event.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** One event. */
@RestController
@RequestMapping("/api/v1/events/{event}")
@Tag(name = "Events")
class EventApi {
    private final Events events;
    private final EventReads reads;
    private final EventPatch patch;
    private final Access access;

    EventApi(Events events, EventReads reads, EventPatch patch, Access access) {
        this.events = events;
        this.reads = reads;
        this.patch = patch;
        this.access = access;
    }

    @Operation(summary = "Read an event", description = "Drafts and private events are shown to their team alone.")
    @GetMapping
    ResponseEntity<EventAnswer> read(@Parameter(description = "id or slug") @PathVariable String event) {
        EventView found = reads.visible(event);
        boolean ofTheTeam = access.may(Permission.SEE_EVENT, found.organization(), found.id());
        return ResponseEntity.ok()
                .eTag(Versions.tag(found))
                .body(ofTheTeam ? EventAnswer.of(found) : EventAnswer.forEverybody(found));
    }

    @Operation(
            summary = "Change an event's details",
            description = "JSON merge patch. With If-Match, only if nobody changed the event since its ETag was read.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = EventBody.class)))
    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<EventAnswer> change(
            @PathVariable String event,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode changes,
            HttpServletRequest request) {
        EventView before = reads.where(Permission.EDIT_EVENT, event);
        Versions.require(ifMatch, before);
        return Versions.answer(
                events.edit(before.id(), patch.apply(before.details(), changes, request), before.version()));
    }

    @Operation(summary = "Delete an event", description = "Refused once anything of it is held or sold.")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> delete(@PathVariable String event) {
        events.delete(reads.where(Permission.DELETE_EVENT, event).id());
        return ResponseEntity.noContent().build();
    }
}
