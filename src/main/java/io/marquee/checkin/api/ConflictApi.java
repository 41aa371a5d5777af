package io.marquee.checkin.api;

import io.marquee.checkin.ConflictView;
import io.marquee.checkin.Conflicts;
import io.marquee.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.UUID;
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

@RestController
@RequestMapping("/api/v1/events/{event}/conflicts")
@Tag(name = "Check-in")
class ConflictApi {
    private final Conflicts conflicts;

    ConflictApi(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GetMapping
    @Operation(
            summary = "List what gates told otherwise than the server, newest first",
            description = "For a device those in which it, or one of its gates, takes part.")
    Slice<ConflictView> list(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return conflicts.ofEvent(event, cursor, limit);
    }

    record SettlementRequest(
            @Schema(example = "Two friends, one phone; both had paid", description = "1 to 200 characters") @Nullable
            String note) {}

    @PostMapping("/{conflict}/settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say what became of a conflict")
    void settle(@PathVariable String event, @PathVariable UUID conflict, @RequestBody SettlementRequest request) {
        conflicts.settle(event, conflict, Objects.requireNonNullElse(request.note(), ""));
    }
}
