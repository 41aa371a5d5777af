package io.marquee.testing;

import io.marquee.event.EventView;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.payment.PaymentEvent;
import io.marquee.payment.Payments;
import io.marquee.ticketing.HoldId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Things to pay, and what was heard of payments. */
@Component
public class PaymentFixture {
    public static final String GOOD_CARD = "4242 4242 4242 4242";
    public static final String DECLINED_CARD = "4000 0000 0000 0002";
    public static final String POOR_CARD = "4000 0000 0000 9995";
    public static final String CAREFUL_CARD = "4000 0025 0000 3155";
    public static final String DISPUTED_CARD = "4000 0000 0000 0259";
    public static final String SLOW_CARD = "4000 0000 0000 0077";
    public static final String CARD_WITHOUT_REFUNDS = "4000 0000 0000 5126";

    private final EventFixture events;
    private final List<PaymentEvent> heard = new CopyOnWriteArrayList<>();

    PaymentFixture(EventFixture events) {
        this.events = events;
    }

    /** An order of 48 euros, of an event and an organization that nobody else has. */
    public Payments.Due due() {
        return due(Money.of(4800, "EUR"));
    }

    public Payments.Due due(Money amount) {
        EventView event = events.draft(events.organization());
        return new Payments.Due(
                Ids.next(),
                new HoldId(Ids.next()),
                event.id(),
                event.organization(),
                amount,
                "Low Tide Sessions",
                "ada@example.org",
                "/checkout/return");
    }

    @EventListener
    void hear(PaymentEvent event) {
        heard.add(event);
    }

    /** What was said of this order, in order; also by transactions that were rolled back. */
    public List<PaymentEvent> heardOf(UUID order) {
        return heard.stream().filter(event -> order.equals(orderOf(event))).toList();
    }

    private static UUID orderOf(PaymentEvent event) {
        return switch (event) {
            case PaymentEvent.PaymentSucceeded e -> e.order();
            case PaymentEvent.PaymentFailed e -> e.order();
            case PaymentEvent.PaymentAuthorised e -> e.order();
            case PaymentEvent.PaymentCaptured e -> e.order();
            case PaymentEvent.PaymentReleased e -> e.order();
            case PaymentEvent.RefundSucceeded e -> e.order();
            case PaymentEvent.RefundFailed e -> e.order();
            case PaymentEvent.RefundFound e -> e.order();
            case PaymentEvent.InquiryOpened e -> e.order();
            case PaymentEvent.InquiryClosed e -> e.order();
            case PaymentEvent.DisputeOpened e -> e.order();
            case PaymentEvent.DisputeDecided e -> e.order();
        };
    }
}
