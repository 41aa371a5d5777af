package io.marquee.payment;

import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.NotFound;
import io.marquee.payment.provider.Charging;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.provider.SavedMethods;
import io.marquee.payment.provider.SavedMethods.Customer;
import io.marquee.payment.provider.SavedMethods.CustomerGone;
import io.marquee.platform.tenancy.Acting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The methods of payment that providers keep for whoever is signed in: in the operator's books and in those of each
 * organization that has books of its own, shown as one list. Every call asks providers; none runs inside a transaction.
 */
@Component
public class PaymentMethods {
    private final Providers providers;
    private final Customers customers;
    private final ChargeAccounts accounts;
    private final People people;
    private final Access access;
    private final Acting acting;

    PaymentMethods(
            Providers providers,
            Customers customers,
            ChargeAccounts accounts,
            People people,
            Access access,
            Acting acting) {
        this.providers = providers;
        this.customers = customers;
        this.accounts = accounts;
        this.people = people;
        this.access = access;
        this.acting = acting;
    }

    /**
     * All that is kept, and whether that is all of it.
     *
     * @param missing the providers that do not show all of theirs now
     */
    public record Mine(List<PaymentMethodView> methods, List<String> missing) {}

    /** @throws io.marquee.kernel.Unauthenticated */
    public Mine mine() {
        OutsideTransactions.require();
        List<PaymentMethodView> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (CustomerRows.Row row : rows()) {
            try {
                found.addAll(of(row));
            } catch (CustomerGone gone) {
                customers.forget(row);
            } catch (ProviderUnreachable | ProviderDenied unavailable) {
                if (!missing.contains(row.provider())) missing.add(row.provider());
            }
        }
        return new Mine(found, missing);
    }

    private List<CustomerRows.Row> rows() {
        return customers.of(access.personId());
    }

    private List<PaymentMethodView> of(CustomerRows.Row row) {
        SavedMethods kept = providers.named(row.provider()).savedMethods();
        Customer customer = row.known();
        if (kept == null || customer == null) return List.of();
        return kept.of(customer).stream()
                .map(method -> PaymentMethodView.of(
                        row.id(), row.provider(), row.account() == null ? null : owner(row), method))
                .toList();
    }

    private io.marquee.kernel.@Nullable OrganizationId owner(CustomerRows.Row row) {
        String account = Objects.requireNonNull(row.account());
        return acting.asPlatform(() -> accounts.owner(row.provider(), account).orElse(null));
    }

    /**
     * The providers at which a method can be kept without buying anything: those that keep the operator's books. With the
     * others a method is kept while paying, since each organization has books of its own there.
     */
    public List<String> canSetUp() {
        return providers.all().stream()
                .filter(PaymentProvider::offered)
                .filter(provider -> provider.savedMethods() != null
                        && (provider.charging() != Charging.DIRECT || !provider.requiresAccount()))
                .map(PaymentProvider::name)
                .toList();
    }

    /**
     * Has the person add a method.
     *
     * @param returnUrl absolute: where the provider's page sends the person back
     * @return the address of the provider's page
     * @throws PaymentRefused when it does not answer, or keeps none
     */
    public String setUp(String provider, String returnUrl) {
        OutsideTransactions.require();
        PersonView me = people.me();
        if (!canSetUp().contains(provider)) throw new PaymentRefused.UnknownProvider(provider);
        PaymentProvider through = providers.named(provider);
        try {
            return setUp(through, me, returnUrl);
        } catch (ProviderUnreachable | ProviderDenied unavailable) {
            throw new PaymentRefused.ProviderDown(provider);
        }
    }

    private String setUp(PaymentProvider through, PersonView me, String returnUrl) {
        SavedMethods kept = Objects.requireNonNull(through.savedMethods());
        Customer customer = new Customer(customers.known(through, me, null), null);
        try {
            return kept.setUp("setup-" + UUID.randomUUID(), customer, returnUrl);
        } catch (CustomerGone gone) {
            customers.forget(me.id(), through.name(), null, customer.id());
            Customer another = new Customer(customers.known(through, me, null), null);
            return kept.setUp("setup-" + UUID.randomUUID(), another, returnUrl);
        }
    }

    /**
     * Offers this one first.
     *
     * @param customer and {@code method} as in {@link PaymentMethodView}
     * @throws NotFound when it is none of the person's
     * @throws PaymentRefused.ProviderDown
     */
    public void makeStandard(UUID customer, String method) {
        with(customer, (kept, known) -> kept.makeStandard(known, method));
    }

    /**
     * Forgets this one.
     *
     * @throws NotFound when it is none of the person's
     * @throws PaymentRefused.ProviderDown
     */
    public void remove(UUID customer, String method) {
        with(customer, (kept, known) -> kept.remove(known, method));
    }

    private void with(UUID customer, BiConsumer<SavedMethods, Customer> work) {
        OutsideTransactions.require();
        CustomerRows.Row row = rows().stream()
                .filter(one -> one.id().equals(customer))
                .findFirst()
                .orElseThrow(() -> new NotFound("payment_method"));
        SavedMethods kept = providers.named(row.provider()).savedMethods();
        Customer known = row.known();
        if (kept == null || known == null) throw new NotFound("payment_method");
        try {
            work.accept(kept, known);
        } catch (CustomerGone gone) {
            customers.forget(row);
            throw new NotFound("payment_method");
        } catch (ProviderUnreachable | ProviderDenied unavailable) {
            throw new PaymentRefused.ProviderDown(row.provider());
        }
    }
}
