package io.marquee.checkin.api;

import io.marquee.checkin.CheckInReads;
import io.marquee.checkin.CheckInView;
import io.marquee.checkin.CheckIns;
import io.marquee.checkin.Scan;
import io.marquee.checkin.ScanResult;
import io.marquee.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/events/{event}/check-ins")
@Tag(name = "Check-in")
class CheckInController {
    private final CheckIns checkIns;
    private final CheckInReads reads;

    CheckInController(CheckIns checkIns, CheckInReads reads) {
        this.checkIns = checkIns;
        this.reads = reads;
    }

    record ScanRequest(
            @Schema(example = "K7QF-2M9P", description = "The text of a QR, or a short code as typed") @NotBlank
            String code,

            @Schema(example = "Main gate") @NotBlank String gate,
            @Schema(example = "Phone of Mara") @NotBlank String device,

            @Schema(description = "Only look: consume nothing, write nothing") @Nullable
            Boolean dryRun) {
        Scan scan() {
            return new Scan(code, gate, device, Boolean.TRUE.equals(dryRun));
        }
    }

    @PostMapping
    @Operation(
            summary = "Scan a code",
            description =
                    "Always 200 with a verdict; one that refuses is no error. A gate that is called like an add-on ticket type "
                            + "lets in that add-on alone; at any other gate an add-on is `wrong_gate`.")
    ScanResult scan(@PathVariable String event, @Valid @RequestBody ScanRequest request) {
        return checkIns.scan(event, request.scan());
    }

    @GetMapping
    @Operation(summary = "List scans, newest first")
    Slice<CheckInView> list(
            @PathVariable String event,
            @Parameter(description = "Without those who were let in") @RequestParam(defaultValue = "false")
                    boolean refused,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return reads.ofEvent(event, refused, cursor, limit);
    }
}
