package io.marquee.ordering.api;

import io.marquee.ordering.TakenBack;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a postponed event offered to give back, and what of it was taken. */
@RestController
@Tag(name = "Refunds")
class TakenBackApi {
    private final TakenBack takenBack;

    TakenBackApi(TakenBack takenBack) {
        this.takenBack = takenBack;
    }

    @Operation(
            summary = "See how many take the money back that a postponed event offers",
            description = "By currency. Not found where nothing was offered.")
    @GetMapping("/api/v1/events/{event}/postponement/refunds")
    TakenBack.Figures figures(@Parameter(description = "id or slug") @PathVariable String event) {
        return takenBack.of(event);
    }
}
