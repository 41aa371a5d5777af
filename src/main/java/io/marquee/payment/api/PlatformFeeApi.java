package io.marquee.payment.api;

import io.marquee.identity.Access;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.payment.PlatformFee;
import io.marquee.payment.PlatformFees;
import io.marquee.platform.web.AmountField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the operator keeps; for administrators. */
@RestController
@RequestMapping("/api/v1/admin/platform-fees")
@Tag(name = "Platform fees", description = "What the operator keeps of payments to organizers; for administrators")
class PlatformFeeApi {
    private final PlatformFees fees;
    private final Access access;

    PlatformFeeApi(PlatformFees fees, Access access) {
        this.fees = fees;
        this.access = access;
    }

    /**
     * @param organization whose; null for everybody without an own one
     * @param currency null for every currency without an own one
     * @param basisPoints hundredths of a percent
     * @param fixed in minor units; 0 without a currency
     */
    record Fee(
            @Nullable UUID id,
            @Nullable OrganizationId organization,
            @Schema(example = "EUR") @Nullable String currency,
            @Schema(example = "250") @Nullable Integer basisPoints,
            @Schema(example = "30") @Nullable Long fixed) {}

    record Fees(List<Fee> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "List the fees that were set")
    Fees list() {
        return new Fees(
                fees.rules().stream()
                        .map(rule -> new Fee(
                                rule.id(),
                                rule.organization(),
                                rule.currency() == null ? null : rule.currency().getCurrencyCode(),
                                rule.fee().basisPoints(),
                                rule.fee().fixed()))
                        .toList(),
                null);
    }

    @PutMapping
    @Operation(summary = "Set a fee for everybody or one organization, for every currency or one; holds from now on")
    Fees set(@RequestBody Fee wanted) {
        access.requireAdministrator();
        int points = Objects.requireNonNullElse(wanted.basisPoints(), -1);
        long fixed = Objects.requireNonNullElse(wanted.fixed(), 0L);
        if (points < 0 || points > PlatformFee.WHOLE) throw InvalidInput.at("basisPoints", "percent");
        if (fixed < 0) throw InvalidInput.at("fixed", "percent");
        fees.set(
                wanted.organization(),
                wanted.currency() == null ? null : AmountField.currency("currency", wanted.currency()),
                new PlatformFee(points, fixed));
        return list();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a fee: the next more general one holds from now on")
    void remove(@PathVariable UUID id) {
        fees.remove(id);
    }
}
