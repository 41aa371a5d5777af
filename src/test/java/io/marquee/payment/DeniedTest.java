package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.Money;
import io.marquee.payment.Payments.Way;
import io.marquee.payment.sandbox.FaultyProvider;
import io.marquee.payment.sandbox.FaultyProvider.Line;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A provider answers no, about what is under way: a person is told, and it is asked again ever more rarely. */
@PaymentTest
class DeniedTest {
    @Autowired
    private Payments payments;

    @Autowired
    private Followup followup;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private FaultyProvider faulty;

    @Autowired
    private Acting acting;

    private Payments.Due due;

    @BeforeEach
    void goodLine() {
        faulty.line(Line.GOOD);
        due = fixture.due();
    }

    @AfterEach
    void mend() {
        faulty.mend();
    }

    @Test
    void what_a_provider_does_not_say_is_listed_once_and_asked_for_again_later() {
        PaymentView open = payments.start(due, FaultyProvider.NAME, null);
        faulty.line(Line.DENIES);

        for (int i = 0; i < 2; i++) {
            assertThat(followup.payment(open.id())).isAfter(Instant.now().plus(Duration.ofSeconds(50)));
        }

        assertThat(listed(open)).extracting(DiscrepancyView::kind).containsExactly("denied");
        assertThat(asSystem(() -> payments.refresh(open.id()))).isEqualTo(open);
    }

    @Test
    void what_it_does_not_give_up_stays_as_it_is() {
        PaymentView open = payments.start(due, FaultyProvider.NAME, null);
        faulty.line(Line.DENIES);

        assertThatThrownBy(() -> asSystem(() -> payments.cancel(open.id()))).isInstanceOf(PaymentRefused.Denied.class);

        assertThat(listed(open)).hasSize(1);
        faulty.line(Line.GOOD);
        assertThat(asSystem(() -> payments.cancel(open.id())).state()).isEqualTo(PaymentState.CANCELLED);
    }

    @Test
    void what_it_does_not_take_of_reserved_money_is_taken_when_it_does() {
        PaymentView held = payments.authorise(due, Way.through(FaultyProvider.NAME, PaymentFixture.GOOD_CARD));
        faulty.line(Line.DENIES);

        assertThatThrownBy(() -> asSystem(() -> payments.capture(held.id(), Money.of(1800, "EUR"))))
                .isInstanceOf(PaymentRefused.Denied.class);
        assertThat(followup.payment(held.id())).isAfter(Instant.now().plus(Duration.ofSeconds(50)));

        assertThat(listed(held)).hasSize(1);
        faulty.line(Line.GOOD);
        assertThat(followup.payment(held.id())).isNull();
        assertThat(asSystem(() -> payments.refresh(held.id())).amount()).isEqualTo(Money.of(1800, "EUR"));
    }

    @Test
    void what_it_does_not_start_charges_nobody_and_is_told() {
        faulty.line(Line.DENIES);

        assertThatThrownBy(() -> payments.start(due, FaultyProvider.NAME, PaymentFixture.GOOD_CARD))
                .isInstanceOf(PaymentRefused.Denied.class);

        PaymentView started = asSystem(() -> payments.ofOrder(due.order())).getFirst();
        assertThat(started.state()).isEqualTo(PaymentState.CREATED);
        assertThat(listed(started)).hasSize(1);
    }

    private List<DiscrepancyView> listed(PaymentView payment) {
        return acting
                .asPlatform(() -> reconciliation.discrepancies(false, null, 200).items())
                .stream()
                .filter(found -> payment.id().equals(found.payment()))
                .toList();
    }

    private <T> T asSystem(Supplier<T> work) {
        return acting.asSystem(due.organization(), work);
    }
}
