package io.marquee.payment;

import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a webhook for the hint that it is: looks at the payment, its refunds and its disputes at the provider. So the
 * order in which webhooks come, and how often, makes no difference.
 */
@Component
class WebhookHandling {
    private final WebhookRows rows;
    private final Attempts attempts;
    private final Refunds refunds;
    private final Disputes disputes;
    private final Inquiry inquiry;
    private final Acting acting;

    WebhookHandling(
            WebhookRows rows, Attempts attempts, Refunds refunds, Disputes disputes, Inquiry inquiry, Acting acting) {
        this.rows = rows;
        this.attempts = attempts;
        this.refunds = refunds;
        this.disputes = disputes;
        this.inquiry = inquiry;
        this.acting = acting;
    }

    /** @throws io.marquee.payment.provider.ProviderUnreachable when it must be tried again */
    void handle(UUID id) {
        WebhookView webhook = acting.asPlatform(() -> rows.byId(id));
        if (webhook.handledAt() != null) {
            return;
        }
        String outcome = webhook.reference() == null ? "ignored" : lookedAt(webhook, payment(webhook.reference()));
        acting.asPlatform(() -> rows.handled(id, outcome));
    }

    private String lookedAt(WebhookView webhook, @Nullable Attempt attempt) {
        if (attempt == null || !attempt.provider().equals(webhook.provider())) {
            return "unknown_payment";
        }
        List<Refund> underWay = acting.asSystem(attempt.organization(), () -> refunds.undecidedOf(attempt.id()));
        List<DisputeView> before = disputes(attempt);
        boolean moved = inquiry.about(attempt).state() != attempt.state();
        for (Refund refund : underWay) {
            moved |= inquiry.about(refund).state() != refund.state();
        }
        return moved || !disputes(attempt).equals(before) ? "moved" : "nothing_new";
    }

    private List<DisputeView> disputes(Attempt attempt) {
        return acting.asSystem(attempt.organization(), () -> disputes.ofOrder(attempt.order()));
    }

    private @Nullable Attempt payment(@Nullable String reference) {
        try {
            PaymentId id = PaymentId.valueOf(String.valueOf(reference));
            return acting.asPlatform(() -> attempts.byId(id));
        } catch (IllegalArgumentException | NotFound unknown) {
            return null;
        }
    }
}
