package io.marquee.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 in the middle of a rush: afterwards the books agree, and nobody who was told "paid" is without tickets. */
class CrashTest {
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
                   join ticketing.holds h on h.id = l.hold_id and h.state = 'active'
                   join ticketing.draws d on d.ticket_type_id = l.ticket_type_id where d.quota_id = q.id)
            """;

    private static final String OWN_RECOUNT = "select count(*) from ticketing.stock_drift()";
    private static final String MONEY_WITHOUT_END = """
            select count(*) from payment.payments p join ordering.orders o on o.id = p.order_id
            where p.state in ('created', 'requires_action', 'processing', 'authorised')
               or p.state = 'succeeded' and o.state not in ('paid', 'partially_refunded', 'refunded')
                  and not exists (select from payment.refunds r where r.payment_id = p.id)
            """;

    @TempDir
    Path data;

    @Test
    void killed_in_a_rush_the_books_agree_after_the_restart() throws Exception {
        killAndRecount(1);
    }

    @Test
    @Tag("long")
    void killed_five_times_in_a_row_the_books_still_agree() throws Exception {
        killAndRecount(5);
    }

    private void killAndRecount(int times) throws Exception {
        try (RunningProduct product = new RunningProduct(data)) {
            product.start();
            Rush rush = Rush.prepare(product, 100_000);
            for (int i = 0; i < times; i++) {
                var buyers = rush.start(24);
                await().atMost(Duration.ofMinutes(2)).until(() -> rush.promised.size() > 60);
                product.kill();
                for (Thread buyer : buyers) {
                    buyer.join();
                }
                product.start();
                recount(product, rush);
                rush.promised.clear();
            }
        }
    }

    private static void recount(RunningProduct product, Rush rush) throws Exception {
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
        String promised = rush.promised.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        assertThat(product.count(
                        "select count(*) from ordering.orders where state = 'paid' and id in (" + promised + ")"))
                .as("orders that their buyers were told are paid")
                .isEqualTo(rush.promised.size());
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(product.count(MONEY_WITHOUT_END))
                        .as("payments that ended neither as tickets nor as a refund")
                        .isZero());
    }
}
