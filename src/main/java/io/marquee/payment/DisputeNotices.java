package io.marquee.payment;

import io.marquee.kernel.NotFound;
import io.marquee.payment.provider.DisputeDesk;
import io.marquee.payment.provider.DisputeDesk.DisputeRef;
import io.marquee.payment.provider.Notice;
import io.marquee.platform.tenancy.Acting;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks at a dispute that a provider tells of: its notice names no payment of ours, the dispute itself does. */
@Component
class DisputeNotices implements NoticeHandler {
    private final Providers providers;
    private final Attempts attempts;
    private final Disputes disputes;
    private final Acting acting;

    DisputeNotices(Providers providers, Attempts attempts, Disputes disputes, Acting acting) {
        this.providers = providers;
        this.attempts = attempts;
        this.disputes = disputes;
        this.acting = acting;
    }

    @Override
    public Set<String> types() {
        return Set.of("charge.dispute.");
    }

    @Override
    public boolean handle(String provider, Notice notice) {
        DisputeDesk desk = providers.named(provider).disputeDesk();
        if (desk == null || notice.object() == null) {
            return false;
        }
        DisputeDesk.Standing standing = desk.dispute(new DisputeRef(notice.object(), notice.account()));
        return standing.reference() != null && followed(standing.reference(), standing);
    }

    private boolean followed(String reference, DisputeDesk.Standing standing) {
        try {
            Attempt attempt = acting.asPlatform(() -> attempts.byId(PaymentId.valueOf(reference)));
            return acting.asSystem(attempt.organization(), () -> disputes.told(attempt, standing));
        } catch (IllegalArgumentException | NotFound none) {
            return false;
        }
    }
}
