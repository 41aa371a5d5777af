package io.marquee.seating.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.marquee.organization.OrganizationReads;
import io.marquee.seating.SeatMaps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans that an organization keeps for its next events. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Seats")
class KeptMapController {
    private final SeatMaps maps;
    private final EventReads events;
    private final OrganizationReads organizations;

    KeptMapController(SeatMaps maps, EventReads events, OrganizationReads organizations) {
        this.maps = maps;
        this.events = events;
        this.organizations = organizations;
    }

    /** @param name what the copy is called; as the event's plan where it is left out */
    record Keeping(@Nullable String name) {}

    record KeptMap(UUID id, String name) {}

    @Operation(summary = "List the plans that an organization keeps")
    @GetMapping("/organizations/{organization}/seat-maps")
    Slice<KeptMap> list(@PathVariable String organization) {
        return new Slice<>(
                maps.kept(organizations.find(organization).id()).stream()
                        .map(plan -> new KeptMap(plan.id(), plan.name()))
                        .toList(),
                null);
    }

    @Operation(summary = "Keep a copy of an event's plan for the organization's next events")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(examples = @ExampleObject("{\"name\": \"Great hall\"}")))
    @PostMapping("/events/{idOrSlug}/seat-map/copies")
    @ResponseStatus(HttpStatus.CREATED)
    SeatMapAnswer keep(@PathVariable String idOrSlug, @RequestBody Keeping body) {
        EventView event = events.where(Permission.EDIT_EVENT, idOrSlug);
        String name = body.name() == null ? maps.editable(event).name() : body.name();
        return SeatMapAnswer.of(maps.keep(event, name));
    }
}
