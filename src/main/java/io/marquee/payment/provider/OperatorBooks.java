package io.marquee.payment.provider;

import io.marquee.kernel.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What moves in the operator's own account at a provider beside charges. Like the provider itself never called inside a transaction; every
 * call may throw {@link ProviderUnreachable}.
 */
public interface OperatorBooks {

    /** To the operator's bank, newest first. @param cursor of the slice before; null for the newest */
    Slice<PayoutFact> ownPayouts(@Nullable String cursor, int limit);

    /** What the provider took by itself, newest first. @param cursor likewise */
    Slice<TransactionFact> ownFees(@Nullable String cursor, int limit);
}
