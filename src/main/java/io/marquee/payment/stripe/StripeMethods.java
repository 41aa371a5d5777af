package io.marquee.payment.stripe;

import com.stripe.model.Customer.InvoiceSettings;
import com.stripe.model.PaymentMethod;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.EphemeralKeyCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import io.marquee.kernel.NotFound;
import io.marquee.payment.provider.SavedMethods;
import io.marquee.platform.config.Settings.Stripe;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stripe's customers and the methods that they keep there. */
@Component
class StripeMethods implements SavedMethods {
    private static final long MOST = 100;

    private final StripeApi api;

    StripeMethods(StripeApi api) {
        this.api = api;
    }

    @Override
    public Customer register(String key, @Nullable String account, String name, String email) {
        CustomerCreateParams params =
                CustomerCreateParams.builder().setName(name).setEmail(email).build();
        return new Customer(
                api.ask(stripe -> stripe.v1().customers().create(params, api.once(key, account)))
                        .getId(),
                account);
    }

    @Override
    public List<Method> of(Customer customer) {
        com.stripe.model.Customer known =
                ask(stripe -> stripe.v1().customers().retrieve(customer.id(), api.reading(customer.account())));
        if (Boolean.TRUE.equals(known.getDeleted())) throw new CustomerGone(customer.id() + " was deleted", null);
        InvoiceSettings settings = known.getInvoiceSettings();
        String standard = settings == null ? null : settings.getDefaultPaymentMethod();
        CustomerPaymentMethodListParams params =
                CustomerPaymentMethodListParams.builder().setLimit(MOST).build();
        return ask(stripe -> stripe.v1()
                        .customers()
                        .paymentMethods()
                        .list(customer.id(), params, api.reading(customer.account()))
                        .getData())
                .stream()
                .map(method -> method(method, method.getId().equals(standard)))
                .toList();
    }

    private static Method method(PaymentMethod method, boolean standard) {
        PaymentMethod.Card card = method.getCard();
        if (card != null) {
            String expires = "%04d-%02d".formatted(card.getExpYear(), card.getExpMonth());
            return new Method(method.getId(), method.getType(), card.getBrand(), card.getLast4(), expires, standard);
        }
        String last4 =
                method.getSepaDebit() == null ? null : method.getSepaDebit().getLast4();
        return new Method(method.getId(), method.getType(), null, last4, null, standard);
    }

    @Override
    public String setUp(String key, Customer customer, String returnUrl) {
        SessionCreateParams params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SETUP)
                .setCustomer(customer.id())
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setSuccessUrl(returnUrl)
                .setCancelUrl(returnUrl)
                .build();
        return ask(stripe -> stripe.v1().checkout().sessions().create(params, api.once(key, customer.account())))
                .getUrl();
    }

    @Override
    public void makeStandard(Customer customer, String method) {
        requireOwn(customer, method);
        CustomerUpdateParams params = CustomerUpdateParams.builder()
                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                        .setDefaultPaymentMethod(method)
                        .build())
                .build();
        api.ask(stripe -> stripe.v1().customers().update(customer.id(), params, api.reading(customer.account())));
    }

    @Override
    public void remove(Customer customer, String method) {
        requireOwn(customer, method);
        api.ask(stripe -> stripe.v1().paymentMethods().detach(method, api.reading(customer.account())));
    }

    /** Stripe would take any method of the account: whose it is, is for us to ask. */
    private void requireOwn(Customer customer, String method) {
        try {
            PaymentMethod known = api.ask(stripe -> stripe.v1()
                    .customers()
                    .paymentMethods()
                    .retrieve(customer.id(), method, api.reading(customer.account())));
            if (customer.id().equals(known.getCustomer())) return;
        } catch (StripeRefusal unknown) {
            throw new NotFound("payment_method");
        }
        throw new NotFound("payment_method");
    }

    @Override
    public @Nullable Sheet sheet(Customer customer) {
        Stripe settings = api.settings();
        if (settings == null || settings.publishableKey() == null) return null;
        EphemeralKeyCreateParams params = EphemeralKeyCreateParams.builder()
                .setCustomer(customer.id())
                .setStripeVersion(com.stripe.Stripe.API_VERSION)
                .build();
        String key = ask(stripe -> stripe.v1().ephemeralKeys().create(params, api.reading(customer.account())))
                .getSecret();
        return new Sheet(key, settings.publishableKey());
    }

    /** Asks something about a customer whom we know of. @param <T> what Stripe answers */
    private <T> T ask(StripeApi.Question<T> question) {
        try {
            return api.ask(question);
        } catch (StripeRefusal refusal) {
            throw refusal.isOfGoneCustomer() ? new CustomerGone(refusal.words(), refusal) : refusal;
        }
    }
}
