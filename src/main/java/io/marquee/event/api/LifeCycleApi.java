package io.marquee.event.api;

import io.marquee.event.EventCopies;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.Postponing;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The moves of an event's state that are made by hand. */
@RestController
@RequestMapping("/api/v1/events/{event}")
@Tag(name = "Events")
class LifeCycleApi {
    private final Events events;
    private final Postponing postponing;
    private final EventCopies copies;
    private final EventReads reads;

    LifeCycleApi(Events events, Postponing postponing, EventCopies copies, EventReads reads) {
        this.events = events;
        this.postponing = postponing;
        this.copies = copies;
        this.reads = reads;
    }

    @Operation(summary = "Publish an event", description = "Its page opens; it goes live and ends by itself.")
    @PostMapping("/publication")
    ResponseEntity<EventAnswer> publish(@PathVariable String event) {
        return Versions.answer(events.publish(id(Permission.PUBLISH_EVENT, event)));
    }

    @Operation(summary = "Take an event back to draft", description = "Refused once anything of it is held or sold.")
    @DeleteMapping("/publication")
    ResponseEntity<EventAnswer> unpublish(@PathVariable String event) {
        return Versions.answer(events.unpublish(id(Permission.PUBLISH_EVENT, event)));
    }

    @Operation(summary = "Go live before the start", description = "Registration locks as it would at the start.")
    @PostMapping("/start")
    ResponseEntity<EventAnswer> start(@PathVariable String event) {
        return Versions.answer(events.goLive(id(Permission.PUBLISH_EVENT, event)));
    }

    /** @param reason for the people who bought */
    record Cancellation(
            @Schema(example = "A storm is coming.") @Nullable
            String reason) {}

    @Operation(summary = "Cancel an event", description = "For good. What was paid is refunded.")
    @PostMapping("/cancellation")
    ResponseEntity<EventAnswer> cancel(@PathVariable String event, @RequestBody Cancellation cancellation) {
        String reason = cancellation.reason() == null ? "" : cancellation.reason();
        return Versions.answer(events.cancel(id(Permission.CANCEL_EVENT, event), reason));
    }

    /**
     * @param startsAt local, in the event's zone; left out, with the end, while the new date is not known
     * @param reason for the people who bought
     * @param refundsUntil the last day on which they take their money back by themselves; left out to offer none
     */
    record NewDate(
            @Schema(example = "2031-09-18T19:30") @Nullable LocalDateTime startsAt,
            @Schema(example = "2031-09-18T23:00") @Nullable LocalDateTime endsAt,

            @Schema(example = "A storm is coming.") @Nullable
            String reason,

            @Schema(example = "2031-08-31") @Nullable LocalDate refundsUntil) {

        Postponing.@Nullable NewDate date() {
            if (startsAt == null && endsAt == null) return null;
            if (startsAt == null) throw InvalidInput.at("startsAt", "required");
            if (endsAt == null) throw InvalidInput.at("endsAt", "required");
            return new Postponing.NewDate(startsAt, endsAt);
        }
    }

    @Operation(
            summary = "Postpone a published event",
            description =
                    "To a new date, or to one that is not known yet. Everybody who has a ticket is told. With refundsUntil, whoever "
                            + "bought before takes their money back by POST /orders/{id}/refunds until then, without being asked why; "
                            + "an offer that was made before stays.")
    @PostMapping("/postponement")
    ResponseEntity<EventAnswer> postpone(@PathVariable String event, @RequestBody NewDate body) {
        EventId id = id(Permission.CANCEL_EVENT, event);
        String reason = body.reason() == null ? "" : body.reason();
        return Versions.answer(postponing.postpone(id, body.date(), reason, body.refundsUntil()));
    }

    /** @param startsAt local, in the event's zone; the copy is as long as the event */
    record Copy(
            @Schema(example = "Low Tide Sessions, the second night") @Nullable
            String title,

            @Schema(example = "2032-06-18T19:30") @Nullable LocalDateTime startsAt) {}

    @Operation(
            summary = "Make a draft like this event",
            description =
                    "With its details, ticket types, shared quotas, taxes, fees, group discounts, questions, pictures and seat map. "
                            + "Its team, sales, waiting room and promo codes stay behind.")
    @PostMapping("/copies")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EventAnswer> copy(@PathVariable String event, @RequestBody Copy body) {
        EventView from = reads.where(Permission.EDIT_EVENT, event);
        if (body.startsAt() == null) throw InvalidInput.at("startsAt", "required");
        String title = body.title() == null ? from.details().title() : body.title();
        EventView made = copies.make(from.id(), title, body.startsAt());
        return ResponseEntity.created(URI.create("/api/v1/events/" + made.id()))
                .eTag(Versions.tag(made))
                .body(EventAnswer.of(made));
    }

    @Operation(summary = "Put an ended or cancelled event away")
    @PostMapping("/archive")
    ResponseEntity<EventAnswer> archive(@PathVariable String event) {
        return Versions.answer(events.archive(id(Permission.EDIT_EVENT, event)));
    }

    private EventId id(Permission permission, String idOrSlug) {
        return reads.where(permission, idOrSlug).id();
    }
}
