package io.marquee.trail.api;

import io.marquee.audit.TrailEntry;
import io.marquee.audit.TrailFilter;
import io.marquee.kernel.Slice;
import io.marquee.trail.Deed;
import io.marquee.trail.Deeds;
import io.marquee.trail.Restoring;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, newest first, and going back. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Trail")
class TrailApi {
    private final Deeds deeds;
    private final Restoring restoring;

    TrailApi(Deeds deeds, Restoring restoring) {
        this.deeds = deeds;
        this.restoring = restoring;
    }

    /** @param erased whether it was somebody's own, and is kept no longer */
    record Change(
            String field, @Nullable String before, @Nullable String after, boolean erased) {
        static Change of(TrailEntry.Change change) {
            return new Change(change.field(), change.before(), change.after(), change.erased());
        }
    }

    /**
     * @param action made, changed, removed, or moved from one state to another
     * @param by the name of whoever did it, where they have an account
     * @param restorable whether settings can be brought back to before it
     */
    record Entry(
            UUID id,
            @Nullable UUID organization,
            @Nullable UUID event,
            String subject,
            UUID subjectId,
            String action,
            Instant at,
            String actorKind,
            @Nullable UUID actorId,
            @Nullable String by,
            @Nullable String address,
            @Nullable String requestId,
            @Nullable String reason,
            List<Change> changes,
            boolean restorable) {}

    @GetMapping("/organizations/{idOrSlug}/trail")
    @Operation(summary = "List who did what in an organization and its events, newest first")
    Slice<Entry> ofOrganization(
            @PathVariable String idOrSlug,
            @RequestParam(required = false) @Nullable UUID thing,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        TrailFilter filter = new TrailFilter(thing, subject, actor, from, until);
        return deeds.ofOrganization(idOrSlug, filter, cursor, limit).map(this::entry);
    }

    @GetMapping("/events/{event}/trail")
    @Operation(summary = "List who did what to an event and everything in it, newest first")
    Slice<Entry> ofEvent(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable UUID thing,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        TrailFilter filter = new TrailFilter(thing, subject, actor, from, until);
        return deeds.ofEvent(event, filter, cursor, limit).map(this::entry);
    }

    @GetMapping("/me/trail")
    @Operation(summary = "List what you did, and what was done to your account, newest first")
    Slice<Entry> mine(
            @RequestParam(required = false) @Nullable UUID thing,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return deeds.mine(new TrailFilter(thing, subject, null, from, until), cursor, limit)
                .map(this::entry);
    }

    /** @param now as it stands; null for nothing */
    record Difference(
            String field, @Nullable String now, @Nullable String then) {}

    /** @param refused the code of the refusal that it would meet; null where it can be done */
    record Preview(List<Difference> differences, @Nullable String refused) {}

    @GetMapping("/trail/{entry}/restoration")
    @Operation(summary = "Tell what bringing settings back to before a change would change, and whether it can be done")
    Preview preview(@PathVariable UUID entry) {
        Restoring.Preview preview = restoring.preview(entry);
        return new Preview(
                preview.differences().stream()
                        .map(one -> new Difference(one.field(), one.now(), one.then()))
                        .toList(),
                preview.refused() == null ? null : preview.refused().code());
    }

    @PostMapping("/trail/{entry}/restoration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Bring settings back to how they were before a change")
    void restore(@PathVariable UUID entry) {
        restoring.restore(entry);
    }

    private Entry entry(Deed deed) {
        TrailEntry entry = deed.entry();
        return new Entry(
                entry.id(),
                entry.organization(),
                entry.event(),
                entry.subject(),
                entry.subjectId(),
                entry.action(),
                entry.at(),
                entry.actorKind(),
                entry.actorId(),
                deed.by(),
                entry.address(),
                entry.request(),
                entry.reason(),
                entry.changes().stream().map(Change::of).toList(),
                restoring.isRestorable(entry));
    }
}
