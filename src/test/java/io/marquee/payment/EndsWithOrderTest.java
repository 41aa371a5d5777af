package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.time.Instant;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of an attempt whose order's time is up, while its provider would still take the money. */
@PaymentTest
class EndsWithOrderTest {
    @Autowired
    private Payments payments;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Followup followup;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Acting acting;

    private Payments.Due due;

    @BeforeEach
    void owe() {
        due = fixture.due();
    }

    @Test
    void a_buyer_who_is_just_paying_is_not_cut_off() {
        PaymentView open = payments.start(due, "sandbox", null);

        end(open);

        assertThat(followup.payment(open.id())).isNotNull();
        assertThat(state(open)).isEqualTo(PaymentState.REQUIRES_ACTION);
        assertThat(attempt(open).isLeftLying(Instant.now().plusSeconds(110))).isFalse();
        assertThat(attempt(open).isLeftLying(Instant.now().plusSeconds(121))).isTrue();
    }

    @Test
    void afterwards_it_is_given_up_at_the_provider() {
        PaymentView open = payments.start(due, "sandbox", null);
        end(open);
        long ago = minutesPass(open);

        assertThat(ago).isEqualTo(1);
        assertThat(followup.payment(open.id())).isNull();
        assertThat(state(open)).isEqualTo(PaymentState.CANCELLED);
    }

    @Test
    void what_the_bank_is_deciding_already_goes_on() {
        PaymentView slow = payments.start(due, "sandbox", PaymentFixture.SLOW_CARD);

        payments.endWith(due.order(), due.organization());

        assertThat(attempt(slow).giveUpAt()).isNull();
        assertThat(state(slow)).isEqualTo(PaymentState.PROCESSING);
    }

    private void end(PaymentView payment) {
        payments.endWith(due.order(), due.organization());
        Awaitility.await().until(() -> attempt(payment).giveUpAt() != null);
    }

    private long minutesPass(PaymentView payment) {
        return acting.asPlatform(() -> Objects.requireNonNull(transaction.execute(
                status -> jdbc.sql("update payment.payments set give_up_at = now() - interval '1 minute' where id = ?")
                        .param(payment.id().value())
                        .update())));
    }

    private Attempt attempt(PaymentView payment) {
        return acting.asPlatform(() -> attempts.byId(payment.id()));
    }

    private PaymentState state(PaymentView payment) {
        return attempt(payment).state();
    }
}
