package io.marquee.payout.api;

import io.marquee.payout.PayoutAccountsOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All organizations' accounts; for administrators. */
@RestController
@Tag(name = "Payouts")
class AdminAccountApi {
    private final PayoutAccountsOf accounts;

    AdminAccountApi(PayoutAccountsOf accounts) {
        this.accounts = accounts;
    }

    record AllAccounts(List<PayoutAccount> items, @Nullable String next) {}

    @GetMapping("/api/v1/admin/payout-accounts")
    @Operation(summary = "List all organizations’ accounts, those that wait for their owner first; for administrators")
    AllAccounts list() {
        return new AllAccounts(accounts.all().stream().map(PayoutAccount::of).toList(), null);
    }
}
