package io.marquee.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.payment.PaymentMethodView;
import io.marquee.payment.PaymentMethods;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.Payments.Way;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cards that the sandbox keeps for a person. */
@PaymentTest
class SandboxCardsTest {
    @Autowired
    private Payments payments;

    @Autowired
    private PaymentMethods methods;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private People identity;

    @Autowired
    private Settings settings;

    @Autowired
    private Acting acting;

    private PersonId ada;

    @BeforeEach
    void begin() {
        ada = people.person("Ada Lind");
    }

    @Test
    void a_card_is_kept_by_whoever_wants_it_and_pays_the_next_time() {
        keepWhilePaying(PaymentFixture.GOOD_CARD);

        assertThat(mine()).singleElement().satisfies(kept -> {
            assertThat(kept.brand()).isEqualTo("visa");
            assertThat(kept.last4()).isEqualTo("4242");
            assertThat(kept.expires()).isEqualTo("2040-12");
            assertThat(kept.standard()).isTrue();
        });
        assertThat(pay(ada, mine().getFirst()).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void a_card_whose_bank_asks_is_kept_once_it_has_agreed_and_is_asked_about_again() {
        Visitor visitor = Visitor.of(settings.baseUrl());
        String page = keepWhilePaying(PaymentFixture.CAREFUL_CARD);
        assertThat(mine()).isEmpty();
        visitor.post(page + "/authentication", "approved", "true");

        PaymentView asked = pay(ada, mine().getFirst());

        assertThat(asked.state()).isEqualTo(PaymentState.REQUIRES_ACTION);
        assertThat(Objects.requireNonNull(asked.nextAction()).url()).endsWith("/authentication");
    }

    @Test
    void a_card_that_was_declined_or_that_nobody_wants_kept_is_not() {
        keepWhilePaying(PaymentFixture.DECLINED_CARD);
        payments.start(fixture.due(), new Way("sandbox", PaymentFixture.GOOD_CARD, false, person(ada), false, false));

        assertThat(mine()).isEmpty();
    }

    @Test
    void one_is_added_without_buying_one_is_offered_first_and_one_is_removed() {
        keepWhilePaying(PaymentFixture.GOOD_CARD);
        setUp(PaymentFixture.DECLINED_CARD);
        assertThat(mine()).hasSize(1);
        setUp(PaymentFixture.POOR_CARD);
        PaymentMethodView added = mine().getLast();
        assertThat(added.last4()).isEqualTo("9995");
        assertThat(added.standard()).isFalse();

        act(() -> methods.makeStandard(added.customer(), added.method()));
        assertThat(mine().getFirst().method()).isEqualTo(added.method());
        act(() -> methods.remove(added.customer(), added.method()));
        assertThat(mine()).singleElement().extracting(PaymentMethodView::last4).isEqualTo("4242");
    }

    @Test
    void nobody_pays_with_or_touches_the_card_of_somebody_else() {
        keepWhilePaying(PaymentFixture.GOOD_CARD);
        PersonId tom = people.person("Tom Sá");

        assertThat(pay(tom, mine().getFirst()).failureCode()).isEqualTo("method_gone");
        assertThatThrownBy(() -> acting.as(people.actor(tom), () -> {
                    methods.remove(
                            mine().getFirst().customer(), mine().getFirst().method());
                    return true;
                }))
                .isInstanceOf(NotFound.class);
        assertThat(mine()).hasSize(1);
    }

    /** @return the path of the page on which it was typed */
    private String keepWhilePaying(String card) {
        PaymentView open = payments.start(fixture.due(), new Way("sandbox", null, false, person(ada), true, false));
        String page = path(
                Objects.requireNonNull(Objects.requireNonNull(open.nextAction()).url()));
        Visitor visitor = Visitor.of(settings.baseUrl());
        assertThat(visitor.get(page).body()).contains("has this card kept");
        visitor.post(page, "cardNumber", card, "expiry", "12/40", "cvc", "123");
        return page;
    }

    private void setUp(String card) {
        String page =
                path(acting.as(people.actor(ada), () -> methods.setUp("sandbox", settings.baseUrl() + "/account")));
        Visitor.of(settings.baseUrl()).post(page, "cardNumber", card, "expiry", "01/41", "cvc", "123");
    }

    private PaymentView pay(PersonId person, PaymentMethodView kept) {
        return payments.start(fixture.due(), new Way("sandbox", kept.method(), false, person(person), false, false));
    }

    private String path(String address) {
        return address.substring(settings.baseUrl().toString().length());
    }

    private void act(Runnable work) {
        acting.as(people.actor(ada), () -> {
            work.run();
            return true;
        });
    }

    private List<PaymentMethodView> mine() {
        return acting.as(people.actor(ada), () -> methods.mine().methods());
    }

    private PersonView person(PersonId person) {
        return Objects.requireNonNull(identity.byIds(List.of(person)).get(person));
    }
}
