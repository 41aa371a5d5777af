package io.marquee.testing;

import io.marquee.kernel.IllegalMove;
import io.marquee.payment.PaymentEvent.PaymentSucceeded;
import io.marquee.payment.PaymentState;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A fake in the place of orders that cannot follow a payment, as often as a test says. */
@Component
public class ReluctantOrders {
    private final AtomicInteger refusals = new AtomicInteger();

    public void refuse(int times) {
        refusals.set(times);
    }

    @EventListener
    void follow(PaymentSucceeded payment) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalMove(PaymentState.CREATED, PaymentState.SUCCEEDED);
        }
    }
}
