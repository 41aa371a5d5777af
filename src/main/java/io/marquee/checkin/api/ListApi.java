package io.marquee.checkin.api;

import io.marquee.checkin.list.CheckInList;
import io.marquee.checkin.list.ListDetails;
import io.marquee.checkin.list.ListKind;
import io.marquee.checkin.list.ListRule;
import io.marquee.checkin.list.Lists;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/events/{event}/check-in-lists")
@Tag(name = "Check-in")
class ListApi {
    private final Lists lists;

    ListApi(Lists lists) {
        this.lists = lists;
    }

    record ListRequest(
            @Schema(example = "Friday") @Nullable String name,
            @Nullable ListKind kind,
            @Nullable ListRule rule,

            @Schema(description = "Whom it takes; none for all but add-ons") @Nullable
            List<UUID> ticketTypes,

            @Schema(description = "Where it counts; none for everywhere") @Nullable
            List<String> gates,

            @Nullable Instant opensAt,
            @Nullable Instant closesAt,

            @Schema(description = "How many may be inside at once; needs re-entry") @Nullable
            Integer capacity) {
        ListDetails details() {
            return new ListDetails(
                    Objects.requireNonNullElse(name, ""),
                    kind,
                    rule,
                    Objects.requireNonNullElse(ticketTypes, List.<UUID>of()).stream()
                            .filter(Objects::nonNull)
                            .toList(),
                    Objects.requireNonNullElse(gates, List.<String>of()).stream()
                            .filter(Objects::nonNull)
                            .toList(),
                    opensAt,
                    closesAt,
                    capacity);
        }
    }

    record ListOfLists(List<CheckInList> items) {}

    @GetMapping
    @Operation(
            summary = "List an event's check-in lists, oldest first",
            description = "Without any there is one rule: each ticket is admitted once.")
    ListOfLists all(@PathVariable String event) {
        return new ListOfLists(lists.of(event));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a check-in list",
            description =
                    "Its rules stay as they are; archive it and make another to change them. A scan that names no list goes by the first "
                            + "`admission` list of its gate that takes the ticket.")
    CheckInList add(@PathVariable String event, @RequestBody ListRequest request) {
        return lists.add(event, request.details());
    }

    @DeleteMapping("/{list}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Archive a check-in list", description = "Its scans stay.")
    void archive(@PathVariable String event, @PathVariable UUID list) {
        lists.archive(event, list);
    }
}
