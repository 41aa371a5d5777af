package io.marquee.payment;

import io.marquee.payment.provider.Evidence;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence: a text, or a file that the provider keeps, and we do.
 *
 * @param fileBytes 0 for a text
 * @param fileRef the provider's id of the file
 * @param fileId ours; null for what was uploaded before we kept any
 */
public record EvidenceItem(
        Evidence field,
        @Nullable String text,
        @Nullable String fileName,
        long fileBytes,
        @Nullable String fileRef,
        @Nullable UUID fileId) {

    static EvidenceItem text(Evidence field, String text) {
        return new EvidenceItem(field, text, null, 0, null, null);
    }
}
