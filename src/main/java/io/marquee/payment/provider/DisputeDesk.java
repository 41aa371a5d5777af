package io.marquee.payment.provider;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a seller answers a dispute. Like the provider itself never called inside a transaction; every call may throw
 * {@link ProviderUnreachable}.
 */
public interface DisputeDesk {

    /** What it takes. */
    @FromMemory
    Set<Evidence> takes();

    /** @throws io.marquee.kernel.NotFound */
    Standing dispute(DisputeRef ref);

    /** Keeps a file there. @return the provider's id of it */
    String upload(EvidenceFile file);

    /**
     * Hands the evidence in, once and for good; asked again with the same key it does nothing new.
     *
     * @throws EvidenceDenied where it is too late, or was handed in before
     */
    Standing submit(Answer answer);

    /** @param account whose books: the organization's account at the provider, or null for the operator's own */
    record DisputeRef(String id, @Nullable String account) {}

    /**
     * How a dispute stands.
     *
     * @param reference our payment's id; null where the charge is none of ours
     * @param answered whether evidence was handed in
     */
    record Standing(ChargeFact.Dispute dispute, @Nullable String reference, boolean answered) {}

    /**
     * @param key idempotency key, the same each time this is asked
     * @param type a media type that was found by looking: {@code image/png}, {@code image/jpeg} or {@code application/pdf}
     */
    record EvidenceFile(String key, @Nullable String account, String name, String type, byte[] content) {}

    /**
     * @param key idempotency key, the same each time this is asked
     * @param texts what was written
     * @param files the provider's ids of files that were kept there
     */
    record Answer(String key, DisputeRef dispute, Map<Evidence, String> texts, Map<Evidence, String> files) {}

    /** It does not take the evidence. */
    final class EvidenceDenied extends RuntimeException {
        /** @param why the provider's words, for people */
        public EvidenceDenied(String why) {
            super(why);
        }
    }
}
