package io.marquee.payment.stripe;

import com.stripe.model.Transfer;
import com.stripe.model.TransferReversal;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferReversalCreateParams;
import com.stripe.param.TransferReversalListParams;
import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.payment.provider.TransferFact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the operator passes on to organizers' accounts by hand, and takes back. Keys are forgotten after a day: so what the
 * books have under one comes first, and only what they do not have is asked for.
 */
@Component
class StripeTransfers {
    private static final long PAGE = 100;

    private final StripeApi api;

    StripeTransfers(StripeApi api) {
        this.api = api;
    }

    /** They are in the operator's books. */
    Slice<TransferFact> of(String account, @Nullable String cursor, int limit) {
        TransferListParams params = TransferListParams.builder()
                .setDestination(account)
                .setLimit((long) limit)
                .setStartingAfter(StripePayoutAccounts.place(cursor))
                .build();
        return StripePayoutAccounts.listed(
                () -> api.ask(stripe -> stripe.v1().transfers().list(params, api.reading(null))),
                PayoutFacts::transfer);
    }

    TransferFact transfer(String key, String account, Money amount, String description) {
        return StripePayoutAccounts.denied(
                () -> PayoutFacts.transfer(made(key).orElseGet(() -> make(key, account, amount, description))));
    }

    private Optional<Transfer> made(String key) {
        TransferListParams params =
                TransferListParams.builder().setTransferGroup(key).setLimit(1L).build();
        return api.ask(stripe -> stripe.v1().transfers().list(params, api.reading(null))).getData().stream()
                .findFirst();
    }

    private Transfer make(String key, String account, Money amount, String description) {
        TransferCreateParams.Builder params = TransferCreateParams.builder()
                .setDestination(account)
                .setAmount(StripeMoney.amount(amount))
                .setCurrency(StripeMoney.currency(amount))
                .setDescription(description);
        try {
            return create(
                    key,
                    params.setTransferGroup(key)
                            .putMetadata(ChargeFacts.KEY, key)
                            .build());
        } catch (StripeRefusal refusal) {
            if (!refusal.isKeyOfAnother()) throw refusal;
            // one that was asked for by an older version, within this day, had no group
            return create(
                    key,
                    TransferCreateParams.builder()
                            .setDestination(account)
                            .setAmount(StripeMoney.amount(amount))
                            .setCurrency(StripeMoney.currency(amount))
                            .setDescription(description)
                            .build());
        }
    }

    private Transfer create(String key, TransferCreateParams params) {
        return api.ask(stripe -> stripe.v1().transfers().create(params, api.once(key, null)));
    }

    /** @return the reversal's id */
    String reverse(String key, String transfer, Money amount) {
        return StripePayoutAccounts.denied(() -> reversed(key, transfer)
                .orElseGet(() -> takeBack(key, transfer, amount))
                .getId());
    }

    private Optional<TransferReversal> reversed(String key, String transfer) {
        @Nullable String last = null;
        while (true) {
            List<TransferReversal> page = reversals(transfer, last);
            for (TransferReversal reversal : page) {
                if (key.equals(ChargeFacts.meta(reversal.getMetadata(), ChargeFacts.KEY))) return Optional.of(reversal);
            }
            if (page.size() < PAGE) return Optional.empty();
            last = page.getLast().getId();
        }
    }

    private List<TransferReversal> reversals(String transfer, @Nullable String after) {
        TransferReversalListParams params = TransferReversalListParams.builder()
                .setLimit(PAGE)
                .setStartingAfter(after)
                .build();
        return api.ask(stripe -> stripe.v1().transfers().reversals().list(transfer, params, api.reading(null)))
                .getData();
    }

    private TransferReversal takeBack(String key, String transfer, Money amount) {
        TransferReversalCreateParams.Builder params =
                TransferReversalCreateParams.builder().setAmount(StripeMoney.amount(amount));
        try {
            return reverse(
                    key, transfer, params.putMetadata(ChargeFacts.KEY, key).build());
        } catch (StripeRefusal refusal) {
            if (!refusal.isKeyOfAnother()) throw refusal;
            return reverse(
                    key,
                    transfer,
                    TransferReversalCreateParams.builder()
                            .setAmount(StripeMoney.amount(amount))
                            .build());
        }
    }

    private TransferReversal reverse(String key, String transfer, TransferReversalCreateParams params) {
        return api.ask(stripe -> stripe.v1().transfers().reversals().create(transfer, params, api.once(key, null)));
    }
}
