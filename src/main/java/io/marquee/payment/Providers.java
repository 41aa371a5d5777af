package io.marquee.payment;

import io.marquee.payment.provider.PaymentProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The providers that this installation knows, each behind {@link OutsideTransactions}. */
@Component
class Providers {
    private final Map<String, PaymentProvider> byName = new TreeMap<>();
    private final ProviderLines lines;

    Providers(List<PaymentProvider> providers, ProviderLines lines) {
        this.lines = lines;
        providers.forEach(provider ->
                byName.put(provider.name(), OutsideTransactions.around(provider, lines.to(provider.name()))));
    }

    Collection<PaymentProvider> all() {
        return byName.values();
    }

    /** For what was started before. @throws PaymentRefused.UnknownProvider */
    PaymentProvider named(String name) {
        PaymentProvider provider = byName.get(name);
        if (provider == null) {
            throw new PaymentRefused.UnknownProvider(name);
        }
        return provider;
    }

    /** For what is to be started. @throws PaymentRefused.UnknownProvider also where it is switched off */
    PaymentProvider offered(String name) {
        PaymentProvider provider = named(name);
        if (!provider.offered()) {
            throw new PaymentRefused.UnknownProvider(name);
        }
        return provider;
    }

    /** Whether it is not asked for the moment, since most calls to it came to nothing. */
    boolean isDown(String name) {
        return lines.to(name).isClosed();
    }

    List<String> offered() {
        return byName.values().stream()
                .filter(PaymentProvider::offered)
                .map(PaymentProvider::name)
                .toList();
    }
}
