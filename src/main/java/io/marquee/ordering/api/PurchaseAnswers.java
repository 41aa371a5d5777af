package io.marquee.ordering.api;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundRequestView;
import io.marquee.ordering.ReturnView;
import io.marquee.ordering.api.OrderAnswers.Order;
import io.marquee.payment.DisputeState;
import io.marquee.payment.DisputeView;
import io.marquee.payment.RefundState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Purchases as their buyer's programs see them. */
final class PurchaseAnswers {
    private PurchaseAnswers() {}

    record OfEvent(EventId id, String slug, String title, Instant startsAt) {
        static OfEvent of(EventView event) {
            return new OfEvent(event.id(), event.slug(), event.details().title(), event.startsAt());
        }
    }

    record Purchase(Order order, OfEvent event) {
        static Purchase of(OrderView order, EventView event) {
            return new Purchase(Order.of(order, null), OfEvent.of(event));
        }
    }

    record Back(RefundState state, Money amount, Instant createdAt) {}

    /**
     * @param state requested, approved or declined
     * @param note the team's answer
     */
    record Asked(
            UUID id, String state, String reason, @Nullable String note, Instant createdAt) {
        static Asked of(RefundRequestView request) {
            return new Asked(
                    request.id(), Wire.name(request.state()), request.reason(), request.note(), request.createdAt());
        }
    }

    record Disputed(DisputeState state, Money amount, Instant createdAt) {}

    record PurchaseDetail(
            Order order, OfEvent event, List<Back> refunds, List<Asked> requests, List<Disputed> disputes) {
        static PurchaseDetail of(
                OrderView order,
                EventView event,
                List<ReturnView> refunds,
                List<RefundRequestView> requests,
                List<DisputeView> disputes) {
            return new PurchaseDetail(
                    Order.of(order, null),
                    OfEvent.of(event),
                    refunds.stream()
                            .map(r -> new Back(r.state(), r.amount(), r.createdAt()))
                            .toList(),
                    requests.stream().map(Asked::of).toList(),
                    disputes.stream()
                            .map(d -> new Disputed(d.state(), d.amount(), d.createdAt()))
                            .toList());
        }
    }
}
