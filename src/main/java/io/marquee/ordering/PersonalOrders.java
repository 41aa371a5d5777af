package io.marquee.ordering;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What they bought, and where they are named as somebody who comes. Orders keep their amounts. */
@Component
class PersonalOrders implements PersonalRecords {
    /** Why money goes back without anybody having typed it: nobody is in these, and what is counted by them stays as it is. */
    private static final String WORDS_OF_OURS = """
            'event_cancelled', 'event_postponed', 'resold', 'made_at_provider', 'stake_returned', 'stake_forgiven', 'too_late',
            'paid_twice', 'order_cancelled', 'wrong_amount'""";

    @Override
    public String module() {
        return "ordering";
    }

    @Override
    public Map<String, String> keys() {
        return Map.ofEntries(Map.entry("orders", """
                    select id from ordering.orders where buyer_email = :email
                    """), Map.entry("holds", """
                    select hold_id from ordering.orders where buyer_email = :email
                    """));
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(
                Map.entry("orders", """
                    select code, state, buyer_name, buyer_email, locale, total_amount, refunded_amount, currency, created_at, paid_at
                    from ordering.orders where id = any (:orders)
                    """),
                Map.entry("lines", """
                    select order_id, position, name, quantity, price_amount from ordering.order_lines where order_id = any (:orders)
                    """),
                Map.entry("attendees", """
                    select order_id, position, name, email from ordering.attendees where email = :email
                    """),
                Map.entry("billing", """
                    select company, address, country, tax_id from ordering.billing where order_id = any (:orders)
                    """),
                Map.entry("approvals", """
                    select order_id, state, asked_at, decided_at, note from ordering.approvals where order_id = any (:orders)
                    """),
                Map.entry("refunds", """
                    select order_id, amount, state, reason, created_at from ordering.refunds where order_id = any (:orders)
                    """),
                Map.entry("cancelled_tickets", """
                    select order_id, id ticket_id, kept, reason, at from ordering.ticket_cancellations where order_id = any (:orders)
                    """),
                Map.entry("refund_requests", """
                    select order_id, reason, created_at from ordering.refund_requests where order_id = any (:orders)
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    update ordering.billing set company = :nobody, address = '', tax_id = '' where order_id = any (:orders)
                    """, """
                    update ordering.attendees set name = :nobody, email = :gone where email = :email
                    """, """
                    update ordering.refund_requests set reason = '', note = null where order_id = any (:orders)
                    """, """
                    update ordering.approvals set note = '' where order_id = any (:orders)
                    """, """
                    update ordering.refunds set reason = '' where order_id = any (:orders) and reason not in (%s)
                    """.formatted(WORDS_OF_OURS), """
                    update ordering.counter_sales set note = '' where order_id = any (:orders)
                    """, """
                    update ordering.ticket_cancellations set reason = '' where order_id = any (:orders)
                    """, """
                    update ordering.orders set buyer_name = :nobody, buyer_email = :gone where id = any (:orders)
                    """);
    }
}
