package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.ledger.Financials;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.LedgerReads;
import io.marquee.ledger.Posting;
import io.marquee.ledger.Postings;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.organization.OrganizationView;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.pricing.QuoteLine;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.BookFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What people and programs read of the books. */
@MarqueeTest
class FinancesPagesTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    AdministratorFixture administrators;

    @Autowired
    Organizations organizations;

    @Autowired
    EventFixture events;

    @Autowired
    TicketFixture tickets;

    @Autowired
    PricingFixture pricing;

    @Autowired
    OrderFixture orders;

    @Autowired
    BookFixture books;

    @Autowired
    Ordering ordering;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerReads reads;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private PersonId person;
    private Visitor owner;
    private OrganizationView organization;
    private EventView event;
    private TicketTypeView type;

    @BeforeEach
    void an_owner_with_a_concert() {
        person = people.person("Olga Owner");
        organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        event = events.published(organization.id());
        type = tickets.type(event, 20);
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(person));
    }

    @Test
    void an_events_finances_are_sums_over_its_orders_to_the_last_cent() {
        pricing.rule(event, PricingFixture.tax("VAT", 19, false));
        pricing.rule(event, PricingFixture.fee("Booking", 3, 99, true));
        OrderView order = orders.paid(event, type, 3);
        QuoteLine cost = order.lines().getFirst().cost();
        refundOne(order);
        Money back = orders.now(order).refunded();

        Financials sums = financials();
        assertThat(sums.gross()).isEqualTo(order.total());
        assertThat(sums.refunded()).isEqualTo(back);
        assertThat(sums.paid().minus(sums.refunded()))
                .isEqualTo(orders.now(order).total().minus(back));
        assertThat(sums.tax().amount())
                .isBetween(cost.tax().amount() * 2 / 3, cost.tax().amount() * 2 / 3 + 1);
        assertThat(sums.net()).isEqualTo(sums.paid().minus(sums.refunded()).minus(sums.tax()));
        assertThat(sums.items()).singleElement().satisfies(item -> {
            assertThat(item.ticketType()).isEqualTo(type.id().value());
            assertThat(item.kept()).isEqualTo(sums.net());
        });

        String page = owner.get("/manage/events/" + event.slug() + "/finances").body();
        assertThat(page)
                .contains(euro(sums.gross()), "-" + euro(sums.refunded()), "-" + euro(sums.tax()), euro(sums.net()))
                .contains("General admission");
        assertThat(owner.get("/api/v1/events/" + event.slug() + "/finances").body())
                .contains("\"gross\"", "\"net\"")
                .contains("\"amount\":" + sums.net().amount());
    }

    @Test
    void a_lost_dispute_and_fees_come_off_and_an_open_dispute_is_told_apart() {
        orders.paid(event, type, 2);
        Money ten = Money.of(1000, "EUR");
        Posting.About about = new Posting.About(organization.id(), event.id(), Ids.next(), "sandbox", Instant.now());
        post(Postings.disputeOpened(about, Ids.next(), ten));
        var lost = Ids.next();
        post(Postings.disputeOpened(about, lost, ten));
        post(Postings.disputeLost(about, lost, ten));
        post(Postings.providerFee(about, Ids.next(), Money.of(97, "EUR")));

        Financials sums = financials();
        assertThat(sums.disputesHeld()).isEqualTo(ten);
        assertThat(sums.disputesLost()).isEqualTo(ten);
        assertThat(sums.net().amount()).isEqualTo(sums.paid().amount() - 1000 - 97);
        assertThat(owner.get("/manage/events/" + event.slug() + "/finances").body())
                .contains("Lost disputes", "-€10.00", "-€0.97", "of which disputed");
    }

    @Test
    void the_balance_and_the_statement_tell_the_same_before_and_after_sealing() {
        OrderView order = orders.paid(event, type, 2);
        String path = "/manage/organizations/" + organization.slug() + "/finances";
        String before = owner.get(path).body();
        books.seal();

        assertThat(owner.get(path).body()).isEqualTo(before);
        assertThat(before)
                .contains(
                        euro(order.total()),
                        "Payment received",
                        "Order paid",
                        event.details().title());
        assertThat(owner.get(path + "?kind=order_paid").body())
                .contains("Order paid")
                .doesNotContain("<b>Payment received</b>");
        assertThat(owner.get(path + "?month=1999-01").body()).contains("Nothing of this kind");
        assertThat(owner.get(path + "?kind=nonsense&month=%00&cursor=").statusCode())
                .isIn(200, 422);
        assertThat(owner.get("/api/v1/organizations/" + organization.slug() + "/balance")
                        .body())
                .contains("provider_balance", "\"amount\":" + order.total().amount());
    }

    @Test
    void a_statement_is_paged_without_a_gap_and_downloaded_whole() {
        Instant at = Instant.now();
        for (int i = 0; i < 120; i++) {
            post(Postings.cashReceived(
                    new Posting.About(organization.id(), null, null, null, at), Ids.next(), Money.of(100 + i, "EUR")));
        }
        String csv = owner.get("/manage/organizations/" + organization.slug() + "/finances/statement.csv")
                .body();

        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(1 + 240);
        assertThat(lines.getFirst()).startsWith("at,kind,cause");
        assertThat(lines.stream().filter(line -> line.contains(",cash,")).distinct())
                .hasSize(120);
        assertThat(csv).contains(",cash,,EUR,2.19").contains(",buyer_receivable,,EUR,-1.00");

        String api = "/api/v1/organizations/" + organization.slug() + "/statement?limit=50";
        String first = owner.get(api).body();
        String cursor = first.replaceAll("(?s).*\"next\":\"([^\"]*)\".*", "$1");
        assertThat(owner.get(api + "&cursor=" + cursor).body())
                .contains("\"next\"")
                .isNotEqualTo(first);
        assertThat(owner.get(api + "&cursor=nonsense").statusCode()).isEqualTo(422);
        assertThat(owner.get(api.replace("50", "0")).statusCode()).isEqualTo(422);
    }

    @Test
    void the_administrator_sees_what_the_platform_kept() {
        PersonId root = administrators.appoint();
        try {
            Visitor administrator = Visitor.of(settings.baseUrl()).bearing(administrators.token(root));
            post(Postings.paymentSucceeded(
                    new Posting.About(
                            organization.id(), event.id(), null, "sandbox", Instant.parse("2019-03-05T10:00:00Z")),
                    Ids.next(),
                    Money.of(500_000, "CHF"),
                    Money.of(12_345, "CHF")));

            assertThat(administrator.get("/admin/income").body()).contains("2019", "CHF", "123.45");
            assertThat(administrator.get("/api/v1/admin/income").body()).contains("\"2019-03\"", "12345");
            assertThat(owner.get("/admin/income").statusCode()).isEqualTo(404);
        } finally {
            administrators.dismiss(root);
        }
    }

    private void refundOne(OrderView order) {
        acting.as(
                EventFixture.owner(event.organization()),
                () -> ordering.refund(
                        order.id(),
                        "ill",
                        List.of(orders.ticketsOf(order).getFirst().id())));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> orders.now(order).refunded().isPositive());
    }

    private Financials financials() {
        OrganizationId of = event.organization();
        EventId id = event.id();
        return Financials.of(acting.as(people.actor(person), () -> reads.ofEvent(of, id)))
                .getFirst();
    }

    private void post(Posting posting) {
        transaction.executeWithoutResult(status -> ledger.post(posting));
    }

    private static String euro(Money money) {
        return "€%d.%02d".formatted(money.amount() / 100, money.amount() % 100);
    }
}
