package io.marquee.payout.web;

import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payment.provider.TransferFact;
import io.marquee.payout.PayoutFailure;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a provider's books say, as rows of tables. */
final class MoneyRows {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private MoneyRows() {}

    static PayoutsView.PayoutRow payout(PayoutFact payout, String base, Text text) {
        return new PayoutsView.PayoutRow(
                base + "/payouts/" + payout.ref(),
                text.shortDate(payout.createdAt().atZone(UTC).toLocalDate()),
                payout.arrival() == null
                        ? "–"
                        : text.shortDate(payout.arrival().atZone(UTC).toLocalDate()),
                text.money(payout.amount()),
                state(payout, text),
                payout.bank() == null ? "–" : payout.bank(),
                reason(payout, text));
    }

    /** Why it came back, and what to do about it. */
    private static @Nullable String reason(PayoutFact payout, Text text) {
        return payout.standing() == PayoutFact.Standing.FAILED
                ? text.of("payout.failure", PayoutFailure.of(payout.failureCode()))
                : null;
    }

    static Chip state(PayoutFact payout, Text text) {
        return state(payout.standing(), text);
    }

    static Chip state(PayoutFact.Standing standing, Text text) {
        Tone tone = switch (standing) {
            case PENDING, IN_TRANSIT -> Tone.WARN;
            case PAID -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case CANCELLED -> Tone.PLAIN;
        };
        return new Chip(text.of("payout.payout_state", standing), tone);
    }

    static TransactionsView.Row transaction(TransactionFact moved, Text text) {
        return new TransactionsView.Row(
                text.of("payout.moved", moved.kind()),
                moved.description() == null ? "" : moved.description(),
                text.dateTime(moved.createdAt(), UTC),
                text.money(moved.amount()),
                text.money(moved.fee()),
                text.money(moved.net()));
    }

    static TransactionsView.Row transfer(TransferFact transfer, Text text) {
        return new TransactionsView.Row(
                text.get("payout.moved.transfer"),
                transfer.description() == null ? "" : transfer.description(),
                text.dateTime(transfer.createdAt(), UTC),
                text.money(transfer.amount()),
                text.money(transfer.reversed()),
                text.money(transfer.amount().minus(transfer.reversed())));
    }
}
