package io.marquee.invoicing;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.invoicing.Sheet.Fee;
import io.marquee.invoicing.Sheet.Party;
import io.marquee.invoicing.Sheet.Tax;
import io.marquee.ordering.BillingDetails;
import io.marquee.ordering.CounterSale;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.organization.OrganizationReads;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.pricing.Entry;
import io.marquee.pricing.Exact;
import io.marquee.pricing.QuoteLine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a document says of a whole order. */
@Component
class Drafting {
    private static final Set<Entry.Kind> TAXES = EnumSet.of(
            Entry.Kind.TAX_INCLUDED, Entry.Kind.TAX_ADDED, Entry.Kind.FEE_TAX_INCLUDED, Entry.Kind.FEE_TAX_ADDED);

    private final OrderReads orders;
    private final OrganizationReads organizations;
    private final EventReads events;
    private final Payments payments;
    private final Clock clock;

    Drafting(OrderReads orders, OrganizationReads organizations, EventReads events, Payments payments, Clock clock) {
        this.orders = orders;
        this.organizations = organizations;
        this.events = events;
        this.payments = payments;
        this.clock = clock;
    }

    Sheet sheet(OrderView order, SellerDetails seller) {
        EventView event = events.byId(order.event());
        CounterSale sale = orders.atCounter(order);
        return new Sheet(
                order.locale(),
                LocalDate.ofInstant(clock.instant(), seller.zone()),
                event.details().startsAt().toLocalDate(),
                party(order, seller),
                buyer(order),
                order.code(),
                event.details().title(),
                order.total().currency().getCurrencyCode(),
                IntStream.range(0, order.lines().size())
                        .mapToObj(i -> line(i + 1, order.lines().get(i)))
                        .toList(),
                order.paidAt() == null ? null : LocalDate.ofInstant(order.paidAt(), seller.zone()),
                sale == null ? paidWith(order) : sale.method().word(),
                null,
                null,
                seller.footer(),
                sale == null ? null : tender(sale));
    }

    /** Until the organization has said more of itself, its name. */
    private Party party(OrderView order, SellerDetails seller) {
        return seller.complete()
                ? new Party(seller.legalName(), seller.address(), seller.country(), seller.taxId())
                : new Party(organizations.byId(order.organization()).name(), "", "", "");
    }

    private Party buyer(OrderView order) {
        BillingDetails said = orders.billing(order.id());
        return new Party(
                said.company().isEmpty() ? order.buyerName() : said.company(),
                said.address(),
                said.country(),
                said.taxId());
    }

    private @Nullable String paidWith(OrderView order) {
        return payments.ofOrder(order.id().value()).stream()
                .filter(payment -> Objects.equals(payment.id(), order.paidBy()))
                .map(PaymentView::provider)
                .findFirst()
                .orElse(null);
    }

    private static Sheet.Tender tender(CounterSale sale) {
        String slip = sale.method() == CounterSale.Method.CARD_PRESENT ? sale.note() : "";
        return new Sheet.Tender(sale.given().amount(), sale.change().amount(), slip);
    }

    private static Sheet.Line line(int position, OrderView.Line line) {
        QuoteLine cost = line.cost();
        List<Tax> taxes = cost.entries().stream()
                .filter(e -> TAXES.contains(e.kind()))
                .map(Drafting::tax)
                .toList();
        return new Sheet.Line(
                position,
                line.name(),
                line.quantity(),
                cost.price().amount(),
                cost.discount().amount(),
                cost.net().amount(),
                taxes,
                fees(cost),
                cost.total().amount());
    }

    private static Tax tax(Entry entry) {
        boolean onFees = entry.kind() == Entry.Kind.FEE_TAX_INCLUDED || entry.kind() == Entry.Kind.FEE_TAX_ADDED;
        return new Tax(
                entry.arguments().getFirst(),
                entry.arguments().getLast(),
                entry.amount().amount(),
                onFees ? true : null);
    }

    /** Without the taxes inside them, which are told apart like those inside the price. */
    private static List<Fee> fees(QuoteLine cost) {
        List<Entry> fees = cost.entries().stream()
                .filter(e -> e.kind() == Entry.Kind.FEE_ADDED)
                .toList();
        long[] net = Exact.share(
                cost.fee().amount(), fees.stream().map(e -> e.amount().amount()).toList());
        List<Fee> all = new ArrayList<>();
        for (int i = 0; i < net.length; i++)
            all.add(new Fee(fees.get(i).arguments().getFirst(), net[i]));
        return all;
    }
}
