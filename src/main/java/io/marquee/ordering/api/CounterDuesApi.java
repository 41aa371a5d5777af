package io.marquee.ordering.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.ordering.CounterDue;
import io.marquee.ordering.CounterDues;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits at the counter for its buyers. */
@RestController
@RequestMapping("/api/v1/events/{event}/box-office/dues")
@Tag(name = "Box office")
class CounterDuesApi {
    private static final int MOST = 100;

    private final EventReads events;
    private final CounterDues dues;

    CounterDuesApi(EventReads events, CounterDues dues) {
        this.events = events;
        this.dues = dues;
    }

    @Operation(
            summary = "List what waits at the counter to be handed out",
            description =
                    "What goes back of sales at the box office while nobody is there to hand it out, as when an event is "
                            + "cancelled. The oldest first.")
    @GetMapping
    Slice<CounterDue> open(
            @Parameter(description = "id or slug") @PathVariable String event,
            @Parameter(description = "part of an order's code, or of a name") @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        return dues.open(events.where(Permission.SELL_AT_DOOR, event), q, cursor, limit);
    }

    @Operation(
            summary = "Confirm that it was handed to its buyer",
            description = "Once: it leaves the drawer of whoever confirms. 409 handed_out when somebody was quicker.")
    @PostMapping("/{due}/handover")
    CounterDue handOut(@Parameter(description = "id or slug") @PathVariable String event, @PathVariable UUID due) {
        EventView known = events.where(Permission.SELL_AT_DOOR, event);
        return dues.handOut(known, due);
    }
}
