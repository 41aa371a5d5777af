package io.marquee.payment;

import io.marquee.kernel.OrganizationId;
import io.marquee.payment.provider.SavedMethods;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A method of payment that a provider keeps for a person.
 *
 * @param customer and {@code method} name it together
 * @param organization whose purchases it can pay; null for those of everybody whose books the operator keeps
 * @param kind the provider's word, such as {@code card}
 * @param brand such as {@code visa}; null where the kind has none
 * @param last4 the end of its number; null where it has none
 * @param expires its last month, such as {@code 2027-03}; null where it does not run out
 * @param standard whether it is offered first
 */
public record PaymentMethodView(
        UUID customer,
        String method,
        String provider,
        @Nullable OrganizationId organization,
        String kind,
        @Nullable String brand,
        @Nullable String last4,
        @Nullable String expires,
        boolean standard) {

    /** A provider's word for people: "sepa_debit" is "Sepa debit". */
    public String name() {
        String word = brand == null ? kind : brand;
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).replace('_', ' ');
    }

    static PaymentMethodView of(
            UUID customer, String provider, @Nullable OrganizationId organization, SavedMethods.Method method) {
        return new PaymentMethodView(
                customer,
                method.id(),
                provider,
                organization,
                method.kind(),
                method.brand(),
                method.last4(),
                method.expires(),
                method.standard());
    }
}
