package io.marquee.invoicing;

import static io.marquee.invoicing.DocumentKind.CONFIRMATION;
import static io.marquee.invoicing.DocumentKind.CREDIT_NOTE;
import static io.marquee.invoicing.DocumentKind.INVOICE;
import static io.marquee.invoicing.DocumentKind.RECEIPT;
import static io.marquee.ordering.CounterSale.Method.CARD_PRESENT;
import static io.marquee.ordering.CounterSale.Method.CASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.invoicing.Sheet.TaxRow;
import io.marquee.kernel.Money;
import io.marquee.ordering.BillingDetails;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.CounterSale;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.pricing.Percentage;
import io.marquee.pricing.RuleDetails;
import io.marquee.pricing.Scope;
import io.marquee.testing.EventFixture;
import io.marquee.testing.InvoicingFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One correct document for each way in which money moves. */
@MarqueeTest
class DocumentsTest {
    private static final BillingDetails TIDEWATER =
            new BillingDetails("Tidewater Lda", "Rua Nova 3\n1100-372 Lisboa", "PT", "PT501964843");

    @Autowired
    TicketFixture tickets;

    @Autowired
    PricingFixture pricing;

    @Autowired
    OrderFixture orders;

    @Autowired
    InvoicingFixture invoicing;

    @Autowired
    Invoices invoices;

    @Autowired
    DocumentPapers papers;

    @Autowired
    BoxOffice boxOffice;

    @Autowired
    Holds holds;

    @Autowired
    Ordering ordering;

    @Autowired
    Acting acting;

    EventView event;

    @BeforeEach
    void concert() {
        event = invoicing.selling(tickets.event());
    }

    @Test
    void a_free_order_has_a_confirmation_and_takes_no_number() {
        OrderView order = orders.placed(event, tickets.type(event, OrderFixture.free(10)), 2);

        List<DocumentView> documents = invoicing.now(order);

        assertThat(documents).extracting(DocumentView::kind).containsExactly(CONFIRMATION);
        assertThat(documents.getFirst().label()).isEqualTo(order.code());
        assertThat(documents.getFirst().total().isZero()).isTrue();
    }

    @Test
    void a_paid_order_has_a_receipt_and_an_invoice_that_say_what_it_says() {
        OrderView order = paid(order(null, type("Seat", Money.of(2400, "EUR"))));

        List<DocumentView> documents = invoicing.of(order, 2);

        assertThat(documents).extracting(DocumentView::kind).containsExactlyInAnyOrder(RECEIPT, INVOICE);
        DocumentView invoice = InvoicingFixture.first(documents, INVOICE);
        assertThat(invoice.label())
                .isEqualTo("PIER-INV-" + invoice.sheet().issuedOn().getYear() + "-00001");
        assertThat(invoice.sheet().seller().taxId()).isEqualTo("PT507432108");
        assertThat(invoice.sheet().buyer().name()).isEqualTo("Ada Lind");
        assertThat(invoice.sheet().paidWith()).isEqualTo("sandbox");
        assertTrue(order, documents);
    }

    @Test
    void a_promo_code_shows_as_a_discount() {
        pricing.code(event, PricingFixture.percent("THIRD", 33));
        pricing.rule(event, PricingFixture.tax("VAT", 23, false));

        OrderView order = paid(order("THIRD", type("Seat", Money.of(2400, "EUR"))));

        List<DocumentView> documents = invoicing.of(order, 2);
        Sheet sheet = InvoicingFixture.first(documents, INVOICE).sheet();
        assertThat(sheet.lines()).extracting(Sheet.Line::discount).containsExactly(1584L);
        assertThat(sheet.total()).isEqualTo(3216);
        assertThat(sheet.taxRows()).containsExactly(new TaxRow("VAT", "23", 2615, 601));
        assertTrue(order, documents);
    }

    @Test
    void taxes_are_stated_for_each_rate_inside_and_on_top() {
        TicketTypeView concert = type("Concert", Money.of(2140, "EUR"));
        TicketTypeView dinner = type("Dinner", Money.of(5000, "EUR"));
        pricing.rule(event, tax("VAT", 7_000, false, concert));
        pricing.rule(event, tax("VAT", 19_000, true, dinner));

        OrderView order = paid(order(null, concert, dinner));

        List<DocumentView> documents = invoicing.of(order, 2);
        assertThat(InvoicingFixture.first(documents, INVOICE).sheet().taxRows())
                .containsExactly(new TaxRow("VAT", "19", 10000, 1900), new TaxRow("VAT", "7", 4000, 280));
        assertTrue(order, documents);
    }

    @Test
    void fees_are_stated_and_bear_no_tax() {
        pricing.rule(event, PricingFixture.tax("VAT", 19, false));
        pricing.rule(event, PricingFixture.fee("Booking fee", 3, 99, true));
        pricing.rule(event, PricingFixture.fee("Ours", 5, 10, false));

        OrderView order = paid(order(null, type("Seat", Money.of(1190, "EUR"))));

        List<DocumentView> documents = invoicing.of(order, 2);
        Sheet sheet = InvoicingFixture.first(documents, INVOICE).sheet();
        assertThat(sheet.fee()).isEqualTo(269);
        assertThat(sheet.taxRows()).containsExactly(new TaxRow("VAT", "19", 2000, 380), new TaxRow("", "0", 269, 0));
        assertTrue(order, documents);
    }

    @Test
    void fees_bear_the_tax_that_is_on_them_and_a_refund_takes_it_back() {
        pricing.rule(
                event,
                new RuleDetails(
                        RuleDetails.Kind.TAX, "VAT", new Percentage(19_000), null, false, true, null, Scope.ALL));
        pricing.rule(event, PricingFixture.fee("Booking fee", 3, 99, true));
        OrderView order = paid(order(null, type("Seat", Money.of(1190, "EUR"))));
        List<DocumentView> documents = invoicing.of(order, 2);

        Sheet sheet = InvoicingFixture.first(documents, INVOICE).sheet();
        assertThat(sheet.total()).isEqualTo(2380 + 269);
        assertThat(sheet.fee()).isEqualTo(226);
        assertThat(sheet.taxRows()).containsExactly(new TaxRow("VAT", "19", 2000 + 226, 380 + 43));
        assertTrue(order, documents);

        refund(order, List.of(orders.ticketsOf(order).getLast().id()));
        assertTrue(orders.until(order, OrderState.PARTIALLY_REFUNDED), invoicing.of(order, 3));
    }

    @Test
    void currencies_without_and_with_three_decimals_are_exact() {
        pricing.rule(event, PricingFixture.tax("Tax", 10, false));

        for (Money price : List.of(Money.of(3333, "JPY"), Money.of(12345, "KWD"))) {
            OrderView order = paid(order(null, type("Seat " + price, price)));
            List<DocumentView> documents = invoicing.of(order, 2);
            assertThat(InvoicingFixture.first(documents, INVOICE).total()).isEqualTo(price.times(2));
            assertTrue(order, documents);
        }
    }

    @Test
    void a_partial_refund_takes_back_the_taxes_of_the_tickets_that_end_and_the_rest_takes_back_the_rest() {
        TicketTypeView concert = type("Concert", Money.of(2140, "EUR"));
        TicketTypeView dinner = type("Dinner", Money.of(5001, "EUR"));
        pricing.rule(event, tax("VAT", 7_000, false, concert));
        pricing.rule(event, tax("VAT", 19_000, true, dinner));
        pricing.rule(event, PricingFixture.fee("Booking fee", 0, 99, true));
        OrderView order = paid(order(null, concert, dinner));
        invoicing.of(order, 2);

        refund(order, List.of(orders.ticketsOf(order).getLast().id()));
        List<DocumentView> documents = invoicing.of(order, 3);

        Sheet note = InvoicingFixture.first(documents, CREDIT_NOTE).sheet();
        assertThat(note.refersTo())
                .isEqualTo(InvoicingFixture.first(documents, INVOICE).label());
        assertThat(note.lines()).extracting(Sheet.Line::name).containsExactly("Dinner");
        assertThat(note.taxRows()).extracting(TaxRow::rate).containsExactly("19", "0");
        assertTrue(orders.until(order, OrderState.PARTIALLY_REFUNDED), documents);

        refund(order, null);
        assertTrue(orders.until(order, OrderState.REFUNDED), invoicing.of(order, 4));
        assertThat(byRate(invoicing.now(order), CREDIT_NOTE)).isEqualTo(byRate(invoicing.now(order), INVOICE));
    }

    @Test
    void what_is_sold_at_the_box_office_says_how_it_was_paid() {
        Basket one = Basket.of(new Wanted(type("Seat", Money.of(2400, "EUR")).id(), 1));
        Actor.Person seller = EventFixture.owner(event.organization());
        OrderView cash =
                acting.as(seller, () -> boxOffice.sell(event, one, sale(CASH, Money.of(5000, "EUR"), "a friend")));
        OrderView card = acting.as(seller, () -> boxOffice.sell(event, one, sale(CARD_PRESENT, null, "slip 4711")));

        List<DocumentView> ofCash = invoicing.of(cash, 2);
        List<DocumentView> ofCard = invoicing.of(card, 2);

        assertThat(papers.view(InvoicingFixture.first(ofCash, RECEIPT)).notes())
                .anyMatch(note -> note.contains("in cash"))
                .contains("Given €50.00, change €26.00.")
                .noneMatch(note -> note.contains("friend"));
        assertThat(papers.view(InvoicingFixture.first(ofCard, RECEIPT)).notes())
                .anyMatch(note -> note.contains("by card at the box office"))
                .contains("Card slip: slip 4711");
        assertThat(papers.view(InvoicingFixture.first(ofCard, INVOICE)).notes())
                .anyMatch(note -> note.contains("by card at the box office"));
        assertTrue(cash, ofCash);
        assertTrue(card, ofCard);
    }

    private static BoxOffice.Sale sale(CounterSale.Method method, @Nullable Money given, String note) {
        return new BoxOffice.Sale("Box office", "", method, given, note, Locale.ENGLISH);
    }

    @Test
    void an_invoice_waits_until_the_seller_is_known_and_is_then_made() {
        EventView quiet = tickets.event();
        OrderView order = orders.paid(quiet, tickets.type(quiet, 10), 1);
        assertThat(invoicing.of(order, 1)).extracting(DocumentView::kind).containsExactly(RECEIPT);
        assertThat(invoicing.now(order).getFirst().sheet().seller().name()).isEqualTo("Pier 14");

        invoicing.selling(quiet);

        assertThat(invoicing.of(order, 2)).extracting(DocumentView::kind).containsExactly(RECEIPT, INVOICE);
    }

    @Test
    void a_refund_without_an_invoice_is_credited_on_the_receipt() {
        EventView quiet = tickets.event();
        OrderView order = orders.paid(quiet, tickets.type(quiet, 10), 1);
        DocumentView receipt = invoicing.of(order, 1).getFirst();

        refund(order, null);

        assertThat(InvoicingFixture.first(invoicing.of(order, 2), CREDIT_NOTE)
                        .sheet()
                        .refersTo())
                .isEqualTo(receipt.label());
    }

    @Test
    void the_buyer_says_whom_the_invoice_is_for_until_it_is_made_and_later_by_another_one() {
        invoicing.say(event.organization(), waiting(3));
        OrderView order = paid(order(null, type("Seat", Money.of(2400, "EUR"))));
        assertThat(invoicing.of(order, 1)).extracting(DocumentView::kind).containsExactly(RECEIPT);

        acting.as(OrderFixture.buyer(order), () -> invoices.bill(order.id(), TIDEWATER));
        assertThat(invoicing.of(order, 2).getLast().sheet().buyer().taxId()).isEqualTo("PT501964843");

        acting.as(OrderFixture.buyer(order), () -> invoices.bill(order.id(), BillingDetails.EMPTY));
        List<DocumentView> corrected = invoicing.of(order, 4);
        assertThat(corrected).extracting(DocumentView::kind).containsExactly(RECEIPT, INVOICE, CREDIT_NOTE, INVOICE);
        assertThat(corrected.getLast().sheet().buyer().name()).isEqualTo("Ada Lind");
        assertTrue(order, corrected);

        refund(order, List.of(orders.ticketsOf(order).getFirst().id()));
        List<DocumentView> all = invoicing.of(order, 5);
        assertThat(all.getLast().sheet().refersTo())
                .isEqualTo(corrected.getLast().label());
        assertTrue(orders.until(order, OrderState.PARTIALLY_REFUNDED), all);
        assertThatThrownBy(() -> acting.as(OrderFixture.buyer(order), () -> invoices.bill(order.id(), TIDEWATER)))
                .isInstanceOf(InvoiceRefused.Final.class);
    }

    @Test
    void a_sealed_document_does_not_change_when_the_seller_does() {
        OrderView order = paid(order(null, type("Seat", Money.of(2400, "EUR"))));
        List<DocumentView> before = invoicing.of(order, 2);

        invoicing.say(
                event.organization(), new SellerDetails("Other", "Elsewhere", "DE", "", "", "", "Europe/Berlin", 0));

        assertThat(invoicing.now(order)).isEqualTo(before);
    }

    private static SellerDetails waiting(int days) {
        SellerDetails pier = InvoicingFixture.pier();
        return new SellerDetails(
                pier.legalName(), pier.address(), pier.country(), pier.taxId(), "PIER", "", "Europe/Lisbon", days);
    }

    /** What holds of every order's documents: sums are exact, and invoices less credit notes are what was kept. */
    static void assertTrue(OrderView order, List<DocumentView> documents) {
        for (DocumentView one : documents) {
            Sheet sheet = one.sheet();
            assertThat(sheet.net() + sheet.tax() + sheet.fee()).isEqualTo(sheet.total());
            assertThat(sheet.taxRows().stream().mapToLong(TaxRow::amount).sum()).isEqualTo(sheet.tax());
            assertThat(sheet.lines())
                    .allMatch(line -> line.net()
                                    + line.taxes().stream()
                                            .mapToLong(Sheet.Tax::amount)
                                            .sum()
                                    + line.fees().stream()
                                            .mapToLong(Sheet.Fee::amount)
                                            .sum()
                            == line.total())
                    .allMatch(line -> line.net() >= 0
                            && line.taxes().stream().allMatch(tax -> tax.amount() >= 0)
                            && line.fees().stream().allMatch(fee -> fee.amount() >= 0));
        }
        assertThat(InvoicingFixture.first(documents, RECEIPT).total()).isEqualTo(order.total());
        assertThat(sum(documents, INVOICE) - sum(documents, CREDIT_NOTE))
                .isEqualTo(order.total().minus(order.refunded()).amount());
    }

    private static long sum(List<DocumentView> documents, DocumentKind kind) {
        return documents.stream()
                .filter(d -> d.kind() == kind)
                .mapToLong(d -> d.sheet().total())
                .sum();
    }

    private static java.util.Map<String, Long> byRate(List<DocumentView> documents, DocumentKind kind) {
        return documents.stream()
                .filter(d -> d.kind() == kind)
                .flatMap(d -> d.sheet().taxRows().stream())
                .collect(java.util.stream.Collectors.groupingBy(
                        TaxRow::rate, java.util.stream.Collectors.summingLong(r -> r.base() * 1_000_000 + r.amount())));
    }

    private TicketTypeView type(String name, Money price) {
        return tickets.type(event, new TicketTypeDetails(name, "", price, 100, 10, null, null, null, false));
    }

    private static RuleDetails tax(String name, int thousandths, boolean onTop, TicketTypeView type) {
        return new RuleDetails(
                RuleDetails.Kind.TAX,
                name,
                new Percentage(thousandths),
                null,
                onTop,
                null,
                new Scope(Set.of(type.id().value())));
    }

    /** Two of each. */
    private OrderView order(@Nullable String code, TicketTypeView... types) {
        List<Wanted> wanted =
                Arrays.stream(types).map(type -> new Wanted(type.id(), 2)).toList();
        return orders.place(holds.take(event, new Basket(wanted, code, null)));
    }

    private OrderView paid(OrderView order) {
        orders.pay(order, PaymentFixture.GOOD_CARD);
        return orders.now(order);
    }

    private void refund(OrderView order, @Nullable List<TicketId> chosen) {
        acting.as(EventFixture.owner(order.organization()), () -> ordering.refund(order.id(), "ill", chosen));
    }
}
