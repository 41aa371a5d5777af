package io.marquee.payment;

import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books of accounts, organizations' and the operator's own, beside those of charges: modules that keep some have them compared in the same run. */
public interface OtherBooks {

    /** The provider's ids of organizations' accounts that have any; as the platform. */
    List<String> accounts(String provider);

    /**
     * Called outside of transactions, as the platform.
     *
     * @param account null for the operator's own
     * @param until exclusive
     * @throws io.marquee.payment.provider.ProviderUnreachable when it must be tried again
     */
    Covered compare(String provider, @Nullable String account, Instant from, Instant until, Listing listing);

    /**
     * What was seen of each at the provider.
     *
     * @param repaired differences that are none any more
     * @param found what was new to look at for a person
     */
    record Covered(int payouts, int transfers, int fees, int repaired, int found) {
        public static final Covered NOTHING = new Covered(0, 0, 0, 0, 0);

        public Covered plus(Covered other) {
            return new Covered(
                    payouts + other.payouts,
                    transfers + other.transfers,
                    fees + other.fees,
                    repaired + other.repaired,
                    found + other.found);
        }
    }

    /** Keeps what a person has to look at. */
    interface Listing {
        /**
         * @param organization null for what is the operator's
         * @param kind a word of payment.discrepancies
         * @param ref the provider's id of what it is about
         * @return whether it is new
         */
        boolean list(@Nullable OrganizationId organization, String kind, String ref, Object expected, Object found);
    }
}
