package io.marquee.ordering.web.manage;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Money;
import io.marquee.kernel.ShortCode;
import io.marquee.ordering.ApprovalState;
import io.marquee.ordering.CounterSale;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundPlan;
import io.marquee.ordering.RefundQueue;
import io.marquee.ordering.RefundRequestView;
import io.marquee.ordering.Registrations;
import io.marquee.ordering.StakedTickets;
import io.marquee.ordering.web.AnswerLines;
import io.marquee.ordering.web.Timelines;
import io.marquee.payment.PaymentState;
import io.marquee.payment.Payments;
import io.marquee.payment.RefundState;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Bill;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers all that is known of an order for its team. */
@Component
class OrderDetails {
    private final TicketReads tickets;
    private final Payments payments;
    private final OrderReads orders;
    private final RefundQueue requests;
    private final Timelines timelines;
    private final Registrations registrations;
    private final List<StakedTickets> staked;
    private final Access access;

    OrderDetails(
            TicketReads tickets,
            Payments payments,
            OrderReads orders,
            RefundQueue requests,
            Timelines timelines,
            Registrations registrations,
            List<StakedTickets> staked,
            Access access) {
        this.tickets = tickets;
        this.payments = payments;
        this.orders = orders;
        this.requests = requests;
        this.timelines = timelines;
        this.registrations = registrations;
        this.staked = staked;
        this.access = access;
    }

    OrderDetail of(EventView event, OrderView order, Text text) {
        UUID id = order.id().value();
        boolean mayRefund = access.may(Permission.REFUND, event.organization(), event.id());
        boolean mayWrite = access.may(Permission.HANDLE_ORDERS, event.organization(), event.id());
        List<TicketView> all = tickets.ofOrder(id);
        return new OrderDetail(
                ManageNav.of(event, Entry.ORDERS, access, text),
                "/manage/events/" + event.slug() + "/orders/" + order.code(),
                ShortCode.grouped(order.code()),
                Chip.of(text, asked(order) ? ApprovalState.PENDING_APPROVAL : order.state()),
                order.buyerName(),
                EmailAddress.shown(order.buyerEmail()),
                Bill.forTeam(order.lines(), text),
                all.stream()
                        .map(t -> ticket(t, event, order, mayRefund, mayWrite, text))
                        .toList(),
                money(order, text),
                requests.ofOrder(order).stream()
                        .map(r -> request(r, mayRefund, text))
                        .toList(),
                mayRefund && order.state() == OrderState.PENDING,
                mayRefund && refundable(order, all),
                text.money(order.left()),
                order.bought()
                        && mayWrite
                        && !EmailAddress.shown(order.buyerEmail()).isEmpty(),
                AnswerLines.of(registrations.of(order.id()), text),
                timelines.forTeam(order, text),
                event.details().timeZone(),
                order.id().value());
    }

    private static boolean asked(OrderView order) {
        return order.approval() != null
                && order.state() == OrderState.PENDING
                && order.approval().pending();
    }

    private List<OrderDetail.Movement> money(OrderView order, Text text) {
        UUID id = order.id().value();
        List<OrderDetail.Movement> all = new java.util.ArrayList<>();
        payments.ofOrder(id)
                .forEach(p -> all.add(new OrderDetail.Movement(
                        text.get("ordering.detail.payment"),
                        Chip.of(text, p.state()),
                        text.money(p.amount()),
                        p.createdAt())));
        payments.refundsOfOrder(id)
                .forEach(r -> all.add(back("ordering.detail.refund", r.state(), r.amount(), r.createdAt(), text)));
        CounterSale sale = orders.atCounter(order);
        if (sale != null) {
            all.add(new OrderDetail.Movement(
                    text.of("ordering.counter.method", sale.method()),
                    Chip.of(text, PaymentState.SUCCEEDED),
                    text.money(sale.amount()),
                    sale.at()));
            orders.allReturns(order)
                    .forEach(r -> all.add(
                            back("ordering.detail.counter_refund", r.state(), r.amount(), r.createdAt(), text)));
        }
        payments.disputesOfOrder(id)
                .forEach(d -> all.add(new OrderDetail.Movement(
                        text.get("ordering.detail.dispute"),
                        Chip.of(text, d.state()),
                        text.money(d.amount()),
                        d.createdAt())));
        all.sort(java.util.Comparator.comparing(OrderDetail.Movement::at).reversed());
        return all;
    }

    private static OrderDetail.Movement back(String key, RefundState state, Money amount, Instant at, Text text) {
        return new OrderDetail.Movement(text.get(key), Chip.of(text, state), "–" + text.money(amount), at);
    }

    private static boolean refundable(OrderView order, List<TicketView> tickets) {
        return order.bought()
                && (order.left().isPositive()
                        || order.total().isZero() && tickets.stream().anyMatch(t -> t.state() == TicketState.ISSUED));
    }

    /** Says what will happen: "Refund €48.00 to Ada Lind". */
    private static String refundQuestion(RefundPlan plan, OrderView order, Text text) {
        return plan.amount().isZero()
                ? text.get("ordering.detail.takeback.question", order.buyerName())
                : text.get("ordering.detail.refund.question", text.money(plan.amount()), order.buyerName());
    }

    private @Nullable String stake(TicketView ticket, EventView event, OrderView order, Text text) {
        return staked.stream()
                .flatMap(module -> module.told(event, order.id(), ticket.id(), text).stream())
                .map(StakedTickets.Told::words)
                .findFirst()
                .orElse(null);
    }

    private OrderDetail.Ticket ticket(
            TicketView t, EventView event, OrderView order, boolean mayRefund, boolean mayWrite, Text text) {
        boolean single = mayRefund && order.tickets() > 1 && RefundPlan.endable(t);
        return new OrderDetail.Ticket(
                t.id().toString(),
                t.holderName(),
                EmailAddress.shown(t.holderEmail()),
                t.typeAndSeat(text),
                ShortCode.grouped(t.code()),
                Chip.of(text, t.state()),
                stake(t, event, order, text),
                single,
                "/manage/events/" + event.slug() + "/orders/" + order.code() + "/tickets/" + t.id(),
                mayRefund && t.open()
                        ? Field.text("name_" + t.position(), text.get("ordering.guests.name"))
                                .with("autocomplete", "off")
                                .with("maxlength", "120")
                                .required()
                        : null,
                mayRefund && t.open()
                        ? Field.email("email_" + t.position(), text.get("ordering.checkout.guest.email"))
                                .with("autocomplete", "off")
                                .required()
                        : null,
                mayWrite && t.open() && !EmailAddress.shown(t.holderEmail()).isEmpty());
    }

    static OrderDetail.Request request(RefundQueue.Entry entry, boolean mayRefund, Text text) {
        RefundRequestView request = entry.request();
        RefundPlan plan = entry.plan();
        return new OrderDetail.Request(
                request.id().toString(),
                request.reason(),
                request.note(),
                Chip.of(text, request.state()),
                consequences(entry, text),
                request.open() && mayRefund
                        ? plan == null
                                ? text.get("ordering.detail.request.void")
                                : refundQuestion(plan, entry.order(), text)
                        : null,
                RefundPages.stock(null, text).required());
    }

    private static List<String> consequences(RefundQueue.Entry entry, Text text) {
        if (!entry.request().open()) return List.of();
        RefundPlan plan = entry.plan();
        return plan == null
                ? List.of(text.get("ordering.detail.request.void"))
                : RefundSentences.ofRequest(entry.order(), plan, text);
    }
}
