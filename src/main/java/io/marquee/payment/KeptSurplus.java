package io.marquee.payment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Money that bought nothing and that its provider did not send back: a person is told, and can send it again. */
@Component
public class KeptSurplus {
    static final String KIND = "surplus_kept";

    private final Refunds refunds;
    private final Attempts attempts;
    private final Discrepancies discrepancies;
    private final JdbcClient jdbc;

    KeptSurplus(Refunds refunds, Attempts attempts, Discrepancies discrepancies, JdbcClient jdbc) {
        this.refunds = refunds;
        this.attempts = attempts;
        this.discrepancies = discrepancies;
        this.jdbc = jdbc;
    }

    /** In the transaction in which the refund has failed, as the system for its organization. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void report(RefundId failed) {
        Refund refund = refunds.byId(failed);
        if (!isWaiting(refund)) discrepancies.keptSurplus(attempts.byId(refund.payment()), refund);
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
