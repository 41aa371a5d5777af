package io.marquee.payout.api;

import io.marquee.identity.Access;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.payout.TransferView;
import io.marquee.payout.Transfers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Money that the operator passes on by hand; for administrators. */
@RestController
@RequestMapping("/api/v1/admin/transfers")
@Tag(name = "Payouts")
class AdminTransferApi {
    private static final int MOST = 100;

    private final Transfers transfers;
    private final Access access;

    AdminTransferApi(Transfers transfers, Access access) {
        this.transfers = transfers;
        this.access = access;
    }

    record Listed(List<TransferView> items, @Nullable String next) {}

    @GetMapping
    @Operation(
            summary = "List what the operator passed on by hand and took back, newest first; for administrators",
            description = "state: requested, sent or failed. left: what can still be taken back.")
    Listed list(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Slice<TransferView> slice = transfers.all(cursor, Math.clamp(limit, 1, MOST));
        return new Listed(slice.items(), slice.next());
    }

    record NewTransfer(
            @Nullable OrganizationId organization,
            @Schema(example = "stripe") @Nullable String provider,

            @Schema(example = "{\"amount\": 4800, \"currency\": \"EUR\"}") @Nullable
            Money amount,

            @Schema(example = "Advance for the summer") @Nullable
            String description) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Pass money of the operator on to an account; the same Idempotency-Key makes one transfer")
    TransferView make(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewTransfer wanted) {
        access.requireAdministrator();
        if (wanted.organization() == null) throw InvalidInput.at("organization", "required");
        if (wanted.provider() == null) throw InvalidInput.at("provider", "required");
        if (wanted.amount() == null) throw InvalidInput.at("amount", "required");
        return transfers.make(
                wanted.organization(),
                wanted.provider(),
                wanted.amount(),
                wanted.description() == null ? "" : wanted.description(),
                once(key));
    }

    record NewReversal(
            @Schema(example = "{\"amount\": 1800, \"currency\": \"EUR\"}") @Nullable
            Money amount) {}

    @PostMapping("/{id}/reversals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take a transfer back, or a part of it; the same Idempotency-Key takes it back once")
    TransferView reverse(
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewReversal wanted) {
        access.requireAdministrator();
        if (wanted.amount() == null) throw InvalidInput.at("amount", "required");
        return transfers.reverse(id, wanted.amount(), once(key));
    }

    private static String once(@Nullable String key) {
        return key == null ? Ids.next().toString() : key;
    }
}
