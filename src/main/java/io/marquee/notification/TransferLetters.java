package io.marquee.notification;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.notification.NewMail.Attached;
import io.marquee.ordering.OrderEvent.TicketsEnded;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Stub;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.TicketMailAsked;
import io.marquee.ticketing.transfer.TransferMoved;
import io.marquee.ticketing.transfer.TransferReads;
import io.marquee.ticketing.transfer.TransferState;
import io.marquee.ticketing.transfer.TransferView;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Mails about tickets on their way to somebody else: to those who are to have them, and to those who had. */
@Component
class TransferLetters {
    private final PostOffice post;
    private final LetterStubs stubs;
    private final Pages pages;
    private final Settings settings;
    private final TransferReads transfers;
    private final TicketReads tickets;
    private final EventReads events;
    private final Capabilities capabilities;
    private final Acting acting;

    TransferLetters(
            PostOffice post,
            LetterStubs stubs,
            Pages pages,
            Settings settings,
            TransferReads transfers,
            TicketReads tickets,
            EventReads events,
            Capabilities capabilities,
            Acting acting) {
        this.post = post;
        this.stubs = stubs;
        this.pages = pages;
        this.settings = settings;
        this.transfers = transfers;
        this.tickets = tickets;
        this.events = events;
        this.capabilities = capabilities;
        this.acting = acting;
    }

    @ApplicationModuleListener
    void on(TransferMoved moved) {
        acting.asSystem(moved.organization(), () -> {
            TransferView transfer = transfers.byId(moved.transfer());
            About about = about(transfer.locale(), events.byId(transfer.event()), transfer);
            switch (moved.to()) {
                case OFFERED, WITHDRAWN -> toRecipient(about, moved.to());
                case ACCEPTED -> {
                    bring(about(
                            transfer.toLocale() == null ? transfer.locale() : transfer.toLocale(),
                            about.event(),
                            transfer));
                    toSender(about, transfer.reassigned() ? "reassigned" : "accepted");
                }
                case DECLINED, EXPIRED -> toSender(about, Wire.name(moved.to()));
                // the ticket was used, or ended: its order's mail tells why
                case LAPSED -> {}
            }
        });
    }

    @ApplicationModuleListener
    void on(TicketMailAsked asked) {
        acting.asSystem(asked.organization(), () -> {
            TicketView ticket = tickets.byId(asked.ticket());
            if (ticket != null && ticket.open()) {
                EventView event = events.byId(ticket.event());
                Text text = pages.text(Locale.forLanguageTag(asked.locale()));
                // a guest of an order has the ticket alone: its link would open all of the order
                String link = ticket.passedOn() ? link(ticket) : null;
                take(asked.cause(), "ticket", ticket, letter(text, event, "notification.ticket", ticket, link));
            }
        });
    }

    /** Whoever has a ticket that was passed on hears that it has ended; the money is its buyer's, who hears of that. */
    @ApplicationModuleListener
    void on(TicketsEnded ended) {
        // they hear that their event is cancelled
        if (ended.withItsEvent()) return;
        acting.asSystem(
                ended.organization(),
                () -> tickets.ofOrder(ended.order().value()).stream()
                        .filter(t -> t.passedOn() && ended.tickets().contains(t.id()))
                        .forEach(this::ended));
    }

    private void ended(TicketView ticket) {
        TransferView last = transfers.ofTicket(ticket.id()).stream()
                .filter(t -> t.id().value().equals(ticket.heldBy()))
                .findFirst()
                .orElseThrow();
        EventView event = events.byId(ticket.event());
        Text text = pages.text(Locale.forLanguageTag(last.toLocale() == null ? last.locale() : last.toLocale()));
        Object[] words = {ticket.holderName(), event.details().title(), ticket.ticketTypeName(), ""};
        Letter letter = letter(text, event, "notification.ticket_ended", words, openEvent(text, event), List.of());
        post.take(new NewMail(
                "ticket_ended:" + ticket.id(),
                "ticket_ended",
                ticket.organization(),
                ticket.holderEmail(),
                null,
                letter));
    }

    /** The ticket to whoever has it now; nothing if it went on meanwhile. */
    private void bring(About about) {
        TicketView ticket = tickets.byId(about.transfer().ticket());
        if (ticket != null && ticket.open() && about.transfer().id().value().equals(ticket.heldBy())) {
            String key = about.transfer().reassigned() ? "notification.ticket_given" : "notification.ticket";
            take(
                    "ticket_passed_on:" + about.transfer().id(),
                    "ticket",
                    ticket,
                    letter(about.text(), about.event(), key, ticket, link(ticket)));
        }
    }

    private void take(String cause, String kind, TicketView ticket, Letter letter) {
        Attached attached = new Attached(ticket.id().value(), ticket.serial());
        post.take(new NewMail(cause, kind, ticket.organization(), ticket.holderEmail(), null, attached, letter));
    }

    private Letter letter(Text text, EventView event, String key, TicketView ticket, @Nullable String link) {
        Object[] words = {ticket.holderName(), event.details().title(), ticket.ticketTypeName(), ""};
        Stub stub = stubs.of(ticket, event, link, text);
        return letter(text, event, key, words, button(text, "notification.open_ticket", link), List.of(stub));
    }

    private void toRecipient(About about, TransferState to) {
        TransferView transfer = about.transfer();
        String key = "notification.transfer." + Wire.name(to);
        String link = settings.baseUrl() + "/transfers/"
                + capabilities.tokenFor(transfer.id().value());
        Button button = to == TransferState.OFFERED
                ? button(about.text(), key + ".button", link)
                : openEvent(about.text(), about.event());
        send(about, transfer.toEmail(), key, transfer.fromName(), button);
    }

    private void toSender(About about, String what) {
        TransferView transfer = about.transfer();
        String other = transfer.toName() == null ? transfer.toEmail() : transfer.toName();
        send(
                about,
                transfer.fromEmail(),
                "notification.transfer." + what,
                other,
                openEvent(about.text(), about.event()));
    }

    private void send(About about, String recipient, String key, String other, @Nullable Button button) {
        TransferView transfer = about.transfer();
        Text text = about.text();
        Object[] words = {
            other,
            about.event().details().title(),
            transfer.ticketTypeName(),
            text.dateTime(transfer.expiresAt(), about.event().details().timeZone())
        };
        String kind = key.substring("notification.".length()).replace('.', '_');
        OrganizationId organization = transfer.organization();
        Letter letter = letter(text, about.event(), key, words, button, List.of());
        post.take(new NewMail(kind + ":" + transfer.id(), kind, organization, recipient, null, letter));
    }

    /** {0} is the other person, {1} the event, {2} the ticket type, {3} until when. */
    private static Letter letter(
            Text text, EventView event, String key, Object[] words, @Nullable Button button, List<Stub> stubs) {
        return new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + ".subject", words),
                        text.get(key + ".heading", words),
                        List.of(text.get(key + ".body", words)),
                        List.of(EventFacts.when(event, text)),
                        button,
                        stubs,
                        text.get("notification.ticket_footer", words))
                .worded(key, words);
    }

    private static @Nullable Button button(Text text, String key, @Nullable String link) {
        return link == null ? null : new Button(text.get(key), link);
    }

    private Button openEvent(Text text, EventView event) {
        return new Button(text.get("notification.open_event"), settings.baseUrl() + "/events/" + event.slug());
    }

    private String link(TicketView ticket) {
        return settings.baseUrl() + "/transfers/" + capabilities.tokenFor(ticket.capability());
    }

    private record About(Text text, EventView event, TransferView transfer) {}

    private About about(String locale, EventView event, TransferView transfer) {
        return new About(pages.text(Locale.forLanguageTag(locale)), event, transfer);
    }
}
