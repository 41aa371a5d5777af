package io.marquee.notification;

import io.marquee.event.EventEvent.EventPostponed;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.Slice;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Fact;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells everybody who has a ticket that its event takes place later: its buyer once, and whoever else holds one. */
@Component
class PostponementLetters {
    private static final int AT_ONCE = 200;

    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final OrderReads orders;
    private final TicketReads tickets;
    private final EventReads events;
    private final Capabilities capabilities;
    private final Acting acting;

    PostponementLetters(
            PostOffice post,
            Pages pages,
            Settings settings,
            OrderReads orders,
            TicketReads tickets,
            EventReads events,
            Capabilities capabilities,
            Acting acting) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.orders = orders;
        this.tickets = tickets;
        this.events = events;
        this.capabilities = capabilities;
        this.acting = acting;
    }

    @ApplicationModuleListener
    void on(EventPostponed postponed) {
        acting.asSystem(postponed.organization(), () -> {
            EventView event = events.byId(postponed.event());
            Map<UUID, String> languages = toBuyers(event, postponed);
            toOthers(event, postponed, languages);
        });
    }

    /** @return the language of each order */
    private Map<UUID, String> toBuyers(EventView event, EventPostponed postponed) {
        Map<UUID, String> languages = new HashMap<>();
        String cursor = null;
        do {
            Slice<OrderView> some = orders.ofEvent(event.id(), "", cursor, AT_ONCE);
            for (OrderView order : some.items()) {
                languages.put(order.id().value(), order.locale());
                if (order.state() == OrderState.PAID || order.state() == OrderState.PARTIALLY_REFUNDED) {
                    String link =
                            "/orders/" + capabilities.tokenFor(order.hold().value());
                    send(
                            event,
                            postponed,
                            order.id().value(),
                            order.buyerEmail(),
                            order.buyerName(),
                            order.locale(),
                            link);
                }
            }
            cursor = some.next();
        } while (cursor != null);
        return languages;
    }

    private void toOthers(EventView event, EventPostponed postponed, Map<UUID, String> languages) {
        String cursor = null;
        do {
            Slice<TicketView> some = tickets.ofEvent(event.id(), "", cursor, AT_ONCE);
            for (TicketView ticket : some.items()) {
                if (ticket.open() && !ticket.holderEmail().equals(ticket.buyerEmail())) {
                    // a guest of an order has the ticket alone: its link would open all of the order
                    String link = ticket.passedOn() ? "/transfers/" + capabilities.tokenFor(ticket.capability()) : null;
                    send(
                            event,
                            postponed,
                            ticket.id().value(),
                            ticket.holderEmail(),
                            ticket.holderName(),
                            languages.getOrDefault(ticket.order(), Locale.ENGLISH.getLanguage()),
                            link);
                }
            }
            cursor = some.next();
        } while (cursor != null);
    }

    private void send(
            EventView event,
            EventPostponed postponed,
            UUID about,
            String email,
            String name,
            String language,
            @Nullable String path) {
        Text text = pages.text(Locale.forLanguageTag(language));
        String key = postponed.dateKnown() ? "notification.rescheduled" : "notification.postponed";
        Object[] words = {name, event.details().title(), postponed.reason()};
        Letter letter = new Letter(
                text.code(),
                event.details().hue(),
                text.get(key + ".subject", words),
                text.get(key + ".heading", words),
                List.of(text.get(key + ".body", words), text.get("notification.postponed.ticket")),
                List.of(new Fact(text.get("notification.when"), when(event, postponed, text))),
                path == null
                        ? new Button(
                                text.get("notification.open_event"), settings.baseUrl() + "/events/" + event.slug())
                        : new Button(text.get("notification.open_ticket"), settings.baseUrl() + path),
                List.of(),
                text.get("notification.postponed.footer", words));
        String cause = "event_postponed:" + about + ":" + postponed.at();
        post.take(new NewMail(cause, "event_postponed", event.organization(), email, null, letter));
    }

    private static String when(EventView event, EventPostponed postponed, Text text) {
        if (!postponed.dateKnown()) return text.get("notification.postponed.unknown");
        return event.details().allDay()
                ? text.shortDate(event.details().startsAt().toLocalDate())
                : text.dateTime(event.details().startsAt(), event.details().timeZone());
    }
}
