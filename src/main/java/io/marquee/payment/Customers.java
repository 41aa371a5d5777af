package io.marquee.payment;

import io.marquee.identity.PersonView;
import io.marquee.kernel.PersonId;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.SavedMethods;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * People in providers' books: one entry in each books, the operator's and those of every organization that has its own.
 * The row is there before the provider is asked, so that it is asked under one key.
 */
@Component
class Customers {
    private final CustomerRows rows;
    private final Acting acting;

    Customers(CustomerRows rows, Acting acting) {
        this.rows = rows;
        this.acting = acting;
    }

    /** What the provider calls the person; made known to it, if they are not yet. Calls the provider. */
    String known(PaymentProvider provider, PersonView person, @Nullable String account) {
        OutsideTransactions.require();
        CustomerRows.Row row = acting.asPlatform(() -> rows.opened(person.id(), provider.name(), account));
        if (row.customer() != null) return row.customer();
        SavedMethods methods = Objects.requireNonNull(provider.savedMethods());
        String customer = methods.register(
                        "customer-" + row.id(),
                        account,
                        person.name(),
                        person.email().value())
                .id();
        acting.asPlatform(() -> rows.named(row.id(), customer));
        return customer;
    }

    /** What the provider calls the person; null where it does not know them. */
    @Nullable
    String find(PersonId person, String provider, @Nullable String account) {
        return row(person, provider, account).map(CustomerRows.Row::customer).orElse(null);
    }

    /** Where the provider knows the person. */
    Optional<CustomerRows.Row> row(PersonId person, String provider, @Nullable String account) {
        return acting.asPlatform(() -> rows.row(person, provider, account).stream()
                .filter(row -> row.customer() != null)
                .findFirst());
    }

    /** The provider no longer knows them. */
    void forget(CustomerRows.Row row) {
        String customer = row.customer();
        if (customer != null) acting.asPlatform(() -> rows.forget(row.id(), customer));
    }

    void forget(PersonId person, String provider, @Nullable String account, String customer) {
        row(person, provider, account)
                .filter(row -> customer.equals(row.customer()))
                .ifPresent(this::forget);
    }

    /** Wherever the person is known. */
    List<CustomerRows.Row> of(PersonId person) {
        return acting.asPlatform(() -> rows.of(person));
    }
}
