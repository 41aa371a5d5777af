package io.marquee.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.EphemeralKey;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.EphemeralKeyCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.SetupIntentCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buyers whom Stripe knows again, as its own library reads them. */
class PeopleContractTest {
    private FakeStripe fake;
    private StripeClient stripe;
    private Customer ada;

    @BeforeEach
    void start() throws StripeException {
        fake = FakeStripe.start();
        stripe = Clients.of(fake);
        ada = stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("ada@example.org")
                        .setName("Ada")
                        .build());
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void a_method_is_kept_made_the_first_and_removed() throws StripeException {
        PaymentMethod card = stripe.v1()
                .paymentMethods()
                .attach(
                        TestCard.GOOD.token(),
                        PaymentMethodAttachParams.builder()
                                .setCustomer(ada.getId())
                                .build());
        assertThat(card.getCard().getLast4()).isEqualTo("4242");
        stripe.v1()
                .customers()
                .update(
                        ada.getId(),
                        CustomerUpdateParams.builder()
                                .setInvoiceSettings(CustomerUpdateParams.InvoiceSettings.builder()
                                        .setDefaultPaymentMethod(card.getId())
                                        .build())
                                .build());
        assertThat(stripe.v1()
                        .customers()
                        .retrieve(ada.getId())
                        .getInvoiceSettings()
                        .getDefaultPaymentMethod())
                .isEqualTo(card.getId());
        PaymentMethodListParams hers =
                PaymentMethodListParams.builder().setCustomer(ada.getId()).build();
        assertThat(stripe.v1().paymentMethods().list(hers).getData()).hasSize(1);
        stripe.v1().paymentMethods().detach(card.getId());
        assertThat(stripe.v1().paymentMethods().list(hers).getData()).isEmpty();
    }

    @Test
    void a_method_is_set_up_and_charged_while_its_owner_is_away() throws StripeException {
        SetupIntent setup = stripe.v1()
                .setupIntents()
                .create(SetupIntentCreateParams.builder()
                        .setCustomer(ada.getId())
                        .build());
        assertThat(setup.getClientSecret()).startsWith(setup.getId());
        fake.confirm(setup.getId(), TestCard.SECURE_UNLESS_KEPT);
        assertThat(stripe.v1().setupIntents().retrieve(setup.getId()).getStatus())
                .isEqualTo("requires_action");
        fake.authenticate(setup.getId(), true);
        SetupIntent done = stripe.v1().setupIntents().retrieve(setup.getId());
        assertThat(done.getStatus()).isEqualTo("succeeded");

        PaymentIntent paid = stripe.v1().paymentIntents().create(away(done.getPaymentMethod()));
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThatThrownBy(() -> stripe.v1().paymentIntents().create(away(TestCard.SECURE_ALWAYS.token())))
                .isInstanceOfSatisfying(
                        CardException.class, e -> assertThat(e.getCode()).isEqualTo("authentication_required"));
    }

    @Test
    void a_phone_gets_a_key_for_one_customer() throws StripeException {
        EphemeralKey key = stripe.v1()
                .ephemeralKeys()
                .create(EphemeralKeyCreateParams.builder()
                        .setCustomer(ada.getId())
                        .setStripeVersion("2020-08-27")
                        .build());
        assertThat(key.getSecret()).startsWith("ek_test_");
    }

    @Test
    void somebody_who_is_deleted_is_gone() throws StripeException {
        stripe.v1().customers().delete(ada.getId());
        assertThat(stripe.v1().customers().retrieve(ada.getId()).getDeleted()).isTrue();
        assertThat(stripe.v1().customers().list().getData()).isEmpty();
    }

    private PaymentIntentCreateParams away(String method) {
        return PaymentIntentCreateParams.builder()
                .setAmount(4800L)
                .setCurrency("eur")
                .setCustomer(ada.getId())
                .setPaymentMethod(method)
                .setOffSession(true)
                .setConfirm(true)
                .build();
    }
}
