package io.marquee.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.payment.PaymentForms;
import io.marquee.payment.PaymentMethodView;
import io.marquee.payment.PaymentMethods;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.PaymentSheet;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.Payments.Way;
import io.marquee.platform.tenancy.Acting;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.Faults;
import io.marquee.stripe.TestCard;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.StripeFixture;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cards that Stripe keeps for a person. */
@MarqueeTest(settings = FakeStripe.SETTING)
@PaymentTest
class StripeMethodsTest {
    @Autowired
    private Payments payments;

    @Autowired
    private PaymentForms forms;

    @Autowired
    private PaymentMethods methods;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private StripeFixture stripe;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private People identity;

    @Autowired
    private Acting acting;

    private PersonId ada;

    @BeforeEach
    void begin() {
        stripe.calm();
        ada = people.person("Ada Lind");
    }

    @Test
    void a_card_that_is_kept_while_paying_is_listed_and_pays_the_next_time() {
        pay(keeping());
        PaymentMethodView kept = mine().getFirst();
        assertThat(kept.brand()).isEqualTo("visa");
        assertThat(kept.last4()).isEqualTo("4242");

        Payments.Due due = fixture.due();
        PaymentView paid = payments.start(due, new Way("stripe", kept.method(), false, view(ada), false, false));

        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    /** Such an error is saved under its key and says nothing about the money. */
    @Test
    void what_a_kept_card_paid_while_stripe_broke_is_found() {
        pay(keeping());
        PaymentMethodView kept = mine().getFirst();
        Payments.Due due = fixture.due();
        stripe.fake().webhooks().hold();
        stripe.fake().faults().nextWrites(Faults.Call.ERROR_AFTER);

        try {
            payments.start(due, new Way("stripe", kept.method(), false, view(ada), false, false));
        } catch (PaymentRefused.ProviderDown down) {
            // nobody knows what happened
        }

        await().until(() -> acting.asSystem(due.organization(), () -> payments.ofOrder(due.order())).stream()
                .anyMatch(payment -> payment.state() == PaymentState.SUCCEEDED));
    }

    @Test
    void nothing_is_kept_of_whoever_did_not_ask_for_it() {
        pay(new Way("stripe", null, true, view(ada), false, false));

        assertThat(mine()).isEmpty();
    }

    @Test
    void a_card_is_added_on_stripes_page_without_buying_anything() {
        String page = acting.as(people.actor(ada), () -> methods.setUp("stripe", "http://localhost/account"));
        stripe.payOn(page, TestCard.GOOD_MASTERCARD);

        assertThat(mine()).singleElement().extracting(PaymentMethodView::brand).isEqualTo("mastercard");
    }

    @Test
    void one_is_offered_first_and_one_is_removed() {
        pay(keeping());
        pay(keeping());
        PaymentMethodView first = mine().getFirst();
        acting.as(people.actor(ada), () -> {
            methods.makeStandard(first.customer(), first.method());
            return true;
        });
        assertThat(mine()).filteredOn(PaymentMethodView::standard).hasSize(1);

        acting.as(people.actor(ada), () -> {
            methods.remove(first.customer(), first.method());
            return true;
        });
        assertThat(mine()).hasSize(1).noneMatch(method -> method.method().equals(first.method()));
    }

    @Test
    void nobody_touches_the_card_of_somebody_else() {
        pay(keeping());
        PaymentMethodView adas = mine().getFirst();
        PersonId tom = people.person("Tom Sá");

        assertThatThrownBy(() -> acting.as(people.actor(tom), () -> {
                    methods.remove(adas.customer(), adas.method());
                    return true;
                }))
                .isInstanceOf(NotFound.class);
        Payments.Due due = fixture.due();
        PaymentView stolen = payments.start(due, new Way("stripe", adas.method(), false, view(tom), false, false));
        assertThat(stolen.state()).isEqualTo(PaymentState.FAILED);
        assertThat(mine()).hasSize(1);
    }

    @Test
    void whoever_was_deleted_at_stripe_pays_and_keeps_a_card_as_somebody_new() {
        pay(keeping());
        PaymentMethodView lost = mine().getFirst();
        stripe.fake().deleteCustomer(email());

        Payments.Due due = fixture.due();
        PaymentView failed = payments.start(due, new Way("stripe", lost.method(), false, view(ada), false, false));
        assertThat(failed.failureCode()).isEqualTo("customer_gone");
        pay(keeping());
        stripe.fake().deleteCustomer(email());
        pay(keeping());

        assertThat(mine()).hasSize(1);
    }

    @Test
    void a_card_is_added_by_whoever_was_deleted_at_stripe() {
        pay(keeping());
        stripe.fake().deleteCustomer(email());
        String page = acting.as(people.actor(ada), () -> methods.setUp("stripe", "http://localhost/account"));
        stripe.payOn(page, TestCard.GOOD_MASTERCARD);
        assertThat(mine()).hasSize(1);

        stripe.fake().deleteCustomer(email());
        assertThat(mine()).isEmpty();
    }

    @Test
    void an_amount_that_stripe_cannot_count_is_refused_before_anything_is_stored() {
        Payments.Due due = fixture.due(Money.of(5124, "KWD"));

        assertThatThrownBy(() -> payments.start(due, keeping()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.field()).isEqualTo("amount")));

        assertThat(acting.asSystem(due.organization(), () -> payments.ofOrder(due.order())))
                .isEmpty();
    }

    @Test
    void an_app_is_told_what_the_sheet_needs() {
        pay(keeping());
        Payments.Due due = fixture.due();
        PaymentView open = payments.start(due, keeping());

        PaymentSheet sheet =
                Objects.requireNonNull(acting.asSystem(due.organization(), () -> forms.sheet(open.id(), view(ada))));

        assertThat(sheet.publishableKey()).isEqualTo(FakeStripe.PUBLISHABLE_KEY);
        assertThat(sheet.customer()).startsWith("cus_");
        assertThat(sheet.customerKey()).startsWith("ek_");
        assertThat(sheet.clientSecret()).contains("_secret_");
        assertThat(Objects.requireNonNull(acting.asSystem(due.organization(), () -> forms.sheet(open.id(), null)))
                        .customerKey())
                .isNull();
    }

    private Way keeping() {
        return new Way("stripe", null, true, view(ada), true, false);
    }

    private void pay(Way way) {
        Payments.Due due = fixture.due();
        PaymentView open = payments.start(due, way);
        stripe.payWithin(
                Objects.requireNonNull(Objects.requireNonNull(open.nextAction()).clientSecret()), TestCard.GOOD);
        await().until(
                        () -> acting.asSystem(due.organization(), () -> payments.refresh(open.id()))
                                .state(),
                        PaymentState.SUCCEEDED::equals);
    }

    private String email() {
        return view(ada).email().value();
    }

    private List<PaymentMethodView> mine() {
        return acting.as(people.actor(ada), () -> methods.mine().methods());
    }

    private PersonView view(PersonId person) {
        return Objects.requireNonNull(identity.byIds(List.of(person)).get(person));
    }
}
