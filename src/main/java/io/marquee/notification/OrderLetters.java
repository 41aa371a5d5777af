package io.marquee.notification;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderEvent.ApprovalAsked;
import io.marquee.ordering.OrderEvent.ApprovalEnded;
import io.marquee.ordering.OrderEvent.ApprovalUnpaid;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.ordering.OrderEvent.RefundDeclined;
import io.marquee.ordering.OrderEvent.RefundOwed;
import io.marquee.ordering.OrderEvent.ResendRequested;
import io.marquee.ordering.OrderEvent.SurplusReturned;
import io.marquee.ordering.OrderEvent.TicketsEnded;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.StakedTickets;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Fact;
import io.marquee.platform.mail.Letter.Stub;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Bill;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Mails to a buyer about their order. Each reads the order as it stands when the mail is written. */
@Component
class OrderLetters {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final OrderReads orders;
    private final EventReads events;
    private final LetterStubs stubs;
    private final RefundedTickets tickets;
    private final List<StakedTickets> staked;
    private final Capabilities capabilities;
    private final Acting acting;

    OrderLetters(
            PostOffice post,
            Pages pages,
            Settings settings,
            OrderReads orders,
            EventReads events,
            LetterStubs stubs,
            RefundedTickets tickets,
            List<StakedTickets> staked,
            Capabilities capabilities,
            Acting acting) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.orders = orders;
        this.events = events;
        this.stubs = stubs;
        this.tickets = tickets;
        this.staked = staked;
        this.capabilities = capabilities;
        this.acting = acting;
    }

    /** Written, to be sent by the caller. @return the mail; empty where nothing has to be sent any more */
    Optional<UUID> tickets(DueTickets.Due due) {
        return acting.asSystem(
                due.organization(), () -> post.write(ticketMail(due.cause(), due.order(), due.organization())));
    }

    @ApplicationModuleListener
    void on(ResendRequested asked) {
        acting.asSystem(
                asked.organization(), () -> post.take(ticketMail(asked.cause(), asked.order(), asked.organization())));
    }

    @ApplicationModuleListener
    void on(OrderRefunded refunded) {
        // whoever paid nothing has heard already that the event is cancelled
        if (refunded.amount().isZero() && isCancelled(refunded)) return;
        String cause = "order_refunded:" + refunded.order() + ":" + refunded.at();
        write(
                cause,
                "order_refunded",
                refunded.order(),
                refunded.organization(),
                false,
                about -> about.letter(
                                key(refunded, about.order()),
                                List.of(),
                                about.text().money(refunded.amount()))
                        .with(refunded.late() ? List.of() : tickets.words(about.order(), about.text())));
    }

    private boolean isCancelled(OrderRefunded refunded) {
        return acting.asSystem(
                refunded.organization(), () -> events.byId(refunded.event()).state() == EventState.CANCELLED);
    }

    private String key(OrderRefunded refunded, OrderView order) {
        if (refunded.late()) return "notification.refunded_late";
        else return orders.atCounter(order) == null ? "notification.refunded" : "notification.refunded_at_counter";
    }

    @ApplicationModuleListener
    void on(RefundOwed owed) {
        write(
                "refund_owed:" + owed.order() + ":" + owed.at(),
                "refund_owed",
                owed.order(),
                owed.organization(),
                false,
                about -> about.letter(
                                "notification.refund_owed",
                                List.of(),
                                about.text().money(owed.amount()))
                        .with(tickets.words(about.order(), about.text())));
    }

    @ApplicationModuleListener
    void on(TicketsEnded ended) {
        switch (ended.why()) {
            case CANCELLED -> ended("tickets_cancelled", ended);
            case NOT_CHARGED -> ended("tickets_not_charged", ended);
            // they hear of the money, and of their tickets with it
            case REFUNDED, RESOLD -> {}
        }
    }

    private void ended(String kind, TicketsEnded ended) {
        write(
                kind + ":" + ended.order() + ":" + ended.at(),
                kind,
                ended.order(),
                ended.organization(),
                false,
                about -> about.letter("notification." + kind, List.of(), ended.reason())
                        .with(tickets.words(about.order(), about.text())));
    }

    @ApplicationModuleListener
    void on(SurplusReturned returned) {
        String cause = "surplus_returned:" + returned.order() + ":" + returned.at();
        write(
                cause,
                "surplus_returned",
                returned.order(),
                returned.organization(),
                false,
                about -> about.letter(
                        "notification.surplus", List.of(), about.text().money(returned.amount())));
    }

    @ApplicationModuleListener
    void on(RefundDeclined declined) {
        String cause = "refund_declined:" + declined.order() + ":" + declined.at();
        write(
                cause,
                "refund_declined",
                declined.order(),
                declined.organization(),
                false,
                about -> about.letter("notification.refund_declined", List.of(), declined.note()));
    }

    @ApplicationModuleListener
    void on(ApprovalAsked asked) {
        String cause = "approval_asked:" + asked.order();
        write(
                cause,
                "approval_asked",
                asked.order(),
                asked.organization(),
                false,
                about -> about.letter("notification.approval_asked", List.of(), about.time(asked.lapsesAt())));
    }

    @ApplicationModuleListener
    void on(ApprovalEnded ended) {
        String kind = "approval_" + Wire.name(ended.as());
        write(
                kind + ":" + ended.order(),
                kind,
                ended.order(),
                ended.organization(),
                false,
                about -> about.letter("notification." + kind, List.of())
                        .with(
                                ended.note().isEmpty()
                                        ? List.of()
                                        : List.of(about.text().get("notification.approval_says", ended.note()))));
    }

    @ApplicationModuleListener
    void on(ApprovalUnpaid unpaid) {
        write(
                "approval_unpaid:" + unpaid.order(),
                "approval_unpaid",
                unpaid.order(),
                unpaid.organization(),
                false,
                about -> about.letter("notification.approval_unpaid", List.of(), about.time(unpaid.until())));
    }

    private NewMail ticketMail(String cause, OrderId order, OrganizationId organization) {
        return mail(
                cause,
                "order_paid",
                order,
                organization,
                true,
                about -> about.letter(
                                "notification.order_paid",
                                stubs.of(about.order(), about.event(), about.link(), about.text()))
                        .with(staked.stream()
                                .flatMap(module -> module.told(about.event(), order, null, about.text()).stream())
                                .map(StakedTickets.Told::words)
                                .toList()));
    }

    private void write(
            String cause,
            String kind,
            OrderId id,
            OrganizationId organization,
            boolean withTickets,
            Function<About, Letter> letter) {
        acting.asSystem(organization, () -> post.take(mail(cause, kind, id, organization, withTickets, letter)));
    }

    private NewMail mail(
            String cause,
            String kind,
            OrderId id,
            OrganizationId organization,
            boolean withTickets,
            Function<About, Letter> letter) {
        OrderView order = orders.byId(id);
        Text text = pages.text(Locale.forLanguageTag(order.locale()));
        String link = settings.baseUrl() + "/orders/"
                + capabilities.tokenFor(order.hold().value());
        About about = new About(order, events.byId(order.event()), text, link);
        return new NewMail(
                cause, kind, organization, order.buyerEmail(), withTickets ? id.value() : null, letter.apply(about));
    }

    /** What every letter about an order speaks of. */
    private record About(OrderView order, EventView event, Text text, String link) {

        /** {0} is the buyer, {1} the event, {2} the order's code, {3} what is special. */
        Letter letter(String key, List<Stub> stubs, String... special) {
            Object[] words = {
                order.buyerName(), event.details().title(), order.code(), special.length == 0 ? "" : special[0]
            };
            return new Letter(
                            text.code(),
                            event.details().hue(),
                            text.get(key + ".subject", words),
                            text.get(key + ".heading", words),
                            said(text.get(key + ".body", words)),
                            facts(!stubs.isEmpty()),
                            new Button(text.get("notification.open_order"), link),
                            stubs,
                            text.get("notification.order_footer", words))
                    .worded(key, words);
        }

        String time(Instant at) {
            return text.dateTime(at, event.details().timeZone());
        }

        /** Whoever paid finds documents for it. */
        private List<String> said(String body) {
            boolean paid = order.bought() && !order.unpaid() && order.total().isPositive();
            return paid ? List.of(body, text.get("notification.documents")) : List.of(body);
        }

        /** @param comes whether there are tickets that let somebody in */
        private List<Fact> facts(boolean comes) {
            List<Fact> facts = comes ? EventFacts.forThoseWhoCome(event, text) : EventFacts.of(event, text);
            Bill bill = Bill.of(order.lines(), text);
            Stream.concat(bill.lines().stream(), bill.steps().stream()).forEach(line -> facts.add(fact(line)));
            facts.add(new Fact(text.get("notification.total"), text.money(order.total())));
            bill.inside().forEach(line -> facts.add(fact(line)));
            return facts;
        }

        private static Fact fact(Bill.Line line) {
            return new Fact(line.label(), line.amount());
        }
    }
}
