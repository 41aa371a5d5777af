package io.marquee.payment;

import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;

/** Books of organizations' accounts beside those of charges: modules that keep some have them compared in the same run. */
public interface OtherBooks {

    /** The provider's ids of the accounts that have any; as the platform. */
    List<String> accounts(String provider);

    /**
     * Called outside of transactions, as the platform.
     *
     * @param until exclusive
     * @throws io.marquee.payment.provider.ProviderUnreachable when it must be tried again
     */
    Covered compare(String provider, String account, Instant from, Instant until, Listing listing);

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
         * @param kind a word of payment.discrepancies
         * @param ref the provider's id of what it is about
         * @return whether it is new
         */
        boolean list(OrganizationId organization, String kind, String ref, Object expected, Object found);
    }
}
