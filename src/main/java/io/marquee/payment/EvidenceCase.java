package io.marquee.payment;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.media.PrivateFile;
import io.marquee.media.PrivateFiles;
import io.marquee.media.SignedLink;
import io.marquee.payment.provider.Evidence;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What an organization's owner says to a dispute: put together at leisure, handed in once. */
@Component
public class EvidenceCase {
    /** All files of a dispute together, in bytes: what card networks take. */
    public static final int MOST_BYTES = 4_500_000;

    /** For the {@code accept} of a file field. */
    public static final String ACCEPTED = "application/pdf,image/png,image/jpeg";

    private final DisputeRows disputes;
    private final EvidenceRows rows;
    private final EvidenceDelivery delivery;
    private final PrivateFiles files;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EvidenceCase(
            DisputeRows disputes,
            EvidenceRows rows,
            EvidenceDelivery delivery,
            PrivateFiles files,
            Access access,
            TransactionTemplate transaction,
            Clock clock) {
        this.disputes = disputes;
        this.rows = rows;
        this.delivery = delivery;
        this.files = files;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Those that wait for an answer first.
     *
     * @param cursor of the slice before; null for the first
     * @throws InvalidInput at {@code cursor}
     * @throws io.marquee.kernel.Refusal unless the actor is an owner
     */
    public Slice<DisputeView> disputes(OrganizationId organization, @Nullable String cursor, int limit) {
        access.require(Permission.MANAGE_MONEY, organization);
        return disputes.of(organization, Cursors.id(cursor), limit);
    }

    /** @throws NotFound also where the actor is no owner */
    public DisputeView dispute(UUID id) {
        DisputeView dispute = disputes.byId(id);
        access.require(Permission.MANAGE_MONEY, dispute.organization());
        return dispute;
    }

    public List<EvidenceItem> evidence(UUID dispute) {
        return rows.of(dispute(dispute).id());
    }

    /** Whether something can be said to it now, at its provider too. */
    public boolean canAnswer(DisputeView dispute) {
        return dispute.isOpen(clock.instant()) && delivery.takesEvidence(dispute);
    }

    /**
     * Keeps texts for later; an empty one is taken out.
     *
     * @throws InvalidInput at each field that is too long
     * @throws PaymentRefused.EvidenceClosed
     */
    public void write(UUID id, Map<Evidence, String> texts) {
        DisputeView dispute = open(id);
        InvalidInput.Gatherer problems = new InvalidInput.Gatherer();
        texts.forEach((field, text) ->
                problems.check(text.length() <= longest(field), Wire.name(field), "too_long", longest(field)));
        problems.orThrow();
        transaction.executeWithoutResult(status -> texts.forEach((field, text) -> {
            if (text.isBlank()) rows.remove(dispute, field);
            else rows.put(dispute, EvidenceItem.text(field, text.strip()));
        }));
    }

    private static int longest(Evidence field) {
        return switch (field.kind()) {
            case LINE -> Evidence.LONGEST_LINE;
            case TEXT -> Evidence.LONGEST_TEXT;
            case FILE -> 0;
        };
    }

    /**
     * Gives a file to the provider, to be part of the evidence, and keeps it. Slow, and outside any transaction.
     *
     * @throws InvalidInput at the field, when it is no PDF, PNG or JPEG, or all files together get too large
     * @throws io.marquee.media.MediaRefused.StoreDown
     * @throws PaymentRefused.ProviderDown
     * @throws PaymentRefused.EvidenceClosed
     */
    public void attach(UUID id, Evidence field, String name, byte[] content) {
        OutsideTransactions.require();
        DisputeView dispute = open(id);
        if (field.kind() != Evidence.Kind.FILE) {
            throw InvalidInput.at(Wire.name(field), "choice");
        }
        String type = EvidenceFiles.type(Wire.name(field), content);
        long others = rows.of(id).stream()
                .filter(item -> item.field() != field)
                .mapToLong(EvidenceItem::fileBytes)
                .sum();
        if (others + content.length > MOST_BYTES) {
            throw InvalidInput.at(Wire.name(field), "file_too_large", MOST_BYTES / 1_000_000.0);
        }
        String safe = EvidenceFiles.name(name, type);
        String ref = delivery.keep(dispute, field, safe, type, content);
        PrivateFile file = files.put(safe, type, content);
        transaction.executeWithoutResult(status -> {
            files.name(file, dispute.organization());
            forget(rows.put(dispute, new EvidenceItem(field, null, safe, content.length, ref, file.id())));
        });
    }

    private void forget(@Nullable UUID file) {
        if (file != null) files.remove(file);
    }

    /** Takes a file or a text out again. @throws NotFound */
    public void remove(UUID id, Evidence field) {
        DisputeView dispute = open(id);
        transaction.executeWithoutResult(status -> {
            List<@Nullable UUID> taken = rows.remove(dispute, field);
            if (taken.isEmpty()) throw new NotFound("page");
            taken.forEach(this::forget);
        });
    }

    /** The way to a file that was handed in. @throws NotFound also for what was uploaded before we kept any */
    public SignedLink file(UUID id, Evidence field) {
        return evidence(id).stream()
                .filter(item -> item.field() == field)
                .map(EvidenceItem::fileId)
                .filter(Objects::nonNull)
                .findFirst()
                .map(files::link)
                .orElseThrow(() -> new NotFound("page"));
    }

    /**
     * Hands it in: once, and for good. Where the provider does not answer, a job keeps at it.
     *
     * @throws InvalidInput when there is no evidence
     * @throws PaymentRefused.EvidenceClosed when it was handed in, or is too late
     * @throws PaymentRefused.EvidenceDenied when the provider does not take it: it can be changed then
     */
    public DisputeView submit(UUID id) {
        OutsideTransactions.require();
        DisputeView dispute = open(id);
        if (rows.of(id).isEmpty()) {
            throw InvalidInput.at(Wire.name(Evidence.MORE), "no_evidence");
        }
        delivery.submit(dispute);
        return dispute(id);
    }

    private DisputeView open(UUID id) {
        DisputeView dispute = dispute(id);
        if (!canAnswer(dispute)) {
            throw new PaymentRefused.EvidenceClosed();
        }
        return dispute;
    }
}
