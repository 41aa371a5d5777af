package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.invoicing.DocumentKind;
import io.marquee.invoicing.DocumentView;
import io.marquee.ledger.Financials;
import io.marquee.ledger.LedgerReads;
import io.marquee.payment.DisputeView;
import io.marquee.payment.PaymentId;
import io.marquee.payment.PaymentState;
import io.marquee.payment.Payments;
import io.marquee.payment.Reconciliation;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.BookFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.InvoicingFixture;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.TicketTypeView;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the team said yes to is a sale like any other from then on, and nothing anywhere before. */
@MarqueeTest
class ApprovedMoneyTest {
    private static final long PRICE = TicketFixture.PRICE.amount();

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    InvoicingFixture invoicing;

    @Autowired
    StakeFixture stakes;

    @Autowired
    BookFixture books;

    @Autowired
    Ledgers ledgers;

    @Autowired
    LedgerReads reads;

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovedTypes types;

    @Autowired
    Ordering ordering;

    @Autowired
    Payments payments;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    Acting acting;

    private EventView event;
    private TicketTypeView type;
    private Actor.Person owner;

    @BeforeEach
    void begin() {
        sandbox.behave("now", 30, 10, 0);
        event = invoicing.selling(tickets.event());
        type = tickets.type(event, 20);
        owner = EventFixture.owner(event.organization());
        acting.as(owner, () -> types.choose(event.organization(), event.id(), List.of(type.id())));
    }

    @AfterEach
    void mend() {
        sandbox.mend();
    }

    @Test
    void its_documents_books_and_finances_begin_with_the_yes_and_follow_its_refunds() {
        OrderView waiting = waiting(PaymentFixture.GOOD_CARD, 2);
        assertThat(invoicing.now(waiting)).isEmpty();
        assertThat(finances()).isEmpty();

        OrderView order = approved(waiting);

        List<DocumentView> documents = invoicing.of(order, 2);
        assertThat(documents)
                .extracting(DocumentView::kind)
                .containsExactlyInAnyOrder(DocumentKind.RECEIPT, DocumentKind.INVOICE);
        assertThat(books.ofOrder(order.id().value()))
                .containsExactly("provider_balance " + 2 * PRICE, "sales " + -2 * PRICE);
        assertThat(finances())
                .singleElement()
                .satisfies(sums -> assertThat(sums.net().amount()).isEqualTo(2 * PRICE));

        acting.as(
                owner,
                () -> ordering.refund(
                        order.id(),
                        "ill",
                        List.of(orders.ticketsOf(order).getFirst().id())));

        assertThat(orders.until(order, OrderState.PARTIALLY_REFUNDED).left().amount())
                .isEqualTo(PRICE);
        DocumentView note = InvoicingFixture.first(invoicing.of(order, 3), DocumentKind.CREDIT_NOTE);
        assertThat(note.total().amount()).isEqualTo(PRICE);
        assertThat(finances()).singleElement().satisfies(sums -> {
            assertThat(sums.refunded().amount()).isEqualTo(PRICE);
            assertThat(sums.net().amount()).isEqualTo(PRICE);
        });
        sameOnBothSides(order);
        wellKept();
    }

    @Test
    void a_refund_in_the_dashboard_and_a_dispute_are_followed_as_anywhere() {
        OrderView returned = approved(waiting(PaymentFixture.GOOD_CARD, 1));
        OrderView disputed = approved(waiting(PaymentFixture.DISPUTED_CARD, 1));
        sandbox.refundWithoutUs(payment(returned), TicketFixture.PRICE);

        sandbox.reconcile();

        assertThat(orders.until(returned, OrderState.REFUNDED).refunded()).isEqualTo(TicketFixture.PRICE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(disputes(disputed))
                        .singleElement()
                        .satisfies(open -> assertThat(open.amount()).isEqualTo(TicketFixture.PRICE)));
        assertThat(books.ofOrder(returned.id().value())).isEmpty();
        assertThat(books.ofOrder(disputed.id().value())).containsExactly("disputes_held " + PRICE, "sales " + -PRICE);
        assertThat(finances())
                .singleElement()
                .satisfies(sums -> assertThat(sums.disputesHeld()).isEqualTo(TicketFixture.PRICE));
        sameOnBothSides(returned);
        sameOnBothSides(disputed);
        wellKept();
    }

    @Test
    void what_only_waits_or_came_to_nothing_is_the_same_on_both_sides_and_in_no_books() {
        OrderView asked = waiting(PaymentFixture.GOOD_CARD, 1);
        OrderView declined = waiting(PaymentFixture.GOOD_CARD, 1);
        acting.as(owner, () -> approvals.decline(event, List.of(declined.id()), ""));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> orders.paymentsOf(declined).getFirst().state() == PaymentState.CANCELLED);

        sandbox.reconcile();

        sameOnBothSides(asked);
        sameOnBothSides(declined);
        assertThat(orders.now(asked).waits()).isTrue();
        assertThat(books.ofEvent(event.id())).isEmpty();
        assertThat(finances()).isEmpty();
        assertThat(invoicing.now(declined)).isEmpty();
        wellKept();
    }

    private OrderView waiting(String card, int quantity) {
        OrderView order = orders.placed(event, type, quantity);
        orders.pay(order, card);
        assertThat(orders.now(order).waits()).isTrue();
        return orders.now(order);
    }

    private OrderView approved(OrderView waiting) {
        assertThat(acting.as(owner, () -> approvals.approve(event, List.of(waiting.id()), ""))
                        .refused())
                .isEmpty();
        return orders.until(waiting, OrderState.PAID);
    }

    private PaymentId payment(OrderView order) {
        return orders.paymentsOf(order).getFirst().id();
    }

    private List<DisputeView> disputes(OrderView order) {
        return acting.asSystem(
                event.organization(), () -> payments.disputesOfOrder(order.id().value()));
    }

    private List<Financials> finances() {
        return acting.as(owner, () -> Financials.of(reads.ofEvent(event.organization(), event.id())));
    }

    private void sameOnBothSides(OrderView order) {
        assertThat(acting.asPlatform(() -> reconciliation.discrepancies(false, null, 200))
                        .items())
                .noneMatch(found -> payment(order).equals(found.payment()));
    }

    private void wellKept() {
        assertThat(ledgers.breaches(event.id())).isEmpty();
        assertThat(stakes.bookBreaches(event)).isEmpty();
    }
}
