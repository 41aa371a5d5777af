package io.marquee.payment.sandbox;

import io.marquee.payment.provider.SavedMethods;
import io.marquee.payment.sandbox.SandboxCards.KeptCard;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Our side of the cards that the sandbox keeps. */
@Component
class SandboxMethods implements SavedMethods {
    private final SandboxCards cards;
    private final Settings settings;
    private final Acting acting;

    SandboxMethods(SandboxCards cards, Settings settings, Acting acting) {
        this.cards = cards;
        this.settings = settings;
        this.acting = acting;
    }

    @Override
    public Customer register(String key, @Nullable String account, String name, String email) {
        return new Customer(acting.asPlatform(() -> cards.register(key, account, name, email)), account);
    }

    @Override
    public List<Method> of(Customer customer) {
        return acting.asPlatform(() -> cards.of(customer.id())).stream()
                .map(SandboxMethods::method)
                .toList();
    }

    private static Method method(KeptCard kept) {
        String number = kept.card().number();
        String last4 = number.substring(number.length() - 4);
        return new Method(kept.id(), "card", "visa", last4, kept.expires(), kept.standard());
    }

    @Override
    public String setUp(String key, Customer customer, String returnUrl) {
        return settings.baseUrl() + "/sandbox/setup/"
                + acting.asPlatform(() -> cards.setUp(key, customer.id(), returnUrl));
    }

    @Override
    public void makeStandard(Customer customer, String method) {
        acting.asPlatform(() -> cards.makeStandard(customer.id(), method));
    }

    @Override
    public void remove(Customer customer, String method) {
        acting.asPlatform(() -> cards.remove(customer.id(), method));
    }
}
