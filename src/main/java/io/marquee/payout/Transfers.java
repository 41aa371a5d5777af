package io.marquee.payout;

import io.marquee.identity.Access;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.PayoutProviders;
import io.marquee.payment.Steps;
import io.marquee.payment.provider.PayoutAccounts;
import io.marquee.payment.provider.PayoutDenied;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.jobs.EachAlone;
import io.marquee.platform.tenancy.Acting;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Money of the operator's that administrators pass on to an organization's account by hand, and take back. It is stored with
 * its key before the provider is asked: where that does not answer, a job asks again for the same.
 */
@Component
public class Transfers {
    private static final int LONGEST = 200;

    private final TransferRows rows;
    private final AccountRows accounts;
    private final PayoutProviders providers;
    private final Access access;
    private final Acting acting;

    Transfers(TransferRows rows, AccountRows accounts, PayoutProviders providers, Access access, Acting acting) {
        this.rows = rows;
        this.accounts = accounts;
        this.providers = providers;
        this.access = access;
        this.acting = acting;
    }

    /** Transfers and reversals, newest first. @param cursor of the slice before; null for the newest */
    public Slice<TransferView> all(@Nullable String cursor, int limit) {
        access.requireAdministrator();
        UUID before = cursor == null ? null : parsed(cursor, InvalidInput.at("cursor", "cursor"));
        return acting.asPlatform(() -> rows.all(before, limit));
    }

    /**
     * Passes money on.
     *
     * @param description for the organization's statement
     * @param key of the request: the same key makes the same transfer
     * @throws InvalidInput at {@code amount} or {@code description}
     * @throws NotFound where the organization has no account there
     * @throws PayoutRefused.Denied where the operator has less
     * @throws PaymentRefused.ProviderDown where it does not answer: then it is asked again by itself
     */
    public TransferView make(
            OrganizationId organization, String provider, Money amount, String description, String key) {
        access.requireAdministrator();
        PayoutAccounts at = providers.accounts(provider);
        InvalidInput.gather()
                .check(amount.isPositive(), "amount", "required")
                .check(!description.isBlank(), "description", "required")
                .check(
                        description.length() <= LONGEST && description.indexOf('\0') < 0,
                        "description",
                        "too_long",
                        LONGEST)
                .orThrow();
        Steps.require(amount, at.step(amount.currency()));
        TransferView stored = acting.asPlatform(() -> {
            String account = accounts.find(organization, provider)
                    .map(PayoutAccountView::account)
                    .orElseThrow(() -> new NotFound("payout_account"));
            return rows.request(organization, provider, account, amount, description.strip(), organization + "-" + key);
        });
        return told(stored);
    }

    /**
     * Takes back a transfer, or a part of it.
     *
     * @throws InvalidInput at {@code amount} where less is left of it
     * @throws NotFound
     * @throws PayoutRefused.Denied where the organization's account has less
     * @throws PaymentRefused.ProviderDown where it does not answer: then it is asked again by itself
     */
    public TransferView reverse(String transfer, Money amount, String key) {
        access.requireAdministrator();
        UUID id = parsed(transfer, new NotFound("transfer"));
        if (!amount.isPositive()) throw InvalidInput.at("amount", "required");
        TransferView made = acting.asPlatform(() -> rows.byId(id));
        Steps.require(amount, providers.accounts(made.provider()).step(amount.currency()));
        return told(acting.asPlatform(() -> rows.requestReversal(id, amount, key)));
    }

    private TransferView told(TransferView stored) {
        try {
            ask(stored, false);
        } catch (ProviderUnreachable unreachable) {
            throw new PaymentRefused.ProviderDown(stored.provider());
        }
        TransferView now = acting.asPlatform(() -> rows.byId(stored.id()));
        if (now.state() == TransferState.FAILED) throw new PayoutRefused.Denied(String.valueOf(now.failure()));
        return now;
    }

    /** What was left undecided, once more under the same keys. */
    void catchUp() {
        EachAlone.sum(acting.asPlatform(rows::undecided), waiting -> {
            try {
                ask(waiting, true);
                return 1;
            } catch (ProviderUnreachable later) {
                return 0;
            }
        });
    }

    /** @param unseen whether nobody waits for what becomes of it */
    private void ask(TransferView transfer, boolean unseen) {
        if (transfer.state() != TransferState.REQUESTED) return;
        PayoutAccounts at = providers.accounts(transfer.provider());
        String key = "transfer-" + transfer.id();
        try {
            String ref = transfer.reverses() == null
                    ? at.transfer(key, transfer.account(), transfer.amount(), transfer.description())
                            .ref()
                    : at.reverse(key, sent(transfer.reverses()), transfer.amount());
            acting.asPlatform(() -> rows.sent(transfer, ref));
        } catch (PayoutDenied denied) {
            acting.asPlatform(() -> rows.failed(transfer, denied.why(), unseen));
        } catch (ProviderDenied denied) {
            acting.asPlatform(() -> rows.failed(transfer, String.valueOf(denied.getMessage()), unseen));
        }
    }

    /** What the provider calls the one that is taken back. */
    private String sent(UUID transfer) {
        return String.valueOf(acting.asPlatform(() -> rows.byId(transfer)).ref());
    }

    static UUID parsed(String id, RuntimeException otherwise) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw otherwise;
        }
    }
}
