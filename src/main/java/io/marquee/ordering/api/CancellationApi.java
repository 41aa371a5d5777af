package io.marquee.ordering.api;

import io.marquee.kernel.Slice;
import io.marquee.ordering.Unwinding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a cancelled event gives back. */
@RestController
@RequestMapping("/api/v1/events/{event}/cancellation")
@Tag(name = "Refunds")
class CancellationApi {
    private final Unwinding unwinding;

    CancellationApi(Unwinding unwinding) {
        this.unwinding = unwinding;
    }

    @Operation(summary = "See what a cancellation would do", description = "Changes nothing.")
    @GetMapping("/preview")
    Unwinding.Preview preview(@Parameter(description = "id or slug") @PathVariable String event) {
        return unwinding.preview(event);
    }

    @Operation(summary = "See how far a cancelled event is with giving everything back", description = "By currency.")
    @GetMapping("/refunds")
    Slice<Unwinding.Progress> progress(@Parameter(description = "id or slug") @PathVariable String event) {
        return new Slice<>(unwinding.progress(event), null);
    }

    @Operation(summary = "Try refunds of a cancelled event again that failed", description = "A job carries it out.")
    @PostMapping("/refunds/retries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Slice<Unwinding.Progress> retry(@Parameter(description = "id or slug") @PathVariable String event) {
        unwinding.retry(event);
        return new Slice<>(unwinding.progress(event), null);
    }
}
