package io.marquee.ordering.web;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.ShortCode;
import io.marquee.ordering.ApprovalState;
import io.marquee.ordering.ApprovalView;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundOffers;
import io.marquee.ordering.RefundPlan;
import io.marquee.ordering.RefundRequestView;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TicketStub;
import io.marquee.platform.web.TimelineEntry;
import io.marquee.platform.web.Tone;
import io.marquee.pricing.Bill;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it.
 *
 * @param headline what matters most about it now
 * @param admitting whether any of its tickets opens the door
 * @param mailable whether its mail can be sent again
 * @param payPath where it can be paid; null where it can't
 * @param withdrawPath where it can be given up while the team is asked; null where it can't
 * @param owed what is owed of it, and can be paid; null where nothing is
 * @param correctable the tickets whose names can still be corrected
 * @param askTickets which tickets it is for; null where there is no choice
 * @param answersPath where the answers to the event's questions are; null where it asks nothing
 * @param offer money that can be taken back without asking, as its event is postponed; null where there is none
 * @param askField the reason of a refund, where one can be asked for; null otherwise
 */
public record OrderPage(
        EventSummary event,
        String path,
        String code,
        Chip state,
        String headline,
        String detail,
        boolean admitting,
        boolean mailable,
        @Nullable String payPath,
        @Nullable String withdrawPath,
        @Nullable String owed,
        List<TicketStub> tickets,
        List<Correction> correctable,
        Bill bill,
        List<Note> notes,
        @Nullable Offer offer,
        @Nullable Field askField,
        @Nullable Field askTickets,
        @Nullable String answersPath,
        List<TimelineEntry> history,
        ZoneId zone) {

    /** One ticket's holder, to be corrected. */
    public record Correction(String title, String path, Field name, Field email) {}

    /**
     * Money that is asked back, as it was typed.
     *
     * @param tickets null where none were to be chosen
     */
    public record Wish(String reason, @Nullable List<UUID> tickets) {
        static final Wish NONE = new Wish("", null);
    }

    /** @param tickets which of them; null where there is no choice */
    public record Offer(
            String title, String detail, @Nullable Field tickets) {}

    /** Something about the money. */
    public record Note(Tone tone, String words) {}

    static OrderPage of(
            Visit visit,
            OrderView order,
            List<TicketView> tickets,
            List<RefundRequestView> requests,
            List<Note> notes,
            List<TimelineEntry> history,
            boolean asksSomething,
            RefundOffers.@Nullable Offered offered,
            Wish wish,
            TicketStubs.Codes codes,
            PassFiles passes,
            FieldErrors errors,
            Text text) {
        EventSummary event = EventSummary.of(visit.event(), text);
        boolean mayAsk = offered == null && mayAsk(order, requests, admitting(tickets));
        boolean admitting = admitting(tickets);
        boolean passedOn = tickets.stream().anyMatch(TicketView::passedOn);
        boolean standing = tickets.stream().anyMatch(TicketStubs::admits);
        String headline = headline(order, admitting, passedOn, standing);
        return new OrderPage(
                event,
                visit.orderPath(),
                ShortCode.grouped(order.code()),
                chip(order, text),
                text.get("ordering.order." + headline + ".title"),
                detail(visit, order, headline, tickets.size(), text),
                admitting,
                admitting && !EmailAddress.shown(order.buyerEmail()).isEmpty(),
                order.payable(visit.now()) ? visit.path() : null,
                order.approval() != null && order.waits() && order.approval().pending()
                        ? visit.path() + "/release"
                        : null,
                order.owed() ? text.money(order.left()) : null,
                tickets.stream()
                        .map(t ->
                                TicketStubs.of(t, event, tickets.size(), actions(visit, t, passes, text), codes, text))
                        .toList(),
                tickets.stream()
                        .filter(t -> t.open() && !t.passedOn())
                        .map(t -> correction(visit, t, text))
                        .toList(),
                Bill.of(order.lines(), text),
                notes,
                offered == null ? null : offer(offered, text),
                mayAsk ? askField(wish.reason(), errors, text) : null,
                mayAsk ? askTickets(tickets.stream().filter(RefundPlan::endable).toList(), wish, errors, text) : null,
                asksSomething ? visit.orderPath() + "/answers" : null,
                history,
                visit.event().details().timeZone());
    }

    private static boolean admitting(List<TicketView> tickets) {
        return tickets.stream().anyMatch(TicketStubs::stays);
    }

    private static List<Link> actions(Visit visit, TicketView ticket, PassFiles passes, Text text) {
        String path = visit.orderPath() + "/tickets/" + ticket.id();
        Link page = Link.to(
                path,
                text.get(ticket.open() && !ticket.passedOn() ? "ordering.ticket.pass_on" : "ordering.ticket.open"));
        return ticket.isHeldByActor()
                ? Stream.concat(Stream.of(page), passes.links(visit.event(), path, text).stream())
                        .toList()
                : List.of(page);
    }

    private static String headline(OrderView order, boolean admitting, boolean passedOn, boolean standing) {
        return switch (order.state()) {
            case PAID, PARTIALLY_REFUNDED -> admitting ? "going" : passedOn ? "passed_on" : "ended";
            // a stake that went back, or goodwill: the money is no longer with the order, its tickets are
            case REFUNDED -> standing ? order.unpaid() ? "not_charged" : "money_back" : "refunded";
            case PENDING -> pending(order);
            case EXPIRED -> ended(order, ApprovalState.LAPSED) ? "lapsed" : "expired";
            case CANCELLED -> ended(order, ApprovalState.DECLINED) ? "declined" : "cancelled";
        };
    }

    private static String pending(OrderView order) {
        ApprovalView approval = order.approval();
        if (approval == null || approval.state() == ApprovalState.REQUIRES_ACTION) return "pending";
        if (!approval.pending()) return order.waits() ? "approved" : "unpaid";
        if (order.total().isZero()) return "awaiting_free";
        return approval.keeps() ? "awaiting_kept" : "awaiting";
    }

    private static boolean ended(OrderView order, ApprovalState as) {
        return order.approval() != null && order.approval().state() == as;
    }

    private static Chip chip(OrderView order, Text text) {
        boolean asked = order.approval() != null
                && order.state() == OrderState.PENDING
                && order.approval().pending();
        return asked ? Chip.of(text, ApprovalState.PENDING_APPROVAL) : Chip.of(text, order.state());
    }

    private static String detail(Visit visit, OrderView order, String headline, int tickets, Text text) {
        Instant until = waitsUntil(order);
        if (until != null)
            return text.get(
                    "ordering.order." + headline + ".detail",
                    text.dateTime(until, visit.event().details().timeZone()),
                    text.money(order.total()));
        String email = EmailAddress.shown(order.buyerEmail());
        boolean printed = headline.equals("going") && email.isEmpty();
        return text.get("ordering.order." + (printed ? "printed" : headline) + ".detail", email, tickets);
    }

    /** When the request lapses, or by when it has to be paid after all; null where it does not wait. */
    private static @Nullable Instant waitsUntil(OrderView order) {
        ApprovalView approval = order.approval();
        if (order.state() != OrderState.PENDING
                || approval == null
                || approval.state() == ApprovalState.REQUIRES_ACTION) return null;
        return approval.pending() ? approval.lapsesAt() : order.expiresAt();
    }

    private static boolean mayAsk(OrderView order, List<RefundRequestView> requests, boolean admitting) {
        return order.bought()
                && order.state() != OrderState.REFUNDED
                && (order.left().isPositive() || order.total().isZero() && admitting)
                && requests.stream().noneMatch(RefundRequestView::open);
    }

    private static Field askField(String typed, FieldErrors errors, Text text) {
        return Field.textarea("reason", text.get("ordering.order.ask.reason"))
                .with("rows", "3")
                .with("maxlength", "2000")
                .value(typed)
                .error(errors.of("reason"))
                .required();
    }

    private static Offer offer(RefundOffers.Offered offered, Text text) {
        return new Offer(
                text.get("ordering.offer.take", text.money(offered.amount())),
                text.get("ordering.offer.take.detail", text.date(offered.until())),
                askTickets(offered.tickets(), Wish.NONE, FieldErrors.none(), text));
    }

    private static @Nullable Field askTickets(List<TicketView> open, Wish wish, FieldErrors errors, Text text) {
        if (open.size() < 2) return null;
        return Field.several(
                        "ticket",
                        text.get("ordering.order.ask.tickets"),
                        open.stream()
                                .map(t -> Option.of(
                                        t.id().toString(),
                                        t.holderName() + " · " + t.typeAndSeat(text)
                                                + (t.price().isZero() ? "" : " · " + text.money(t.price()))))
                                .toList())
                .value(open.stream()
                        .map(t -> t.id().value())
                        .filter(id -> wish.tickets() == null || wish.tickets().contains(id))
                        .map(UUID::toString)
                        .collect(Collectors.joining("\n")))
                .error(errors.of("ticket"));
    }

    private static Correction correction(Visit visit, TicketView ticket, Text text) {
        String id = "_" + ticket.position();
        return new Correction(
                text.get("ordering.checkout.guest", ticket.position(), ticket.typeAndSeat(text)),
                visit.orderPath() + "/holders/" + ticket.id(),
                Field.text("name" + id, text.get("ordering.checkout.guest.name"))
                        .with("autocomplete", "off")
                        .with("maxlength", "120")
                        .value(ticket.holderName())
                        .required(),
                email(Field.email("email" + id, text.get("ordering.checkout.guest.email")), ticket));
    }

    private static Field email(Field field, TicketView ticket) {
        String known = EmailAddress.shown(ticket.holderEmail());
        Field filled = field.with("autocomplete", "off").value(known);
        return known.isEmpty() ? filled : filled.required();
    }
}
