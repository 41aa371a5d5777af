package io.marquee.ticketing.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.marquee.platform.api.MergePatch;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketTypes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Ticket types", description = "What an event sells, with its stock")
class TicketTypeController {
    private final TicketTypes types;
    private final TicketTypeReads reads;
    private final EventReads events;
    private final Access access;
    private final MergePatch patch;

    TicketTypeController(TicketTypes types, TicketTypeReads reads, EventReads events, Access access, MergePatch patch) {
        this.types = types;
        this.reads = reads;
        this.events = events;
        this.access = access;
        this.patch = patch;
    }

    @Operation(summary = "Add a ticket type to an event")
    @PostMapping("/events/{idOrSlug}/ticket-types")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TicketTypeResource> create(@PathVariable String idOrSlug, @RequestBody TicketTypeBody body) {
        EventView event = events.where(Permission.EDIT_EVENT, idOrSlug);
        TicketTypeView type = types.create(event, body.details(event));
        return ResponseEntity.created(URI.create("/api/v1/ticket-types/" + type.id()))
                .body(TicketTypeResource.forTeam(type));
    }

    @Operation(
            summary = "List an event's ticket types",
            description = "The event's team sees all of them with their stock; everybody else what is on show.")
    @GetMapping("/events/{idOrSlug}/ticket-types")
    Slice<TicketTypeResource> list(
            @PathVariable String idOrSlug, @RequestParam(required = false) @Nullable String unlock) {
        EventView event = events.visible(idOrSlug);
        List<TicketTypeResource> items = access.may(Permission.SEE_EVENT, event.organization(), event.id())
                ? reads.all(event.id()).stream()
                        .map(TicketTypeResource::forTeam)
                        .toList()
                : reads.onShow(event.id(), unlock).stream()
                        .map(TicketTypeResource::forEverybody)
                        .toList();
        return new Slice<>(items, null);
    }

    @Operation(
            summary = "Change a ticket type",
            description =
                    "Fields that are left out stay as they are, and null clears one (RFC 7396). The quantity can be "
                            + "lowered to what is held and sold. The price of what is held or sold stays.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = TicketTypeBody.class)))
    @PatchMapping("/ticket-types/{id}")
    TicketTypeResource edit(@PathVariable TicketTypeId id, @RequestBody JsonNode changes) {
        TicketTypeView type = reads.editable(id);
        EventView event = events.byId(type.event());
        return TicketTypeResource.forTeam(types.edit(
                id,
                patch.apply(TicketTypeBody.of(type), changes, TicketTypeBody.class)
                        .details(event)));
    }

    @Operation(
            summary = "Take a ticket type off sale for good",
            description = "What is held or sold of it stays valid.")
    @DeleteMapping("/ticket-types/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable TicketTypeId id) {
        types.archive(id);
    }
}
