package io.marquee.notification;

import io.marquee.event.EventEvent.EventPostponed;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.RefundOffer;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells everybody who has a ticket that its event takes place later: its buyer once, and whoever else holds one. */
@Component
class PostponementLetters {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final TicketHolders holders;
    private final EventReads events;
    private final Acting acting;
    private final Clock clock;

    PostponementLetters(
            PostOffice post,
            Pages pages,
            Settings settings,
            TicketHolders holders,
            EventReads events,
            Acting acting,
            Clock clock) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.holders = holders;
        this.events = events;
        this.acting = acting;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(EventPostponed postponed) {
        acting.asSystem(postponed.organization(), () -> {
            EventView event = events.byId(postponed.event());
            holders.each(event, holder -> send(event, postponed, holder));
        });
    }

    private void send(EventView event, EventPostponed postponed, TicketHolders.Holder holder) {
        Text text = pages.text(Locale.forLanguageTag(holder.language()));
        String key = postponed.dateKnown() ? "notification.rescheduled" : "notification.postponed";
        Object[] words = {holder.name(), event.details().title(), postponed.reason()};
        Letter letter = new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + ".subject", words),
                        text.get(key + ".heading", words),
                        Stream.concat(
                                        Stream.of(
                                                text.get(key + ".body", words),
                                                text.get("notification.postponed.ticket")),
                                        offer(event, holder, text))
                                .toList(),
                        List.of(EventFacts.when(event, text)),
                        holder.button(event, text, settings),
                        List.of(),
                        text.get("notification.postponed.footer", words))
                .worded(key, words);
        String cause = "event_postponed:" + holder.about() + ":" + postponed.at();
        post.take(new NewMail(cause, "event_postponed", event.organization(), holder.email(), null, letter));
    }

    /** To whoever bought before: that they need not come. */
    private Stream<String> offer(EventView event, TicketHolders.Holder holder, Text text) {
        RefundOffer offer = event.refundOffer();
        return offer != null && holder.boughtAt() != null && event.takesBack(holder.boughtAt(), clock.instant())
                ? Stream.of(text.get("notification.postponed.refunds", text.date(offer.until())))
                : Stream.empty();
    }
}
