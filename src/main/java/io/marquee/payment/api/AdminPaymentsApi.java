package io.marquee.payment.api;

import io.marquee.kernel.Slice;
import io.marquee.payment.DiscrepancyView;
import io.marquee.payment.ProviderBoard;
import io.marquee.payment.ProviderView;
import io.marquee.payment.Reconciliation;
import io.marquee.payment.ReconciliationView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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

/** Payment providers and their books beside ours, for administrators. */
@RestController
@RequestMapping("/api/v1/admin")
@Tag(name = "Administration")
class AdminPaymentsApi {
    private static final int MOST = 100;

    private final ProviderBoard providers;
    private final Reconciliation reconciliation;

    AdminPaymentsApi(ProviderBoard providers, Reconciliation reconciliation) {
        this.providers = providers;
        this.reconciliation = reconciliation;
    }

    /** @param until exclusive; what is younger than a quarter of an hour is left out */
    record Wanted(
            @Schema(example = "stripe") @Nullable String provider,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** @param note why; must be said where something was handled elsewhere */
    record Decision(
            @Schema(example = "The bank took a cent") @Nullable
            String note) {
        String words() {
            return note == null ? "" : note.strip();
        }
    }

    @Operation(summary = "List the payment providers, with whether they answer")
    @GetMapping("/payment-providers")
    Slice<ProviderView> providers() {
        return new Slice<>(providers.all(), null);
    }

    @Operation(summary = "List comparisons of providers’ books with ours", description = "Newest first.")
    @GetMapping("/reconciliations")
    Slice<ReconciliationView> runs(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return reconciliation.recent(cursor, Math.clamp(limit, 1, MOST));
    }

    @Operation(summary = "Read one comparison")
    @GetMapping("/reconciliations/{id}")
    ReconciliationView run(@PathVariable String id) {
        return reconciliation.byId(id);
    }

    @Operation(
            summary = "Compare a provider’s books with ours",
            description = "Answers at once, with one comparison for each account; jobs carry them out.")
    @PostMapping("/reconciliations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Slice<ReconciliationView> start(@RequestBody Wanted wanted) {
        return new Slice<>(reconciliation.start(wanted.provider(), wanted.from(), wanted.until()), null);
    }

    @Operation(summary = "List where providers and we disagree", description = "Newest first.")
    @GetMapping("/discrepancies")
    Slice<DiscrepancyView> discrepancies(
            @Parameter(description = "those that somebody decided, instead of those that wait")
                    @RequestParam(defaultValue = "false")
                    boolean decided,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return reconciliation.discrepancies(decided, cursor, Math.clamp(limit, 1, MOST));
    }

    @Operation(summary = "Accept a discrepancy: it is right as it is")
    @PostMapping("/discrepancies/{id}/acceptance")
    DiscrepancyView accept(@PathVariable String id, @RequestBody Decision decision) {
        return reconciliation.accept(id, decision.words());
    }

    @Operation(summary = "Mark a discrepancy as handled elsewhere", description = "The note says how.")
    @PostMapping("/discrepancies/{id}/handling")
    DiscrepancyView handled(@PathVariable String id, @RequestBody Decision decision) {
        return reconciliation.handled(id, decision.words());
    }

    @Operation(summary = "Have the provider send a discrepancy’s money back", description = "A job carries it out.")
    @PostMapping("/discrepancies/{id}/refund")
    DiscrepancyView refund(@PathVariable String id, @RequestBody Decision decision) {
        return reconciliation.refund(id, decision.words());
    }
}
