package io.marquee.payment;

import io.marquee.kernel.Money;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that bought nothing and that its provider did not send back: a person is told, and can send it again. What is kept
 * because it is disputed needs nobody: it goes back through the bank where the dispute is lost, and is sent back where it is
 * won.
 */
@Component
public class KeptSurplus {
    static final String KIND = "surplus_kept";
    private static final String WON = "the dispute about it is won";

    private final Refunds refunds;
    private final Attempts attempts;
    private final Discrepancies discrepancies;
    private final DisputeRows disputes;
    private final PaymentBooks books;
    private final JdbcClient jdbc;

    KeptSurplus(
            Refunds refunds,
            Attempts attempts,
            Discrepancies discrepancies,
            DisputeRows disputes,
            PaymentBooks books,
            JdbcClient jdbc) {
        this.refunds = refunds;
        this.attempts = attempts;
        this.discrepancies = discrepancies;
        this.disputes = disputes;
        this.books = books;
        this.jdbc = jdbc;
    }

    /** In the transaction in which the refund has failed, as the system for its organization. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void report(RefundId failed) {
        Refund refund = refunds.byId(failed);
        if (isWaiting(refund)) return;
        Attempt attempt = attempts.byId(refund.payment());
        discrepancies.keptSurplus(attempt, refund);
        disputes.lost(attempt).ifPresent(dispute -> decided(attempt, dispute));
    }

    /** In the transaction in which the bank's decision is booked. */
    void decided(Attempt attempt, DisputeView dispute) {
        open(attempt).ifPresent(kept -> {
            Money owed = Objects.requireNonNull(kept.amount());
            if (dispute.state() == DisputeState.WON) {
                if (!isSentAsWon(kept)) discrepancies.refund(kept, WON);
            } else if (dispute.amount().compareTo(owed) >= 0 && books.surplusChargedBack(attempt, dispute.id(), owed)) {
                discrepancies.move(kept, DiscrepancyState.HANDLED, "its buyer has it back through the bank");
            }
        });
    }

    /** Once: where that has failed too it waits for a person, however often we look at the dispute. */
    private static boolean isSentAsWon(DiscrepancyView kept) {
        return kept.moves().stream().anyMatch(move -> move.note().equals(WON));
    }

    private Optional<DiscrepancyView> open(Attempt attempt) {
        return jdbc.sql("select id from payment.discrepancies where payment_id = ? and kind = ? and state = 'open'")
                .params(attempt.id().value(), KIND)
                .query(UUID.class)
                .optional()
                .map(discrepancies::byId);
    }

    /** What a person sends again is found at the provider like any other refund, and may fail there like the first. */
    private boolean isWaiting(Refund refund) {
        return jdbc.sql("""
                        select exists (select from payment.discrepancies
                        where payment_id = ? and kind = ? and amount = ? and state in ('open', 'refunding'))
                        """)
                .params(refund.payment().value(), KIND, refund.amount().amount())
                .query(Boolean.class)
                .single();
    }
}
