package io.marquee.testing;

import io.marquee.kernel.IllegalMove;
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

    @EventListener
    void follow(PaymentSucceeded payment) {
        Integer left = refusals.computeIfPresent(payment.order(), (order, times) -> times - 1);
        if (left != null && left >= 0) {
            throw new IllegalMove(PaymentState.CREATED, PaymentState.SUCCEEDED);
        }
    }
}
