package io.marquee.payment.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Methods of payment that a provider keeps for a person. What is kept in one account's books opens nothing in another's.
 * Called as a {@link PaymentProvider} is: never inside a transaction, and any call may throw {@link ProviderUnreachable}
 * or {@link ProviderDenied}; any that names a customer {@link CustomerGone}.
 */
public interface SavedMethods {

    /**
     * A person in a provider's books.
     *
     * @param id the provider's
     * @param account whose books: an organization's account, or null for the operator's own
     */
    record Customer(String id, @Nullable String account) {}

    /**
     * A method that is kept.
     *
     * @param id the provider's
     * @param kind the provider's word, such as {@code card} or {@code sepa_debit}
     * @param brand such as {@code visa}; null where the kind has none
     * @param last4 the end of its number; null where it has none
     * @param expires its last month, such as {@code 2027-03}; null where it does not run out
     * @param standard whether it is offered first
     */
    record Method(
            String id,
            String kind,
            @Nullable String brand,
            @Nullable String last4,
            @Nullable String expires,
            boolean standard) {}

    /**
     * What a mobile app needs to draw the provider's own sheet over one charge.
     *
     * @param customerKey opens this customer's methods to the app, for a short time
     * @param publishableKey says whose sheet it is
     */
    record Sheet(String customerKey, String publishableKey) {}

    /** The provider no longer knows this customer, such as after somebody deleted them in its dashboard. */
    final class CustomerGone extends ProviderDenied {
        public CustomerGone(String why, @Nullable Throwable cause) {
            super(why, cause);
        }

        @Override
        public String code() {
            return CUSTOMER_GONE;
        }
    }

    /** The failure code of a charge that was asked for in the name of such a customer. */
    String CUSTOMER_GONE = "customer_gone";

    /** Makes a customer, or answers the one that the same key made. */
    Customer register(String key, @Nullable String account, String name, String email);

    List<Method> of(Customer customer);

    /** Has the person add a method without buying anything. @return the address of the provider's page for it */
    String setUp(String key, Customer customer, String returnUrl);

    /** @throws io.marquee.kernel.NotFound when it is none of this customer's */
    void makeStandard(Customer customer, String method);

    /** Forgets it. @throws io.marquee.kernel.NotFound when it is none of this customer's */
    void remove(Customer customer, String method);

    /** @return null where it has no sheet for apps */
    default @Nullable Sheet sheet(Customer customer) {
        return null;
    }
}
