package io.marquee.payment;

import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.provider.SavedMethods;
import io.marquee.payment.provider.SavedMethods.Customer;
import io.marquee.payment.provider.SavedMethods.CustomerGone;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a person who is signed in can pay an organization with, without typing anything. */
@Component
public class KeptMethods {
    /** Nobody who wants to pay waits longer for what would only spare them some typing. */
    private static final Duration A_LOOK = Duration.ofSeconds(2);

    private final Providers providers;
    private final ProviderChoices choices;
    private final Terms terms;
    private final Customers customers;
    private final Acting acting;
    private final Clock clock;

    KeptMethods(
            Providers providers,
            ProviderChoices choices,
            Terms terms,
            Customers customers,
            Acting acting,
            Clock clock) {
        this.providers = providers;
        this.choices = choices;
        this.terms = terms;
        this.customers = customers;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * The one that is offered first comes first. Those that have run out are missing, and all of a provider that does not
     * answer now. Asks providers, so never inside a transaction.
     *
     * @return none for whoever is not signed in
     */
    public List<PaymentMethodView> paying(OrganizationId organization) {
        OutsideTransactions.require();
        return Acting.current() instanceof Actor.Person person ? soon(person.person(), organization) : List.of();
    }

    private List<PaymentMethodView> soon(PersonId person, OrganizationId organization) {
        FutureTask<List<PaymentMethodView>> look = Patience.begin("kept", () -> all(person, organization));
        try {
            return look.get(A_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        }
    }

    private List<PaymentMethodView> all(PersonId person, OrganizationId organization) {
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        return rows(person, organization).stream()
                .flatMap(this::of)
                .filter(method -> method.expires() == null
                        || !YearMonth.parse(method.expires()).isBefore(now))
                .sorted(Comparator.comparing(PaymentMethodView::standard).reversed())
                .toList();
    }

    /** In the books that the organization's charges go to: what is kept in others opens nothing there. */
    private List<CustomerRows.Row> rows(PersonId person, OrganizationId organization) {
        return acting.asSystem(organization, () -> choices.offered(organization)).stream()
                .flatMap(provider -> customers
                        .row(
                                person,
                                provider,
                                acting.asSystem(organization, () -> terms.account(organization, provider)))
                        .stream())
                .toList();
    }

    private Stream<PaymentMethodView> of(CustomerRows.Row row) {
        SavedMethods kept = providers.named(row.provider()).savedMethods();
        Customer customer = row.known();
        if (kept == null || customer == null) return Stream.of();
        try {
            return kept.of(customer).stream()
                    .map(method -> PaymentMethodView.of(row.id(), row.provider(), null, method));
        } catch (CustomerGone gone) {
            customers.forget(row);
            return Stream.of();
        } catch (ProviderUnreachable | ProviderDenied unavailable) {
            return Stream.of();
        }
    }
}
