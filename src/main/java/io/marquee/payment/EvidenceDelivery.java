package io.marquee.payment;

import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.DisputeDesk;
import io.marquee.payment.provider.DisputeDesk.Answer;
import io.marquee.payment.provider.DisputeDesk.DisputeRef;
import io.marquee.payment.provider.DisputeDesk.EvidenceDenied;
import io.marquee.payment.provider.DisputeDesk.EvidenceFile;
import io.marquee.payment.provider.Evidence;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.config.Sha256;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings evidence to the provider's desk. What was handed in stays as it was, so asking again asks the same. */
@Component
class EvidenceDelivery {
    private final Disputes disputes;
    private final EvidenceRows rows;
    private final Attempts attempts;
    private final Providers providers;
    private final PaymentAgenda agenda;
    private final TransactionTemplate transaction;
    private final Acting acting;

    EvidenceDelivery(
            Disputes disputes,
            EvidenceRows rows,
            Attempts attempts,
            Providers providers,
            PaymentAgenda agenda,
            TransactionTemplate transaction,
            Acting acting) {
        this.disputes = disputes;
        this.rows = rows;
        this.attempts = attempts;
        this.providers = providers;
        this.agenda = agenda;
        this.transaction = transaction;
        this.acting = acting;
    }

    boolean takesEvidence(DisputeView dispute) {
        return desk(attempt(dispute)) != null;
    }

    /** @return the provider's id of the file */
    String keep(DisputeView dispute, Evidence field, String name, String type, byte[] content) {
        Attempt attempt = attempt(dispute);
        String key = "evidence-" + dispute.id() + "-" + Wire.name(field) + "-" + digest(content);
        try {
            return required(attempt)
                    .upload(new EvidenceFile(key, attempt.request().account(), name, type, content));
        } catch (ProviderUnreachable unreachable) {
            throw new PaymentRefused.ProviderDown(attempt.provider());
        } catch (EvidenceDenied denied) {
            throw new PaymentRefused.EvidenceDenied(String.valueOf(denied.getMessage()));
        }
    }

    /** The decision is kept with its job before the provider hears of it. */
    void submit(DisputeView dispute) {
        acting.asSystem(dispute.organization(), () -> transaction.executeWithoutResult(status -> decide(dispute)));
        try {
            handIn(dispute.id());
        } catch (ProviderUnreachable unreachable) {
            // the job keeps at it
        }
    }

    private void decide(DisputeView dispute) {
        if (!disputes.submit(dispute)) {
            throw new PaymentRefused.EvidenceClosed();
        }
        agenda.evidence(dispute);
    }

    /**
     * @throws PaymentRefused.EvidenceDenied after it was opened again
     */
    void handIn(UUID id) {
        DisputeView dispute = acting.asPlatform(() -> disputes.byId(id));
        if (dispute.submittedAt() == null || dispute.handedInAt() != null) {
            return;
        }
        Attempt attempt = acting.asSystem(dispute.organization(), () -> attempt(dispute));
        DisputeRef ref = new DisputeRef(dispute.ref(), attempt.request().account());
        try {
            DisputeDesk.Standing standing = required(attempt).submit(answer(dispute, ref, dispute.submittedAt()));
            acting.asSystem(dispute.organization(), () -> disputes.answered(attempt, dispute, standing));
        } catch (EvidenceDenied | NotFound | ProviderDenied denied) {
            acting.asSystem(dispute.organization(), () -> disputes.reopen(dispute));
            throw new PaymentRefused.EvidenceDenied(String.valueOf(denied.getMessage()));
        }
    }

    private Answer answer(DisputeView dispute, DisputeRef ref, Instant submittedAt) {
        Map<Evidence, String> texts = new EnumMap<>(Evidence.class);
        Map<Evidence, String> files = new EnumMap<>(Evidence.class);
        for (EvidenceItem item : acting.asSystem(dispute.organization(), () -> rows.of(dispute.id()))) {
            if (item.text() != null) texts.put(item.field(), item.text());
            if (item.fileRef() != null) files.put(item.field(), item.fileRef());
        }
        // each decision has a key of its own: a provider repeats what it said to a key, also that it said no
        return new Answer("evidence-" + dispute.id() + "-" + submittedAt.toEpochMilli(), ref, texts, files);
    }

    private Attempt attempt(DisputeView dispute) {
        return attempts.byId(dispute.payment());
    }

    private @Nullable DisputeDesk desk(Attempt attempt) {
        return providers.named(attempt.provider()).disputeDesk();
    }

    private DisputeDesk required(Attempt attempt) {
        DisputeDesk desk = desk(attempt);
        if (desk == null) {
            throw new PaymentRefused.EvidenceClosed();
        }
        return desk;
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content), 0, 16);
    }
}
