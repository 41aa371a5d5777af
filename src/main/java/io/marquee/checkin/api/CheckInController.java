package io.marquee.checkin.api;

import io.marquee.checkin.CheckInReads;
import io.marquee.checkin.CheckInView;
import io.marquee.checkin.CheckIns;
import io.marquee.checkin.ConflictView;
import io.marquee.checkin.Direction;
import io.marquee.checkin.DoorAnswers;
import io.marquee.checkin.Reason;
import io.marquee.checkin.Scan;
import io.marquee.checkin.ScanResult;
import io.marquee.checkin.Undone;
import io.marquee.checkin.Undos;
import io.marquee.checkin.Verdict;
import io.marquee.kernel.Slice;
import io.marquee.platform.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
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
    private final DoorAnswers answers;
    private final CheckInReads reads;
    private final Undos undos;
    private final Clock clock;

    CheckInController(CheckIns checkIns, DoorAnswers answers, CheckInReads reads, Undos undos, Clock clock) {
        this.checkIns = checkIns;
        this.answers = answers;
        this.reads = reads;
        this.undos = undos;
        this.clock = clock;
    }

    record ScanRequest(
            @Schema(example = "K7QF-2M9P", description = "The text of a QR, or a short code as typed") @NotBlank
            String code,

            @Schema(example = "Main gate") @NotBlank String gate,

            @Schema(example = "Phone of Mara", description = "An enrolled device may leave it out") @Nullable
            String device,

            @Schema(description = "Only look: consume nothing, write nothing") @Nullable
            Boolean dryRun,

            @Schema(description = "Made by the scanner; the same again answers the same and admits nobody") @Nullable
            UUID nonce,

            @Nullable Direction direction,
            @Nullable UUID list) {
        Scan scan() {
            return new Scan(
                    code,
                    gate,
                    Objects.requireNonNullElse(device, ""),
                    Boolean.TRUE.equals(dryRun),
                    nonce,
                    Objects.requireNonNullElse(direction, Direction.IN),
                    list);
        }
    }

    /**
     * @param provisional never true here: the server has decided
     * @param reason why, where the verdict alone would mislead
     */
    record Answer(
            Verdict verdict,
            boolean provisional,
            ScanResult.@Nullable Admittee ticket,
            ScanResult.@Nullable FirstSeen firstSeen,

            @Schema(
                    description = "When its holder had left, where an exit was the last of their ways before this scan",
                    example = "2031-06-18T19:26:00Z")
            @Nullable
            Instant leftAt,

            @Nullable Reason reason,
            @Nullable ConflictView conflict,
            Instant serverTime) {}

    @PostMapping
    @Operation(
            summary = "Scan a code",
            description =
                    "Always 200 with a verdict; one that refuses is no error. A gate that is called like an add-on ticket type "
                            + "lets in that add-on alone; at any other gate an add-on is `wrong_gate`.")
    Answer scan(
            @PathVariable String event, @Valid @RequestBody ScanRequest request, @Parameter(hidden = true) Text text) {
        ScanResult result = answers.with(event, checkIns.scan(event, request.scan()), text);
        return new Answer(
                result.verdict(),
                false,
                result.ticket(),
                result.firstSeen(),
                result.leftAt(),
                result.reason(),
                result.conflict(),
                clock.instant());
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

    record UndoRequest(
            @Schema(example = "Scanned the wrong phone", description = "1 to 200 characters") @Nullable
            String reason) {}

    @PostMapping("/{checkIn}/undo")
    @Operation(
            summary = "Take an admission back",
            description =
                    "The ticket can be used again. A stake that was about to go back is held again; one that has gone back "
                            + "is not asked for again, and `notes` says so.")
    Undone undo(@PathVariable String event, @PathVariable UUID checkIn, @RequestBody UndoRequest request) {
        return undos.undo(event, checkIn, Objects.requireNonNullElse(request.reason(), ""));
    }
}
