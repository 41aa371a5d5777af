package io.marquee.payment;

import io.marquee.payment.provider.PaymentProvider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The providers that this installation knows, each behind {@link OutsideTransactions}. */
@Component
class Providers {
    private final Map<String, PaymentProvider> byName = new TreeMap<>();

    Providers(List<PaymentProvider> providers) {
        providers.forEach(provider -> byName.put(provider.name(), new OutsideTransactions(provider)));
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

    List<String> offered() {
        return byName.values().stream()
                .filter(PaymentProvider::offered)
                .map(PaymentProvider::name)
                .toList();
    }
}
