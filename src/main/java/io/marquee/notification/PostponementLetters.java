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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells everybody who is expected that the event takes place later, each address once. */
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
            holders.eachExpected(event, holder -> send(event, postponed, holder));
        });
    }

    private void send(EventView event, EventPostponed postponed, Holder holder) {
        Text text = pages.text(Locale.forLanguageTag(holder.language()));
        String key = postponed.dateKnown() ? "notification.rescheduled" : "notification.postponed";
        Object[] words = {holder.name(), event.details().title(), postponed.reason()};
        Letter letter = new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + ".subject", words),
                        text.get(key + ".heading", words),
                        said(text.get(key + ".body", words), event, holder, text),
                        holder.facts(List.of(EventFacts.when(event, text)), text, settings),
                        holder.button(event, text, settings),
                        List.of(),
                        text.get("notification.expected_footer", words))
                .worded(key, words);
        String cause = "event_postponed:" + event.id() + ":" + holder.email() + ":" + postponed.at();
        post.take(new NewMail(cause, "event_postponed", event.organization(), holder.email(), null, letter));
    }

    /** Whoever bought before hears that they need not come. */
    private List<String> said(String body, EventView event, Holder holder, Text text) {
        List<String> said = new ArrayList<>();
        said.add(body);
        if (holder.hasTicket()) said.add(text.get("notification.postponed.ticket"));
        RefundOffer offer = event.refundOffer();
        boolean takesBack = holder.boughtAt() != null && event.takesBack(holder.boughtAt(), clock.instant());
        if (offer != null && takesBack) said.add(text.get("notification.postponed.refunds", text.date(offer.until())));
        return said;
    }
}
