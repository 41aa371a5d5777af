package io.marquee.notification;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Fact;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import io.marquee.seating.SeatName;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.waiting.EntryView;
import io.marquee.ticketing.waiting.WaitingEvent.LineJoined;
import io.marquee.ticketing.waiting.WaitingEvent.PlacesOffered;
import io.marquee.ticketing.waiting.WaitingReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Mails to those in line: that they are, and that it is their turn. */
@Component
class WaitingLetters {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final WaitingReads waiting;
    private final Holds holds;
    private final EventReads events;
    private final Capabilities capabilities;
    private final Acting acting;

    WaitingLetters(
            PostOffice post,
            Pages pages,
            Settings settings,
            WaitingReads waiting,
            Holds holds,
            EventReads events,
            Capabilities capabilities,
            Acting acting) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.waiting = waiting;
        this.holds = holds;
        this.events = events;
        this.capabilities = capabilities;
        this.acting = acting;
    }

    @ApplicationModuleListener
    void on(LineJoined joined) {
        acting.asSystem(joined.organization(), () -> {
            EntryView entry = waiting.byId(joined.entry());
            write(
                    "line_joined",
                    "notification.line_joined",
                    entry.id().value(),
                    entry,
                    link("/waiting/", entry.id().value()),
                    "",
                    "",
                    List.of());
        });
    }

    @ApplicationModuleListener
    void on(PlacesOffered offered) {
        acting.asSystem(offered.organization(), () -> {
            EntryView entry = waiting.byId(offered.entry());
            HoldView hold = holds.byId(offered.hold());
            EventView event = events.byId(entry.event());
            Text text = pages.text(Locale.forLanguageTag(entry.locale()));
            write(
                    "places_offered",
                    "notification.places_offered",
                    hold.id().value(),
                    entry,
                    link("/checkout/", hold.id().value()),
                    String.valueOf(hold.items().getFirst().quantity()),
                    text.dateTime(hold.expiresAt(), event.details().timeZone()),
                    hold.seats());
        });
    }

    /** {0} is the person, {1} the event, {2} the ticket type, {3} how many, {4} until when. */
    private void write(
            String kind,
            String key,
            UUID cause,
            EntryView entry,
            String link,
            String quantity,
            String until,
            List<SeatName> seats) {
        EventView event = events.byId(entry.event());
        Text text = pages.text(Locale.forLanguageTag(entry.locale()));
        Object[] words = {entry.name(), event.details().title(), waiting.typeOf(entry), quantity, until};
        List<Fact> facts = new ArrayList<>();
        facts.add(EventFacts.when(event, text));
        seats.forEach(seat -> facts.add(new Fact(text.get("notification.seat"), seat.words(text))));
        Letter letter = new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + ".subject", words),
                        text.get(key + ".heading", words),
                        List.of(text.get(key + ".body", words)),
                        facts,
                        new Button(text.get(key + ".button"), link),
                        List.of(),
                        text.get("notification.line_footer", words))
                .worded(key, words);
        post.take(new NewMail(kind + ":" + cause, kind, entry.organization(), entry.email(), null, letter));
    }

    private String link(String path, UUID id) {
        return settings.baseUrl() + path + capabilities.tokenFor(id);
    }
}
