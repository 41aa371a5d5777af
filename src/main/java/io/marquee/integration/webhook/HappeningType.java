package io.marquee.integration.webhook;

/** What integrators can hear of. */
public enum HappeningType {
    ORDER_PAID,
    ORDER_REFUNDED,
    ORDER_CANCELLED,
    ORDER_EXPIRED,
    ORDER_APPROVAL_ASKED,
    ORDER_APPROVED,
    ORDER_APPROVAL_ENDED,
    TICKETS_ENDED,
    TICKET_TRANSFERRED,
    EVENT_PUBLISHED,
    EVENT_STARTED,
    EVENT_ENDED,
    EVENT_CANCELLED,
    EVENT_POSTPONED
}
