package io.marquee.payment.web;

import io.marquee.kernel.Wire;
import io.marquee.payment.DiscrepancyState;
import io.marquee.payment.DiscrepancyView;
import io.marquee.payment.ReconciliationView;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Comparisons and differences as they are shown. */
final class ReconciliationWords {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private ReconciliationWords() {}

    static ReconciliationPage.Difference difference(DiscrepancyView found, String path, Text text) {
        return new ReconciliationPage.Difference(
                path + "/" + found.id(),
                text.get("payment.discrepancy." + found.kind()),
                text.get(
                        "payment.discrepancy.detail",
                        found.expected(),
                        found.found(),
                        text.dateTime(found.seenAt(), UTC)),
                text.get("payment.discrepancy.todo." + todo(found.kind())),
                found.provider()
                        + (found.account() == null ? "" : " · " + found.account())
                        + (found.charge() == null ? "" : " · " + found.charge())
                        + (found.payment() == null ? "" : " · " + found.payment()),
                text.dateTime(found.seenAt(), UTC),
                state(found.state(), text),
                found.state() == DiscrepancyState.OPEN,
                found.refundable() && found.amount() != null ? text.money(found.amount()) : null,
                found.moves().stream().map(move -> history(move, text)).toList());
    }

    /** @param kind a word of payment.discrepancies */
    static String todo(String kind) {
        return switch (kind) {
            case "amount" -> "charge_amount";
            case "refund_amount", "fee_amount", "payout_amount", "transfer_amount", "transfer_reversed" ->
                "other_amount";
            case "missing_there",
                    "not_paid_there",
                    "refund_missing_there",
                    "payout_missing_there",
                    "transfer_missing_there" -> "missing";
            case "unknown_charge" -> "unknown";
            case "transfer_unknown" -> "passed_on";
            case "undecided", "refund_undecided", "refund_unknown", "dispute", "fee" -> "follows";
            case "ended_before", "second_charge" -> "goes_back";
            case "surplus_kept", "refund_failed_there" -> "owed";
            case "denied", "books_closed" -> "blocked";
            default -> throw new IllegalArgumentException("nobody knows what to do about " + kind);
        };
    }

    private static String history(DiscrepancyView.Move move, Text text) {
        String what = text.get("payment.state." + Wire.name(move.to()));
        String when = text.dateTime(move.at(), UTC);
        return move.note().isEmpty() ? when + ": " + what : when + ": " + what + " – " + move.note();
    }

    private static Chip state(DiscrepancyState state, Text text) {
        Tone tone = switch (state) {
            case OPEN -> Tone.BAD;
            case REFUNDING -> Tone.WARN;
            case REFUNDED, ACCEPTED, HANDLED -> Tone.GOOD;
        };
        return new Chip(text.get("payment.state." + Wire.name(state)), tone);
    }

    static ReconciliationPage.Run run(ReconciliationView run, Text text) {
        Tone tone = switch (run.state()) {
            case "done" -> run.found() == 0 ? Tone.GOOD : Tone.WARN;
            case "failed" -> Tone.BAD;
            default -> Tone.PLAIN;
        };
        return new ReconciliationPage.Run(
                run.provider(),
                run.account() == null ? text.get("payment.reconciliation.operator") : run.account(),
                text.dateTime(run.from(), UTC) + " – " + text.dateTime(run.until(), UTC),
                covered(run, text),
                new Chip(text.get("payment.reconciliation.state." + run.state()), tone),
                run.charges(),
                run.repaired(),
                run.found(),
                seconds(run.took()),
                run.lastError());
    }

    private static String covered(ReconciliationView run, Text text) {
        String covered = text.get(
                "payment.reconciliation.covered",
                run.payments(),
                run.refunds(),
                run.disputes(),
                run.payouts(),
                run.transfers(),
                run.fees());
        Instant reached = run.reachedAt();
        return reached == null || run.state().equals("done")
                ? covered
                : covered + " " + text.get("payment.reconciliation.reached", text.dateTime(reached, UTC));
    }

    private static String seconds(@Nullable Duration took) {
        return took == null ? "–" : took.toSeconds() + "." + took.toMillisPart() / 100 + " s";
    }
}
