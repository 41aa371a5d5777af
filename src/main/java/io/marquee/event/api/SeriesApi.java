package io.marquee.event.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.series.Following;
import io.marquee.event.series.Recurrence;
import io.marquee.event.series.Recurring;
import io.marquee.event.series.SeriesChange;
import io.marquee.event.series.SeriesReads;
import io.marquee.event.series.SeriesRule;
import io.marquee.event.series.SeriesView;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Events that repeat. What changes a series is asked of one of its events, from whose day on it counts. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Series")
class SeriesApi {
    private static final int PREVIEWED = 50;

    private final Recurring recurring;
    private final Following following;
    private final SeriesReads reads;
    private final EventReads events;

    SeriesApi(Recurring recurring, Following following, SeriesReads reads, EventReads events) {
        this.recurring = recurring;
        this.following = following;
        this.reads = reads;
        this.events = events;
    }

    /**
     * How an event repeats.
     *
     * @param rule of RFC 5545, by days: the hour is the event's
     * @param leftOut days on which nothing takes place
     * @param aheadDays how long before a day its event is made, 1 to 400; left out: 90
     * @param publish whether new events are published by themselves; left out: they are
     */
    record Rule(
            @Schema(example = "FREQ=WEEKLY;BYDAY=WE;COUNT=10") @Nullable
            String rule,

            @Schema(example = "[\"2031-07-02\"]") @Nullable List<@Nullable LocalDate> leftOut,
            @Schema(example = "90") @Nullable Integer aheadDays,
            @Schema(example = "true") @Nullable Boolean publish) {

        SeriesRule checked() {
            return new SeriesRule(
                    Recurrence.parse(rule == null ? "" : rule),
                    leftOut == null
                            ? List.of()
                            : leftOut.stream().filter(Objects::nonNull).toList(),
                    aheadDays == null ? SeriesRule.USUAL_AHEAD : aheadDays,
                    !Boolean.FALSE.equals(publish));
        }
    }

    /** @param madeThrough up to here all days of the rule are decided */
    record Series(
            UUID id,
            OrganizationId organization,
            String slug,
            String title,
            String rule,
            LocalDate first,
            String timeZone,
            int aheadDays,
            boolean publish,
            LocalDate madeThrough,
            @Nullable Instant endedAt) {
        static Series of(SeriesView series) {
            return new Series(
                    series.id(),
                    series.organization(),
                    series.slug(),
                    series.title(),
                    series.recurrence().rule(),
                    series.first(),
                    series.timeZone().getId(),
                    series.aheadDays(),
                    series.publish(),
                    series.madeThrough(),
                    series.endedAt());
        }
    }

    record SeriesWithEvents(Series series, List<EventAnswer> events) {}

    record Dates(List<LocalDateTime> dates) {}

    /** @param at local @param event null where it is to be made */
    record ChangedDay(LocalDateTime at, @Nullable EventId event, SeriesChange.Effect effect) {
        static ChangedDay of(SeriesChange.Line line) {
            EventView event = line.event();
            return new ChangedDay(line.at(), event == null ? null : event.id(), line.effect());
        }
    }

    record Change(List<ChangedDay> days) {
        static Change of(SeriesChange change) {
            return new Change(change.lines().stream().map(ChangedDay::of).toList());
        }
    }

    record LeftOut(@Schema(example = "2031-07-02") @Nullable LocalDate day) {}

    record Carried(
            @Schema(example = "The sun sets earlier.") @Nullable
            String reason) {}

    @Operation(summary = "Read a series and its coming events", description = "As everybody sees them: at most 200.")
    @GetMapping("/series/{series}")
    SeriesWithEvents read(@Parameter(description = "id or slug") @PathVariable String series) {
        SeriesView known = reads.visible(series);
        return new SeriesWithEvents(
                Series.of(known),
                reads.events(known, false).stream()
                        .map(EventAnswer::forEverybody)
                        .toList());
    }

    @Operation(
            summary = "Tell the first dates of a rule",
            description = "At most 50, as it would begin with this event.")
    @PostMapping("/events/{event}/series/previews")
    Dates preview(@PathVariable String event, @RequestBody Rule rule) {
        require(event);
        return new Dates(recurring.dates(event, rule.checked(), PREVIEWED));
    }

    @Operation(
            summary = "Repeat an event",
            description =
                    "It is the first of a series; the coming ones are made like it, with its tickets, questions and team.")
    @PostMapping("/events/{event}/series")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Series> begin(@PathVariable String event, @RequestBody Rule rule) {
        require(event);
        SeriesView series = recurring.begin(event, rule.checked());
        return ResponseEntity.created(URI.create("/api/v1/series/" + series.id()))
                .body(Series.of(series));
    }

    @Operation(
            summary = "Tell what another rule would change",
            description = "From this event's day on. Days that were sold stay.")
    @PostMapping("/events/{event}/series/rule/previews")
    Change plan(@PathVariable String event, @RequestBody Rule rule) {
        require(event);
        return Change.of(recurring.plan(event, rule.checked()));
    }

    @Operation(
            summary = "Give a series another rule",
            description =
                    "From this event's day on. Days of which nothing is sold and that are not in the rule are deleted.")
    @PutMapping("/events/{event}/series/rule")
    Series change(@PathVariable String event, @RequestBody Rule rule) {
        require(event);
        return Series.of(recurring.change(event, rule.checked()));
    }

    @Operation(summary = "Tell what would change if all following events were like this one")
    @GetMapping("/events/{event}/series/following")
    Change following(@PathVariable String event) {
        return Change.of(following.plan(event));
    }

    @Operation(
            summary = "Make all following events like this one",
            description =
                    "Details and hour; each stays on its day, and keeps its tickets and what was sold. A reason is needed where people with tickets are told of another hour.")
    @PostMapping("/events/{event}/series/following")
    Change carry(@PathVariable String event, @RequestBody Carried carried) {
        return Change.of(following.apply(event, carried.reason() == null ? "" : carried.reason()));
    }

    @Operation(
            summary = "Leave a day of a series out",
            description = "Refused where people come: that event can be cancelled.")
    @PostMapping("/events/{event}/series/exceptions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaveOut(@PathVariable String event, @RequestBody LeftOut leftOut) {
        require(event);
        if (leftOut.day() == null) throw InvalidInput.at("day", "required");
        recurring.leaveOut(event, leftOut.day());
    }

    @Operation(summary = "End a series", description = "No more events are made; those that there are stay.")
    @DeleteMapping("/events/{event}/series")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String event) {
        recurring.end(event);
    }

    /** Who asks comes before what they ask. */
    private void require(String event) {
        events.where(Permission.EDIT_EVENT, event);
    }
}
