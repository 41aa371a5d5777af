package io.marquee.checkin.api;

import io.marquee.checkin.Batches;
import io.marquee.checkin.CheckIns;
import io.marquee.checkin.ConflictView;
import io.marquee.checkin.Conflicts;
import io.marquee.checkin.Direction;
import io.marquee.checkin.DoorAnswers;
import io.marquee.checkin.OfflineScan;
import io.marquee.checkin.Reason;
import io.marquee.checkin.Scan;
import io.marquee.checkin.ScanResult;
import io.marquee.checkin.Verdict;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/events/{event}/check-ins/batches")
@Tag(name = "Check-in")
class BatchApi {
    private static final Logger LOG = LoggerFactory.getLogger(BatchApi.class);

    private final CheckIns checkIns;
    private final DoorAnswers answers;
    private final Conflicts conflicts;
    private final JsonMapper json;
    private final Clock clock;

    BatchApi(CheckIns checkIns, DoorAnswers answers, Conflicts conflicts, JsonMapper json, Clock clock) {
        this.checkIns = checkIns;
        this.answers = answers;
        this.conflicts = conflicts;
        this.json = json;
        this.clock = clock;
    }

    /** @param scans read one by one: one that cannot be read stops none of the others */
    record Batch(
            @Schema(description = "The device's time now", example = "2031-06-18T19:31:07Z") @Nullable
            Instant sentAt,

            @Schema(description = "The last conflict that the device knows") @Nullable
            String conflictsAfter,

            @Schema(description = "At most 200, in the order they were made", implementation = BatchScan[].class)
            @Nullable
            List<@Nullable JsonNode> scans) {}

    @Schema(description = "One scan of a batch")
    record BatchScan(
            @Nullable UUID nonce,
            @Nullable String code,
            @Nullable String gate,

            @Schema(description = "When it was, by the device's clock") @Nullable
            Instant at,

            @Schema(description = "Whether the gate decided by itself") @Nullable
            Boolean offline,

            @Schema(description = "What the gate told, where it decided by itself") @Nullable
            Verdict verdict,

            @Nullable Direction direction,
            @Nullable UUID list,

            @Schema(description = "The paired device that made it; null for the one that sends it") @Nullable
            UUID device,

            @Schema(description = "Of whoever scans with an account") @Nullable
            String deviceName) {}

    /** How a scan of a batch ended. */
    enum Outcome {
        CONFIRMED,
        CONFLICT,
        INVALID,
        /** Nothing could be decided just now: it stays with the gate, which sends it again. */
        DEFERRED
    }

    record Problem(String field, String code) {}

    /** @param problems only where it is invalid */
    record Result(
            @Nullable String nonce,
            @Nullable Verdict verdict,
            boolean provisional,
            Outcome outcome,
            ScanResult.@Nullable Admittee ticket,
            ScanResult.@Nullable FirstSeen firstSeen,

            @Schema(
                    description = "When its holder had left, where an exit was the last of their ways before this scan",
                    example = "2031-06-18T19:26:00Z")
            @Nullable
            Instant leftAt,

            @Nullable Reason reason,
            @Nullable ConflictView conflict,
            List<Problem> problems) {}

    record Answer(Instant serverTime, List<Result> results, List<ConflictView> conflicts) {}

    @PostMapping
    @Operation(
            summary = "Hand in scans",
            description =
                    "Each is a transaction of its own; results come in their order. `deferred` ones were not decided: send them again later. What gates decided by themselves is history, and is "
                            + "accepted whatever it says.")
    Answer upload(@PathVariable String event, @RequestBody Batch batch, @Parameter(hidden = true) Text text) {
        List<@Nullable JsonNode> scans = batch.scans();
        if (scans == null) throw InvalidInput.at("scans", "required");
        if (scans.size() > Batches.MOST) throw InvalidInput.at("scans", "too_many_scans", Batches.MOST);
        checkIns.require(event);
        Duration offset = Batches.offset(batch.sentAt(), clock.instant());
        List<Result> results = new ArrayList<>(scans.size());
        for (JsonNode scan : scans) results.add(result(event, scan, offset, text));
        return new Answer(clock.instant(), results, conflicts.since(event, batch.conflictsAfter()));
    }

    private Result result(String event, @Nullable JsonNode node, Duration offset, Text text) {
        String nonce =
                node == null || !node.isObject() ? null : node.path("nonce").asString(null);
        try {
            BatchScan scan = node == null ? null : json.treeToValue(node, BatchScan.class);
            if (scan == null) throw InvalidInput.at("scan", "required");
            ScanResult result = answers.with(event, decided(event, scan, offset), text);
            return new Result(
                    nonce,
                    result.verdict(),
                    false,
                    result.conflict() == null ? Outcome.CONFIRMED : Outcome.CONFLICT,
                    result.ticket(),
                    result.firstSeen(),
                    result.leftAt(),
                    result.reason(),
                    result.conflict(),
                    List.of());
        } catch (JacksonException e) {
            return invalid(nonce, List.of(new Problem("scan", "format")));
        } catch (InvalidInput e) {
            return invalid(
                    nonce,
                    e.problems().stream()
                            .map(problem -> new Problem(problem.field(), problem.code()))
                            .toList());
        } catch (RuntimeException e) {
            // whoever may not scan here was refused before; what one scan runs into is no matter of the others
            LOG.warn("a scan of a batch is put off", e);
            return new Result(nonce, null, false, Outcome.DEFERRED, null, null, null, null, null, List.of());
        }
    }

    private static Result invalid(@Nullable String nonce, List<Problem> problems) {
        return new Result(nonce, null, false, Outcome.INVALID, null, null, null, null, null, problems);
    }

    private ScanResult decided(String event, BatchScan batched, Duration offset) {
        boolean offline = Boolean.TRUE.equals(batched.offline());
        InvalidInput.gather()
                .check(batched.nonce() != null, "nonce", "required")
                .check(!offline || batched.at() != null, "at", "required")
                .check(Batches.isTime(batched.at()), "at", "value")
                .check(!offline || batched.verdict() != null, "verdict", "required")
                .orThrow();
        Scan scan = new Scan(
                Objects.requireNonNullElse(batched.code(), ""),
                Objects.requireNonNullElse(batched.gate(), ""),
                Objects.requireNonNullElse(batched.deviceName(), ""),
                false,
                batched.nonce(),
                Objects.requireNonNullElse(batched.direction(), Direction.IN),
                batched.list());
        Instant at = batched.at();
        Verdict told = batched.verdict();
        return !offline || at == null || told == null
                ? checkIns.scan(event, scan)
                : checkIns.accept(
                        event,
                        new OfflineScan(
                                scan, Batches.setRight(at, offset, clock.instant()), at, told, batched.device()));
    }
}
