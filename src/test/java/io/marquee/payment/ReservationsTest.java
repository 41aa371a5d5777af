package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.Money;
import io.marquee.payment.Payments.Way;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.sandbox.FaultyProvider;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.Visitor;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that is reserved first, and then taken or let go. */
@PaymentTest
class ReservationsTest {
    @Autowired
    private Payments payments;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Inquiry inquiry;

    @Autowired
    private SandboxFixture sandbox;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private FaultyProvider faulty;

    @Autowired
    private Acting acting;

    @Autowired
    private Settings settings;

    private Payments.Due due;

    @BeforeEach
    void owe() {
        due = fixture.due();
    }

    @AfterEach
    void mend() {
        faulty.mend();
    }

    @Test
    void a_part_of_it_is_taken_and_no_other_part_afterwards() {
        PaymentView held = authorised("sandbox");

        PaymentView taken = asSystem(() -> payments.capture(held.id(), Money.of(1800, "EUR")));

        assertThat(taken.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(taken.amount()).isEqualTo(Money.of(1800, "EUR"));
        assertThat(asSystem(() -> payments.capture(held.id(), due.amount()))).isEqualTo(taken);
        assertThat(fixture.heardOf(due.order()))
                .containsExactly(
                        new PaymentEvent.PaymentAuthorised(
                                held.id(), due.order(), due.event(), due.organization(), due.amount(), false),
                        new PaymentEvent.PaymentCaptured(
                                held.id(), due.order(), due.event(), due.organization(), taken.amount()));
    }

    @Test
    void no_more_is_taken_than_was_reserved() {
        PaymentView held = authorised("sandbox");

        assertThatThrownBy(() -> asSystem(() -> payments.capture(held.id(), Money.of(4801, "EUR"))))
                .isInstanceOf(PaymentRefused.NotReserved.class);
    }

    @Test
    void what_was_let_go_cannot_be_taken() {
        PaymentView held = authorised("sandbox");

        assertThat(asSystem(() -> payments.release(held.id())).state()).isEqualTo(PaymentState.CANCELLED);

        assertThatThrownBy(() -> asSystem(() -> payments.capture(held.id(), due.amount())))
                .isInstanceOf(PaymentRefused.NotReserved.class);
        assertThat(fixture.heardOf(due.order())).last().isInstanceOf(PaymentEvent.PaymentReleased.class);
    }

    @Test
    void what_it_was_decided_to_take_stays_decided_while_the_provider_is_silent() {
        faulty.line(FaultyProvider.Line.GOOD);
        PaymentView held = authorised(FaultyProvider.NAME);
        faulty.line(FaultyProvider.Line.ANSWERS_LOST);
        assertThatThrownBy(() -> asSystem(() -> payments.capture(held.id(), Money.of(1800, "EUR"))))
                .isInstanceOf(PaymentRefused.ProviderDown.class);

        assertThatThrownBy(() -> asSystem(() -> payments.release(held.id())))
                .isInstanceOf(PaymentRefused.NotReserved.class);
        assertThatThrownBy(() -> asSystem(() -> payments.capture(held.id(), due.amount())))
                .isInstanceOf(PaymentRefused.NotReserved.class);
        faulty.line(FaultyProvider.Line.GOOD);
        assertThat(asSystem(() -> payments.refresh(held.id())).amount()).isEqualTo(Money.of(1800, "EUR"));
    }

    /** The one who gives up has read the attempt a moment before: the order is paid by then, and is to stay so. */
    @ParameterizedTest
    @EnumSource(
            value = Capture.class,
            names = {"LATER", "SET_UP"})
    void who_agrees_while_the_attempt_is_given_up_keeps_what_they_have(Capture capture) {
        Way way = Way.through("sandbox", PaymentFixture.CAREFUL_CARD);
        PaymentView asks = capture == Capture.SET_UP ? payments.setUp(due, way) : payments.authorise(due, way);
        Attempt waiting = asSystem(() -> attempts.byId(asks.id()));
        sandbox.authenticate(asks, true);
        assertThat(asSystem(() -> payments.refresh(asks.id())).state()).isEqualTo(PaymentState.AUTHORISED);

        Attempt after = asSystem(() -> inquiry.givingUp(waiting));
        PaymentView left = asSystem(() -> payments.cancel(asks.id()));

        assertThat(after.state()).isEqualTo(PaymentState.AUTHORISED);
        assertThat(left.state()).isEqualTo(PaymentState.AUTHORISED);
        ChargeFact there = asSystem(() -> inquiry.ask(after));
        assertThat(there.standing()).isEqualTo(ChargeFact.Standing.AUTHORISED);
        assertThat(there.kept() != null).isEqualTo(capture == Capture.SET_UP);
        assertThat(fixture.heardOf(due.order())).singleElement().isInstanceOf(PaymentEvent.PaymentAuthorised.class);
        assertThat(asSystem(() -> inquiry.givingUp(after)).state())
                .as("who knows of it lets go of it")
                .isEqualTo(PaymentState.CANCELLED);
    }

    @Test
    void whoever_gave_the_card_cannot_let_go_of_the_money_themselves() {
        PaymentView open = payments.authorise(due, Way.through("sandbox", null));
        String page =
                Objects.requireNonNull(Objects.requireNonNull(open.nextAction()).url());
        Visitor ada = Visitor.of(settings.baseUrl());
        String path = page.substring(settings.baseUrl().toString().length());
        ada.post(path, "cardNumber", PaymentFixture.GOOD_CARD, "expiry", "12/40", "cvc", "123");

        ada.post(path + "/cancellation");

        assertThat(ada.get(path).body()).contains("The money is reserved");
        assertThat(asSystem(() -> payments.refresh(open.id())).state()).isEqualTo(PaymentState.AUTHORISED);
    }

    private PaymentView authorised(String provider) {
        PaymentView held = payments.authorise(due, Way.through(provider, PaymentFixture.GOOD_CARD));
        assertThat(held.state()).isEqualTo(PaymentState.AUTHORISED);
        return held;
    }

    private <T> T asSystem(Supplier<T> work) {
        return acting.asSystem(due.organization(), work);
    }
}
