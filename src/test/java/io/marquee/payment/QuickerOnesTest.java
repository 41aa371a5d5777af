package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.payment.PaymentEvent.PaymentSucceeded;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.ReluctantOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The order follows in the payment's own transaction, and may not be able to. */
@PaymentTest
class QuickerOnesTest {
    @Autowired
    private Payments payments;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private ReluctantOrders orders;

    @Autowired
    private Followup followup;

    @Autowired
    private Acting acting;

    private Payments.Due due;

    @BeforeEach
    void owe() {
        due = fixture.due();
    }

    @Test
    void where_somebody_moved_the_order_meanwhile_the_fact_is_applied_again() {
        orders.refuse(due.order(), 2);

        assertThat(payments.start(due, "sandbox", PaymentFixture.GOOD_CARD).state())
                .isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void while_the_order_cannot_follow_the_payment_stays_undecided_and_is_looked_at_again() {
        orders.refuse(due.order(), Integer.MAX_VALUE);
        try {
            payments.start(due, "sandbox", PaymentFixture.GOOD_CARD);
        } catch (io.marquee.kernel.IllegalMove expected) {
            // what the buyer is told is the edge's business
        }
        PaymentView stored = acting.asSystem(due.organization(), () -> payments.ofOrder(due.order()))
                .getFirst();
        assertThat(stored.state()).isEqualTo(PaymentState.CREATED);

        orders.refuse(due.order(), 0);
        assertThat(followup.payment(stored.id())).isNull();

        assertThat(fixture.heardOf(due.order())).last().isInstanceOf(PaymentSucceeded.class);
        assertThat(acting.asSystem(due.organization(), () -> payments.ofOrder(due.order()))
                        .getFirst()
                        .state())
                .isEqualTo(PaymentState.SUCCEEDED);
    }
}
