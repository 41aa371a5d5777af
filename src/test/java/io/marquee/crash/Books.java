package io.marquee.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** What must be true after any crash. */
final class Books {
    private static final String WITHOUT_TICKETS = """
            select count(*) from ordering.orders o
            where o.state in ('paid', 'partially_refunded', 'refunded')
              and (select count(*) from ticketing.tickets t where t.order_id = o.id)
                <> (select sum(quantity) from ordering.order_lines l where l.order_id = o.id)
            """;
    private static final String TICKETS_UNPAID = """
            select count(*) from ticketing.tickets t
            where not exists (select from ordering.orders o where o.id = t.order_id and o.state in ('paid', 'partially_refunded', 'refunded'))
            """;
    /** What is held and what is sold, in all: a sale counts as held until it is settled. */
    private static final String DRIFT = """
            select count(*) from ticketing.quotas q
            where q.held + q.sold
               <> (select count(*) from ticketing.tickets t join ticketing.draws d on d.ticket_type_id = t.ticket_type_id
                   where d.quota_id = q.id and t.state in ('issued', 'checked_in', 'pending_approval', 'staked'))
                + (select coalesce(sum(l.quantity), 0) from ticketing.hold_lines l
                   join ticketing.holds h on h.id = l.hold_id and h.state = 'active' and not h.resale
                   join ticketing.draws d on d.ticket_type_id = l.ticket_type_id where d.quota_id = q.id)
            """;

    private static final String OWN_RECOUNT = "select count(*) from ticketing.stock_drift()";
    private static final String MONEY_WITHOUT_END = """
            select count(*) from payment.payments p join ordering.orders o on o.id = p.order_id
            where p.state in ('created', 'requires_action', 'processing', 'authorised')
               or p.state = 'succeeded' and o.state not in ('paid', 'partially_refunded', 'refunded')
                  and not exists (select from payment.refunds r where r.payment_id = p.id)
            """;

    private Books() {}

    /** At once. */
    static void agree(RunningProduct product) throws Exception {
        assertThat(product.count(WITHOUT_TICKETS))
                .as("paid orders without their tickets")
                .isZero();
        assertThat(product.count(TICKETS_UNPAID))
                .as("tickets without a paid order")
                .isZero();
        assertThat(product.count(DRIFT))
                .as("counters that differ from the rows")
                .isZero();
        assertThat(product.count(OWN_RECOUNT))
                .as("what the product's own recount finds")
                .isZero();
    }

    /** Once the jobs have come by. */
    static void settle(RunningProduct product) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(product.count(MONEY_WITHOUT_END))
                        .as("payments that ended neither as tickets nor as a refund")
                        .isZero());
    }
}
