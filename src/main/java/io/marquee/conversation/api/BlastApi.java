package io.marquee.conversation.api;

import io.marquee.conversation.api.BlastBodies.Audience;
import io.marquee.conversation.api.BlastBodies.BlastResource;
import io.marquee.conversation.api.BlastBodies.NewBlast;
import io.marquee.conversation.api.BlastBodies.Preview;
import io.marquee.conversation.api.BlastBodies.Tested;
import io.marquee.conversation.blast.BlastId;
import io.marquee.conversation.blast.BlastReach;
import io.marquee.conversation.blast.BlastView;
import io.marquee.conversation.blast.Blasts;
import io.marquee.conversation.blast.Segment;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.Markdown;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a team writes to many guests at once. */
@RestController
@RequestMapping("/api/v1/events/{event}/blasts")
@Tag(name = "Guests")
class BlastApi {
    private final EventReads events;
    private final Blasts blasts;
    private final BlastReach reach;

    BlastApi(EventReads events, Blasts blasts, BlastReach reach) {
        this.events = events;
        this.blasts = blasts;
        this.reach = reach;
    }

    @Operation(
            summary = "Write to many guests",
            description =
                    "Now or later, by email, in the app, or both; each guest gets it once. Whoever unsubscribed, muted the "
                            + "event or does not want such messages gets none.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BlastResource send(@PathVariable String event, @RequestBody NewBlast body) {
        EventView known = events.where(Permission.MANAGE_GUESTS, event);
        return resource(blasts.schedule(known, body.draft()));
    }

    @Operation(summary = "List what was written, newest first")
    @GetMapping
    Slice<BlastResource> list(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return blasts.list(events.where(Permission.SEE_GUESTS, event), cursor, limit)
                .map(this::resource);
    }

    @Operation(summary = "Tell how far a message is")
    @GetMapping("/{id}")
    BlastResource show(@PathVariable String event, @PathVariable BlastId id) {
        return resource(blasts.find(events.where(Permission.SEE_GUESTS, event), id));
    }

    @Operation(summary = "Cancel a message whose time has not come")
    @PostMapping("/{id}/cancellation")
    BlastResource cancel(@PathVariable String event, @PathVariable BlastId id) {
        return resource(blasts.cancel(events.where(Permission.MANAGE_GUESTS, event), id));
    }

    @Operation(summary = "Count whom a message would reach now")
    @GetMapping("/audience")
    Audience audience(
            @PathVariable String event,
            @RequestParam(defaultValue = "going") String segment,
            @RequestParam(defaultValue = "true") boolean byEmail,
            @RequestParam(defaultValue = "true") boolean inApp) {
        EventView known = events.where(Permission.MANAGE_GUESTS, event);
        return Audience.of(reach.count(known, Segment.parse(segment), byEmail, inApp));
    }

    @Operation(summary = "Show how a message would look", description = "Its Markdown as HTML that is safe to show.")
    @PostMapping("/previews")
    Preview preview(@PathVariable String event, @RequestBody NewBlast body) {
        events.where(Permission.MANAGE_GUESTS, event);
        return new Preview(body.draft().subject(), Markdown.html(body.draft().body()));
    }

    @Operation(summary = "Send a message to yourself alone")
    @PostMapping("/tests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Tested test(@PathVariable String event, @RequestBody NewBlast body) {
        return new Tested(blasts.test(events.where(Permission.MANAGE_GUESTS, event), body.draft()));
    }

    private BlastResource resource(BlastView blast) {
        return BlastResource.of(blast, reach.fates(blast));
    }
}
