package io.marquee.integration.webhook;

import io.marquee.event.EventEvent;
import io.marquee.event.EventEvent.EventCancelled;
import io.marquee.event.EventEvent.EventEnded;
import io.marquee.event.EventEvent.EventPostponed;
import io.marquee.event.EventEvent.EventPublished;
import io.marquee.event.EventEvent.EventStarted;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderEvent;
import io.marquee.ordering.OrderEvent.ApprovalAsked;
import io.marquee.ordering.OrderEvent.ApprovalEnded;
import io.marquee.ordering.OrderEvent.ApprovalGranted;
import io.marquee.ordering.OrderEvent.OrderCancelled;
import io.marquee.ordering.OrderEvent.OrderExpired;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.ordering.OrderEvent.TicketsEnded;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.BeforeCommit;
import io.marquee.ticketing.transfer.TransferMoved;
import io.marquee.ticketing.transfer.TransferState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears what happens, and notes the messages about it in the same transaction, all of it in one statement: sales come in batches.
 * Where nobody has an endpoint it does nothing.
 */
@Component
class Happenings {
    private final Endpoints endpoints;
    private final JsonMapper json = new JsonMapper();

    /** What the transaction under way has done so far. */
    private final BeforeCommit<Happening> happenings;

    Happenings(DeliveryTable deliveries, Endpoints endpoints, Acting acting) {
        this.endpoints = endpoints;
        this.happenings = new BeforeCommit<>(acting, deliveries::insert);
    }

    @EventListener
    void on(OrderPaid paid) {
        order(paid, HappeningType.ORDER_PAID, paid.at(), Map.of("total", amount(paid.total())));
    }

    @EventListener
    void on(OrderRefunded refunded) {
        order(
                refunded,
                HappeningType.ORDER_REFUNDED,
                refunded.at(),
                Map.of("amount", amount(refunded.amount()), "late", refunded.late()));
    }

    @EventListener
    void on(OrderCancelled cancelled) {
        order(cancelled, HappeningType.ORDER_CANCELLED, cancelled.at(), Map.of());
    }

    @EventListener
    void on(OrderExpired expired) {
        order(expired, HappeningType.ORDER_EXPIRED, expired.at(), Map.of());
    }

    @EventListener
    void on(ApprovalAsked asked) {
        order(
                asked,
                HappeningType.ORDER_APPROVAL_ASKED,
                asked.at(),
                Map.of("lapsesAt", asked.lapsesAt().toString()));
    }

    @EventListener
    void on(ApprovalGranted granted) {
        order(granted, HappeningType.ORDER_APPROVED, granted.at(), Map.of());
    }

    @EventListener
    void on(ApprovalEnded ended) {
        order(ended, HappeningType.ORDER_APPROVAL_ENDED, ended.at(), Map.of("state", Wire.name(ended.as())));
    }

    @EventListener
    void on(TicketsEnded ended) {
        order(
                ended,
                HappeningType.TICKETS_ENDED,
                ended.at(),
                Map.of(
                        "tickets",
                                ended.tickets().stream().map(Object::toString).toList(),
                        "why", Wire.name(ended.why())));
    }

    @EventListener
    void on(TransferMoved moved) {
        if (moved.to() == TransferState.ACCEPTED) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("transfer", moved.transfer().toString());
            note(
                    HappeningType.TICKET_TRANSFERRED,
                    moved.transfer(),
                    moved.organization(),
                    moved.event(),
                    moved.at(),
                    data);
        }
    }

    @EventListener
    void on(EventPublished published) {
        event(published, HappeningType.EVENT_PUBLISHED, published.at(), Map.of());
    }

    @EventListener
    void on(EventStarted started) {
        event(started, HappeningType.EVENT_STARTED, started.at(), Map.of());
    }

    @EventListener
    void on(EventEnded ended) {
        event(ended, HappeningType.EVENT_ENDED, ended.at(), Map.of());
    }

    @EventListener
    void on(EventCancelled cancelled) {
        event(cancelled, HappeningType.EVENT_CANCELLED, cancelled.at(), Map.of("reason", cancelled.reason()));
    }

    @EventListener
    void on(EventPostponed postponed) {
        event(
                postponed,
                HappeningType.EVENT_POSTPONED,
                postponed.at(),
                Map.of("dateKnown", postponed.dateKnown(), "reason", postponed.reason()));
    }

    private void order(OrderEvent about, HappeningType type, Instant at, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("order", about.order().toString());
        data.putAll(more);
        note(type, about.order(), about.organization(), about.event(), at, data);
    }

    private void event(EventEvent about, HappeningType type, Instant at, Map<String, Object> more) {
        note(type, about.event(), about.organization(), about.event(), at, new LinkedHashMap<>(more));
    }

    private static Map<String, Object> amount(Money money) {
        return Map.of("amount", money.amount(), "currency", money.currency().getCurrencyCode());
    }

    private void note(
            HappeningType type,
            Object subject,
            OrganizationId organization,
            EventId event,
            Instant at,
            Map<String, Object> data) {
        if (!TransactionSynchronizationManager.isSynchronizationActive() || endpoints.thereAreNone()) return;
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", Wire.name(type));
        message.put("at", at.toString());
        data.put("event", event.toString());
        data.put("organization", organization.toString());
        message.put("data", data);
        String cause = Wire.name(type) + ":" + subject + ":" + at;
        happenings.add(new Happening(organization, type, cause, json.writeValueAsString(message)));
    }
}
