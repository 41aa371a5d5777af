package io.marquee.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 while tickets change hands through the waiting list: each was sold on with all that belongs to it, or is its seller's still. */
class ResaleCrashTest {
    private static final int TICKETS = 40;

    /** A listing, its ticket and the hold that stands for it tell the same. */
    private static final String HALF_SOLD = """
            select count(*) from ticketing.resales r
              join ticketing.tickets k on k.id = r.ticket_id
              left join ticketing.holds h on h.id = r.hold_id
             where (r.state = 'sold') <> (k.state in ('refunded', 'cancelled'))
                or (r.state = 'sold') <> coalesce(h.state = 'consumed', false)
            """;

    private static final String SOLD_WITHOUT_MONEY_BACK = """
            select count(*) from ticketing.resales r join ticketing.tickets k on k.id = r.ticket_id
             where r.state = 'sold'
               and not exists (select from payment.refunds f join payment.payments p on p.id = f.payment_id
                                where p.order_id = k.order_id)
            """;
    private static final String SOLD = "select count(*) from ticketing.resales where state = 'sold'";

    @TempDir
    Path data;

    @Test
    @Tag("long")
    void killed_while_tickets_are_sold_on_each_has_one_holder_and_one_price_paid() throws Exception {
        try (RunningProduct product = new RunningProduct(data)) {
            product.start();
            Rush rush = Rush.prepare(product, TICKETS);
            List<String> lines = offered(product, rush);
            rush.promised.clear();
            List<Thread> buyers = buyers(product, rush, lines);
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> rush.promised.size() > 4);
            product.kill();
            for (Thread buyer : buyers) buyer.join();
            product.start();

            Books.agree(product);
            assertThat(product.count(HALF_SOLD))
                    .as("tickets that are half sold")
                    .isZero();
            assertThat(product.count(SOLD_WITHOUT_MONEY_BACK))
                    .as("sellers without their money")
                    .isZero();
            assertThat(product.count(SOLD)).isBetween((long) rush.promised.size(), TICKETS - 1L);
            Books.settle(product);
        }
    }

    /** Everything is sold, two to an order, given back to the list, and on offer. @return entries in line with their tokens */
    private static List<String> offered(RunningProduct product, Rush rush) throws Exception {
        List<Rush.Bought> sellers = new ArrayList<>();
        for (int i = 0; i < TICKETS / 2; i++) sellers.add(rush.buy(rush.paidType, i, 0));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            var entry = product.send(
                    "POST",
                    "/api/v1/ticket-types/" + rush.paidType + "/waiting-list",
                    null,
                    "{\"name\":\"Wanda\",\"email\":\"w%d@crash.example\",\"quantity\":1}".formatted(i));
            lines.add(Rush.field("id", entry) + " " + Rush.field("token", entry));
        }
        for (Rush.Bought seller : sellers) {
            String tickets = product.send("GET", "/api/v1/orders/" + seller.order() + "/tickets", seller.token(), "")
                    .body();
            for (String ticket : Rush.all("id", tickets)) {
                product.send("POST", "/api/v1/tickets/" + ticket + "/resale", seller.token(), "");
            }
        }
        return lines;
    }

    private static List<Thread> buyers(RunningProduct product, Rush rush, List<String> lines) {
        return lines.stream()
                .map(line -> Thread.ofVirtual().start(() -> {
                    try {
                        buy(product, rush, line.split(" "));
                    } catch (IOException | InterruptedException | IllegalStateException killed) {
                        // what this buyer was told before is in promised
                    }
                }))
                .toList();
    }

    private static void buy(RunningProduct product, Rush rush, String[] entry)
            throws IOException, InterruptedException {
        var seen = product.send("GET", "/api/v1/waiting-list/" + entry[0], entry[1], "");
        rush.order(Rush.field("hold", seen), Rush.field("token", seen), entry[0] + "@crash.example", false);
    }
}
