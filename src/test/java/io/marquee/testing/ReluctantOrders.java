package io.marquee.testing;

import io.marquee.kernel.IllegalMove;
import io.marquee.payment.PaymentEvent.PaymentCaptured;
import io.marquee.payment.PaymentEvent.PaymentSucceeded;
import io.marquee.payment.PaymentState;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A fake in the place of orders that cannot follow a payment, as often as a test says. */
@Component
public class ReluctantOrders {
    private final Map<UUID, Integer> refusals = new ConcurrentHashMap<>();

    /** Payments of other orders, which jobs may settle meanwhile, are followed. */
    public void refuse(UUID order, int times) {
        refusals.put(order, times);
    }

    /** Whether it was refused as often as it was to be. */
    public boolean gaveIn(UUID order) {
        return refusals.getOrDefault(order, 0) <= 0;
    }

    @EventListener
    void follow(PaymentSucceeded payment) {
        follow(payment.order());
    }

    @EventListener
    void follow(PaymentCaptured payment) {
        follow(payment.order());
    }

    private void follow(UUID of) {
        Integer left = refusals.computeIfPresent(of, (order, times) -> times - 1);
        if (left != null && left >= 0) {
            throw new IllegalMove(PaymentState.CREATED, PaymentState.SUCCEEDED);
        }
    }
}
