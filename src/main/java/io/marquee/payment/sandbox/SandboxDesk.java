package io.marquee.payment.sandbox;

import io.marquee.payment.provider.ChargeFact.DisputeStanding;
import io.marquee.payment.provider.DisputeDesk;
import io.marquee.payment.provider.Evidence;
import io.marquee.payment.sandbox.SandboxDisputes.SandboxDispute;
import io.marquee.platform.tenancy.Acting;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes any evidence and looks at none of it: the administrator decides as the bank. */
@Component
class SandboxDesk implements DisputeDesk {
    private final SandboxDisputes disputes;
    private final Acting acting;

    SandboxDesk(SandboxDisputes disputes, Acting acting) {
        this.disputes = disputes;
        this.acting = acting;
    }

    @Override
    public Set<Evidence> takes() {
        return EnumSet.allOf(Evidence.class);
    }

    @Override
    public Standing dispute(DisputeRef ref) {
        return acting.asPlatform(() -> {
            SandboxDispute dispute = disputes.byId(ref.id());
            return new Standing(
                    dispute.fact(), disputes.reference(dispute), dispute.standing() != DisputeStanding.NEEDS_RESPONSE);
        });
    }

    @Override
    public String upload(EvidenceFile file) {
        return "file_" + Integer.toHexString(file.key().hashCode());
    }

    @Override
    public Standing submit(Answer answer) {
        Standing before = dispute(answer.dispute());
        boolean taken = acting.asPlatform(() -> disputes.answer(answer.dispute().id()));
        if (!taken && !before.answered()) {
            throw new EvidenceDenied("This dispute is already closed.");
        }
        return dispute(answer.dispute());
    }
}
