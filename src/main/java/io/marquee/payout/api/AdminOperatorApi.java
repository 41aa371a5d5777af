package io.marquee.payout.api;

import io.marquee.kernel.Slice;
import io.marquee.payout.OperatorMoveView;
import io.marquee.payout.OperatorMoves;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The operator's own account at providers; for administrators. */
@RestController
@Tag(name = "Payouts")
class AdminOperatorApi {
    private static final int MOST = 100;

    private final OperatorMoves moves;

    AdminOperatorApi(OperatorMoves moves) {
        this.moves = moves;
    }

    record Listed(List<OperatorMoveView> items, @Nullable String next) {}

    @GetMapping("/api/v1/admin/own-account")
    @Operation(
            summary =
                    "List payouts to the operator’s bank and what providers took by themselves, newest first; for administrators",
            description =
                    "As the last reconciliation saw them. state of a payout: pending, in_transit, paid, failed or cancelled.")
    Listed list(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Slice<OperatorMoveView> slice = moves.all(cursor, Math.clamp(limit, 1, MOST));
        return new Listed(slice.items(), slice.next());
    }
}
