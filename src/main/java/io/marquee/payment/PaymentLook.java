package io.marquee.payment;

import io.marquee.platform.tenancy.Acting;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks at a payment with all that belongs to it: its refunds that are under way, and its disputes. */
@Component
class PaymentLook {
    private final Refunds refunds;
    private final DisputeRows disputes;
    private final Inquiry inquiry;
    private final Acting acting;

    PaymentLook(Refunds refunds, DisputeRows disputes, Inquiry inquiry, Acting acting) {
        this.refunds = refunds;
        this.disputes = disputes;
        this.inquiry = inquiry;
        this.acting = acting;
    }

    /** What is shown of a payment: another after a look says that something moved. */
    private record Standing(PaymentState state, List<RefundView> refunds, List<DisputeView> disputes) {}

    /** @return whether anything moved. @throws io.marquee.payment.provider.ProviderUnreachable when nothing is known */
    boolean at(Attempt attempt) {
        Standing before = standing(attempt);
        List<Refund> underWay = acting.asSystem(attempt.organization(), () -> refunds.undecidedOf(attempt.id()));
        PaymentState now = inquiry.about(attempt).state();
        underWay.forEach(inquiry::about);
        Standing after = standing(attempt);
        return !before.equals(new Standing(now, after.refunds(), after.disputes()));
    }

    private Standing standing(Attempt attempt) {
        return acting.asSystem(
                attempt.organization(),
                () -> new Standing(
                        attempt.state(),
                        refunds.ofOrder(attempt.order()).stream()
                                .map(Refund::view)
                                .toList(),
                        disputes.ofOrder(attempt.order())));
    }
}
