package io.marquee.notification;

import io.marquee.event.EventEvent.EventCancelled;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.ordering.OrderEvent.TicketsEnded;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells everybody who was expected that the event is cancelled, each address once: those who have no ticket when it is, the others
 * as their order is taken back.
 */
@Component
class CancellationLetters {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final TicketHolders holders;
    private final OrderReads orders;
    private final EventReads events;
    private final Acting acting;
    private final CancelledMoney money;

    CancellationLetters(
            PostOffice post,
            Pages pages,
            Settings settings,
            TicketHolders holders,
            OrderReads orders,
            EventReads events,
            Acting acting,
            CancelledMoney money) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.holders = holders;
        this.orders = orders;
        this.events = events;
        this.acting = acting;
        this.money = money;
    }

    @ApplicationModuleListener
    void on(EventCancelled cancelled) {
        acting.asSystem(cancelled.organization(), () -> {
            EventView event = events.byId(cancelled.event());
            holders.withoutTicket(event, guest -> sendUnlessPaid(event, guest));
        });
    }

    @ApplicationModuleListener
    void on(TicketsEnded ended) {
        if (!ended.withItsEvent()) return;
        acting.asSystem(ended.organization(), () -> {
            EventView event = events.byId(ended.event());
            OrderView order = orders.byId(ended.order());
            String word = money.word(order, ended);
            Holder buyer = holders.buyer(order, false);
            if (word == null) sendUnlessPaid(event, buyer);
            else send(event, buyer, word);
            holders.others(order, ended.tickets()).forEach(holder -> sendUnlessPaid(event, holder));
        });
    }

    /** Whoever also paid reads all of it in the letter that speaks of their money. */
    private void sendUnlessPaid(EventView event, Holder holder) {
        if (!money.tells(event, holder.email())) send(event, holder, null);
    }

    /** @param money the word of what becomes of it: whoever paid in two ways hears of both; null where there is none */
    private void send(EventView event, Holder holder, @Nullable String money) {
        Text text = pages.text(Locale.forLanguageTag(holder.language()));
        String key = "notification.event_cancelled";
        String reason = event.cancellationReason() == null ? "" : event.cancellationReason();
        Object[] words = {holder.name(), event.details().title(), reason};
        List<String> said = new ArrayList<>();
        said.add(text.get(key + ".body", words));
        if (money != null) said.add(text.get(key + "." + money));
        Letter letter = new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + ".subject", words),
                        text.get(key + ".heading", words),
                        said,
                        List.of(EventFacts.when(event, text)),
                        holder.button(event, text, settings),
                        List.of(),
                        text.get("notification.expected_footer", words))
                .worded(key, words);
        String cause = "event_cancelled:" + event.id() + ":" + holder.email() + (money == null ? "" : ":" + money);
        post.take(new NewMail(cause, "event_cancelled", event.organization(), holder.email(), null, letter));
    }
}
