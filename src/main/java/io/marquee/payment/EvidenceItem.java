package io.marquee.payment;

import io.marquee.payment.provider.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence: a text, or a file that the provider keeps.
 *
 * @param fileBytes 0 for a text
 * @param fileRef the provider's id of the file
 */
public record EvidenceItem(
        Evidence field,
        @Nullable String text,
        @Nullable String fileName,
        long fileBytes,
        @Nullable String fileRef) {}
