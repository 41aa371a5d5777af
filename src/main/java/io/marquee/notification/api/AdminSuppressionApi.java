package io.marquee.notification.api;

import io.marquee.kernel.Slice;
import io.marquee.notification.Reason;
import io.marquee.notification.SuppressionView;
import io.marquee.notification.Suppressions;
import io.marquee.platform.mail.Topic;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Addresses that somebody or nobody here writes to, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/suppressions")
@Tag(name = "Administration")
class AdminSuppressionApi {
    private static final int PAGE = 100;

    private final Suppressions suppressions;

    AdminSuppressionApi(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /**
     * @param organization who does not write there; null for everybody
     * @param topic null for everything optional
     * @param detail what the mail server or provider said, or whoever entered it
     */
    record Suppressed(
            UUID id,
            @Nullable UUID organization,
            String email,
            @Nullable Topic topic,
            Reason reason,
            String detail,
            Instant at) {
        static Suppressed of(SuppressionView view) {
            return new Suppressed(
                    view.id(),
                    view.organization(),
                    view.email(),
                    view.topic(),
                    view.reason(),
                    view.detail(),
                    view.at());
        }
    }

    record AllSuppressed(List<Suppressed> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "List all addresses that are not written to, of all organizations, the latest first")
    AllSuppressed list(
            @RequestParam(defaultValue = "") String email, @RequestParam(required = false) @Nullable String cursor) {
        Slice<Suppressed> some = suppressions.all(email, cursor, PAGE).map(Suppressed::of);
        return new AllSuppressed(some.items(), some.next());
    }

    record EntryForAll(
            @Schema(example = "ada@example.org") @Nullable String email,

            @Schema(example = "She asked us by telephone.") @Nullable
            String why) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Enter an address for everybody: nothing optional is sent there any more")
    void enter(@RequestBody EntryForAll entry) {
        suppressions.enterForAll(
                Objects.requireNonNullElse(entry.email(), ""), Objects.requireNonNullElse(entry.why(), ""));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Write to an address again, whoever it was entered for")
    void lift(@PathVariable UUID id) {
        suppressions.liftAny(id);
    }
}
