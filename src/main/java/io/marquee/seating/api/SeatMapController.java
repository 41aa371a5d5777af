package io.marquee.seating.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.seating.SeatMaps;
import io.marquee.seating.SeatPlan;
import io.marquee.seating.SeatPlans;
import io.marquee.seating.SeatStates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/api/v1/events/{idOrSlug}")
@Tag(name = "Seats", description = "Plans of seats, and which of them are free")
class SeatMapController {
    private final EventReads events;
    private final SeatPlans plans;
    private final SeatMaps maps;

    SeatMapController(EventReads events, SeatPlans plans, SeatMaps maps) {
        this.events = events;
        this.plans = plans;
        this.maps = maps;
    }

    /**
     * @param version of the plan whose order the bits are in
     * @param taken a bit for each seat in the order of the plan, the first in the lowest bit of the first byte; base64
     * @param free how many are
     */
    record StatesAnswer(int version, String taken, int free) {}

    /** @param copyOf a plan that the organization keeps; without it the plan is empty */
    record NewMap(@Nullable String name, @Nullable UUID copyOf) {}

    record MapChange(@Nullable String name, @Nullable Boolean noOrphans) {}

    @Operation(summary = "See an event's plan of seats")
    @GetMapping("/seat-map")
    @Nullable
    ResponseEntity<SeatMapAnswer> show(@PathVariable String idOrSlug, WebRequest request) {
        SeatPlan plan = plans.of(events.shown(idOrSlug).id()).orElseThrow(() -> new NotFound("seat_map"));
        if (request.checkNotModified("\"" + plan.id() + "-" + plan.version() + "\"")) return null;
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(SeatMapAnswer.of(plan));
    }

    @Operation(
            summary = "See which seats are taken",
            description =
                    "At most a second old. Ask again with If-None-Match: while nothing changes the answer is 304.")
    @GetMapping("/seat-states")
    @Nullable
    ResponseEntity<StatesAnswer> states(@PathVariable String idOrSlug, WebRequest request) {
        SeatStates states = plans.states(events.shown(idOrSlug).id()).orElseThrow(() -> new NotFound("seat_map"));
        if (request.checkNotModified(states.etag())) return null;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(new StatesAnswer(states.version(), states.base64(), states.free()));
    }

    @Operation(
            summary = "Give an event a plan of seats",
            description = "Empty, or a copy of one that the organization keeps.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(examples = @ExampleObject("{\"name\": \"Great hall\"}")))
    @PostMapping("/seat-map")
    @ResponseStatus(HttpStatus.CREATED)
    SeatMapAnswer create(@PathVariable String idOrSlug, @RequestBody NewMap body) {
        EventView event = editable(idOrSlug);
        if (body.copyOf() != null) return SeatMapAnswer.of(maps.copy(event, body.copyOf()));
        if (body.name() == null) throw InvalidInput.at("name", "required");
        return SeatMapAnswer.of(maps.create(event, body.name()));
    }

    @Operation(summary = "Rename a plan, or change its rules")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(examples = @ExampleObject("{\"noOrphans\": true}")))
    @PatchMapping("/seat-map")
    SeatMapAnswer edit(@PathVariable String idOrSlug, @RequestBody MapChange body) {
        EventView event = editable(idOrSlug);
        SeatPlan plan = maps.editable(event);
        return SeatMapAnswer.of(maps.edit(
                event,
                body.name() == null ? plan.name() : body.name(),
                body.noOrphans() == null ? plan.noOrphans() : body.noOrphans()));
    }

    @Operation(summary = "Take the plan away", description = "Refused once a seat is held or sold.")
    @DeleteMapping("/seat-map")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String idOrSlug) {
        maps.delete(editable(idOrSlug));
    }

    private EventView editable(String idOrSlug) {
        return events.where(Permission.EDIT_EVENT, idOrSlug);
    }
}
