package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.kernel.Wire;
import io.marquee.ledger.LedgerReads;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.config.Settings;
import io.marquee.platform.jobs.JobBoard;
import io.marquee.platform.operation.Doctor;
import io.marquee.platform.tenancy.Acting;
import io.marquee.pricing.RuleDetails;
import io.marquee.testing.BookFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The books balance and say what the rows say, whatever happens; and where they don't, somebody notices. */
@MarqueeTest(ownDatabase = true)
class BooksTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int BUYERS = 40;

    @Autowired
    TicketFixture tickets;

    @Autowired
    PricingFixture pricing;

    @Autowired
    OrderFixture orders;

    @Autowired
    BookFixture books;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    Ordering ordering;

    @Autowired
    JobBoard jobs;

    @Autowired
    Books check;

    @Autowired
    LedgerReads reads;

    @Autowired
    Settings settings;

    @Autowired
    Acting acting;

    EventView event;
    TicketTypeView type;

    @BeforeEach
    void a_concert_with_taxes_and_fees() {
        sandbox.behave("now", 1, 1, 1);
        event = tickets.event();
        type = tickets.type(event, 60);
        pricing.rule(event, PricingFixture.tax("VAT", 19, false));
        pricing.rule(event, PricingFixture.tax("City", 7, true));
        pricing.rule(event, PricingFixture.fee("Booking", 3, 99, true));
        RuleDetails absorbed = PricingFixture.fee("Payment", 2, 33, false);
        pricing.rule(event, absorbed);
    }

    @Test
    void they_balance_after_many_buyers_at_once_with_every_card_and_refunds_in_pieces() throws InterruptedException {
        Random random = new Random(20261121);
        List<Long> seeds = random.longs(BUYERS).boxed().toList();
        Rush.of(BUYERS, n -> () -> buyAndReturn(new Random(seeds.get(n))));
        await().atMost(SOON).until(() -> orders.underWay(event).isEmpty());

        assertThat(breaches()).isEmpty();
        assertThat(books.ofEvent(event.id()))
                .noneMatch(balance -> balance.startsWith("buyer_receivable"))
                .anyMatch(balance -> balance.startsWith("tax"));
        assertThat(summed()).isEqualTo(books.ofEvent(event.id()));
        books.seal();
        assertThat(summed()).isEqualTo(books.ofEvent(event.id()));
        assertThat(breaches()).isEmpty();
    }

    @Test
    void sums_are_exact_while_postings_are_being_written_and_sealed() throws InterruptedException {
        List<Object> outcomes = Rush.of(12, n -> () -> {
            if (n < 8) return orders.paid(event, type, 1);
            for (int i = 0; i < 20; i++) {
                books.seal();
                long sum = acting
                        .as(
                                EventFixture.owner(event.organization()),
                                () -> reads.ofEvent(event.organization(), event.id()))
                        .stream()
                        .mapToLong(sum1 -> sum1.amount().amount())
                        .sum();
                assertThat(sum).isZero();
            }
            return n;
        });

        assertThat(outcomes).noneMatch(Throwable.class::isInstance);
        books.seal();
        assertThat(summed()).isEqualTo(books.ofEvent(event.id())).isNotEmpty();
        assertThat(breaches()).isEmpty();
    }

    @Test
    void a_wrong_row_is_found_by_the_doctor() throws SQLException {
        OrderView order = orders.paid(event, type, 2);
        assertThat(doctor()).contains("ok    books: they balance");
        asSuperuser("update ledger.entries set amount = amount + 1 where amount > 0 and account = 'provider_balance'"
                + " and posting_id in (select id from ledger.postings where order_id = '" + order.id() + "')");
        try {
            assertThat(doctor()).contains("fail  books: posting ").contains("does not balance in EUR");
        } finally {
            asSuperuser(
                    "update ledger.entries set amount = amount - 1 where amount > 0 and account = 'provider_balance'"
                            + " and posting_id in (select id from ledger.postings where order_id = '" + order.id()
                            + "')");
        }
        assertThat(breaches()).isEmpty();
    }

    @Test
    void a_balanced_lie_and_a_missing_posting_are_found_too() throws SQLException {
        OrderView order = orders.paid(event, type, 2);
        String its = " where posting_id in (select id from ledger.postings where order_id = '" + order.id()
                + "' and cause_kind = 'payment_succeeded')";
        asSuperuser("update ledger.entries set amount = 2 * amount" + its);
        assertThat(breaches())
                .anyMatch(breach -> breach.startsWith("payment_succeeded "))
                .anyMatch(breach -> breach.contains("still owes"));
        asSuperuser("update ledger.entries set amount = amount / 2" + its);
        assertThat(breaches()).isEmpty();

        forget(order);
        assertThat(breaches())
                .anyMatch(breach -> breach.contains("order_paid") && breach.contains("the books say nothing"));
        bookThePast();
        assertThat(breaches()).isEmpty();
    }

    @Test
    void taxes_sub_totals_and_empty_postings_are_looked_at_as_well() throws SQLException {
        OrderView order = orders.paid(event, type, 1);
        books.seal();
        String its = " posting_id in (select id from ledger.postings where order_id = '" + order.id() + "')";
        String lessTax = "update ledger.entries set amount = amount %s where account = '%s' and" + its;
        asSuperuser(lessTax.formatted("+ 1", "tax"));
        asSuperuser(lessTax.formatted("- 1", "sales"));
        assertThat(breaches())
                .anyMatch(breach -> breach.startsWith("order_paid " + order.id()) && breach.contains("of tax"))
                .anyMatch(breach -> breach.startsWith("the sub-totals of tax in organization " + event.organization()))
                .noneMatch(breach -> breach.contains("does not balance"));
        asSuperuser(lessTax.formatted("- 1", "tax"));
        asSuperuser(lessTax.formatted("+ 1", "sales"));

        asSuperuser("update ledger.entries set currency = 'USD' where account = 'tax' and" + its);
        assertThat(breaches())
                .anyMatch(breach -> breach.endsWith("does not balance in USD"))
                .anyMatch(breach -> breach.endsWith("does not balance in EUR"));
        asSuperuser("update ledger.entries set currency = 'EUR' where account = 'tax' and" + its);

        String empty = "(organization_id, id, cause_kind, cause_id, at) values ('" + event.organization()
                + "', '00000000-0000-7000-8000-00000000beef', 'gift_sold', '" + order.id() + "', now())";
        asSuperuser("insert into ledger.postings " + empty);
        assertThat(breaches()).containsExactly("posting 00000000-0000-7000-8000-00000000beef has no entries");
        asSuperuser("delete from ledger.postings where id = '00000000-0000-7000-8000-00000000beef'");
        assertThat(breaches()).isEmpty();
    }

    @Test
    void orders_and_refunds_from_before_the_books_are_posted_once_as_they_would_have_been() throws SQLException {
        OrderView order = orders.paid(event, type, 3);
        List<TicketView> all = orders.ticketsOf(order);
        for (TicketView ticket : all.subList(0, 2)) refund(order, List.of(ticket));
        await().atMost(SOON).until(() -> orders.now(order).returning().isZero());
        List<String> before = books.ofOrder(order.id().value());
        forget(order);
        asSuperuser("delete from ordering.refund_parts where order_id = '" + order.id() + "'");
        assertThat(books.ofOrder(order.id().value())).isEmpty();

        for (int twice = 0; twice < 2; twice++) bookThePast();

        assertThat(books.ofOrder(order.id().value())).isEqualTo(before);
        assertThat(breaches()).isEmpty();
    }

    private Object buyAndReturn(Random random) {
        OrderView order = orders.placed(event, type, 1 + random.nextInt(3));
        List<String> cards = List.of(
                PaymentFixture.GOOD_CARD,
                PaymentFixture.GOOD_CARD,
                PaymentFixture.SLOW_CARD,
                PaymentFixture.DISPUTED_CARD,
                PaymentFixture.CARD_WITHOUT_REFUNDS,
                PaymentFixture.DECLINED_CARD);
        orders.pay(order, cards.get(random.nextInt(cards.size())));
        if (random.nextInt(4) == 0) orders.pass(order);
        List<TicketView> left = new ArrayList<>(orders.ticketsOf(order));
        while (!left.isEmpty() && random.nextInt(3) > 0) {
            refund(order, List.of(left.remove(random.nextInt(left.size()))));
        }
        return order;
    }

    private void refund(OrderView order, List<TicketView> some) {
        acting.as(
                EventFixture.owner(event.organization()),
                () -> ordering.refund(
                        order.id(), "ill", some.stream().map(TicketView::id).toList()));
    }

    private List<String> breaches() {
        return acting.asPlatform(() -> check.breaches());
    }

    /** The event's balances as the reads sum them, in the fixture's words. */
    private List<String> summed() {
        return acting
                .as(EventFixture.owner(event.organization()), () -> reads.ofEvent(event.organization(), event.id()))
                .stream()
                .collect(Collectors.groupingBy(
                        sum -> Wire.name(sum.account()),
                        TreeMap::new,
                        Collectors.summingLong(sum -> sum.amount().amount())))
                .entrySet()
                .stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> sum.getKey() + " " + sum.getValue())
                .toList();
    }

    /** As if the books had not been there when it was bought. */
    private void forget(OrderView order) throws SQLException {
        books.seal();
        String its = " where posting_id in (select id from ledger.postings where order_id = '" + order.id() + "')";
        asSuperuser("""
                update ledger.subtotals s set amount = s.amount - e.amount, entries = s.entries - e.entries
                from (select p.event_id, p.cause_kind, account, item, sum(amount) amount, count(*) entries
                      from ledger.entries e join ledger.postings p on p.id = e.posting_id
                      where p.order_id = '%s' group by 1, 2, 3, 4) e
                where s.event_id = e.event_id and s.cause_kind = e.cause_kind and s.account = e.account
                  and s.item is not distinct from e.item
                """.formatted(order.id()));
        asSuperuser("delete from ledger.entries" + its);
        asSuperuser("delete from ledger.postings where order_id = '" + order.id() + "'");
    }

    /** What the migration does, and the job that it stages. */
    private void bookThePast() throws SQLException {
        try (InputStream file = getClass().getResourceAsStream("/db/migration/ordering/V491__books_of_the_past.sql")) {
            asSuperuser(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(SOON)
                .until(() -> jobs.list(false, 1000).stream()
                        .noneMatch(job -> job.task().equals("ordering.book-past-orders")));
    }

    /** Past every guard: triggers do not fire. */
    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = books.superuser().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute(sql);
            connection.commit();
        }
    }

    private String doctor() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Doctor.examine(settings, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
