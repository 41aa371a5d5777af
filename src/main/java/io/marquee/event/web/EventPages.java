package io.marquee.event.web;

import gg.jte.Content;
import io.marquee.event.AgendaCard;
import io.marquee.event.Category;
import io.marquee.event.Companions;
import io.marquee.event.EventDetails;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Markdown;
import io.marquee.event.Offer;
import io.marquee.event.PageBlock;
import io.marquee.event.Place;
import io.marquee.event.Postponement;
import io.marquee.event.RefundOffer;
import io.marquee.event.RsvpCard;
import io.marquee.event.TicketPicker;
import io.marquee.event.Visibility;
import io.marquee.event.gallery.Gallery;
import io.marquee.event.series.SeriesReads;
import io.marquee.event.series.SeriesView;
import io.marquee.event.web.EventPageView.Banner;
import io.marquee.event.web.EventPageView.Host;
import io.marquee.event.web.EventPageView.Where;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Wire;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Hue;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what an event's public page shows, for whoever acts. */
@Component
class EventPages {
    private static final int HOST_LINE = 110;

    private final OrganizationReads organizations;
    private final ObjectProvider<TicketPicker> tickets;
    private final ObjectProvider<RsvpCard> answers;
    private final ObjectProvider<AgendaCard> agenda;
    private final Companions companions;
    private final Gallery gallery;
    private final SeriesReads series;
    private final Shares shares;
    private final Access access;
    private final Clock clock;

    EventPages(
            OrganizationReads organizations,
            ObjectProvider<TicketPicker> tickets,
            ObjectProvider<RsvpCard> answers,
            ObjectProvider<AgendaCard> agenda,
            Companions companions,
            Gallery gallery,
            SeriesReads series,
            Shares shares,
            Access access,
            Clock clock) {
        this.organizations = organizations;
        this.tickets = tickets;
        this.answers = answers;
        this.agenda = agenda;
        this.companions = companions;
        this.gallery = gallery;
        this.series = series;
        this.shares = shares;
        this.access = access;
        this.clock = clock;
    }

    /** The shell with the event's title, words for search engines, and colour. */
    Page shell(Page page, EventView event) {
        EventDetails details = event.details();
        return page.titled(details.title())
                .described(shares.description(details))
                .hue(details.hue());
    }

    /** @param unlockKey shows hidden ticket types; null shows none */
    EventPageView view(EventView event, Page page, @Nullable String unlockKey) {
        EventDetails details = event.details();
        Text text = page.text();
        Where where = where(event, text);
        OrganizationView host = organizations.byId(event.organization());
        TicketPicker picker = details.ticketing() ? tickets.getIfAvailable() : null;
        List<Offer> offers = picker == null ? List.of() : picker.offers(event);
        Content card = picker == null ? null : picker.content(event, page, unlockKey);
        RsvpCard rsvp = answers.getIfAvailable();
        AgendaCard programme = agenda.getIfAvailable();
        AgendaCard.Parts parts = programme == null ? AgendaCard.Parts.NONE : programme.parts(event, page);
        return new EventPageView(
                details.title(),
                Covers.of(details),
                Hue.cssClass(details.hue()),
                states(event, offers, text),
                topics(details, text),
                when(event, text),
                where,
                website(details, where),
                host(host),
                Markdown.html(details.description()),
                notes(event, text),
                gallery.of(event.id()).stream().map(Covers::picture).toList(),
                card,
                rsvp == null ? null : rsvp.content(event, page),
                parts.sessions(),
                parts.speakers(),
                companions.of(event, null, text),
                banner(event, text),
                shares.of(event, host, offers),
                EventLinks.calendar(event),
                series(event, text),
                access.may(Permission.SEE_EVENT, event.organization(), event.id()) ? EventLinks.manage(event) : null,
                details.page().blocks().stream()
                        .filter(block -> block.shown() && !(block.kind() == PageBlock.Kind.MAP && isOver(event)))
                        .map(block -> new EventPageView.Block(Wire.name(block.kind()), Markdown.html(block.text())))
                        .toList());
    }

    private @Nullable Link series(EventView event, Text text) {
        SeriesView known = isOpen(event) ? series.of(event.id()) : null;
        return known == null ? null : Link.to("/series/" + known.slug(), RuleWords.of(known, text));
    }

    private static EventPageView.When when(EventView event, Text text) {
        EventPageView.When when = EventTimesText.when(event.details(), text);
        return event.dateUnknown()
                ? new EventPageView.When(
                        when.leaf(),
                        text.get("eventpage.when.unknown"),
                        text.get("eventpage.when.planned", EventTimesText.brief(event.details(), text)),
                        null,
                        event.details().timeZone())
                : when;
    }

    private List<Chip> states(EventView event, List<Offer> offers, Text text) {
        List<Chip> chips = new ArrayList<>();
        Chip state = StateChips.of(event, offers, text, clock.instant());
        if (state != null) chips.add(state);
        Visibility visibility = event.details().visibility();
        if (visibility != Visibility.PUBLIC) chips.add(Chip.plain(text.of("eventpage.visibility", visibility)));
        return chips;
    }

    private static List<Link> topics(EventDetails details, Text text) {
        List<Link> topics = new ArrayList<>();
        if (details.category() != Category.OTHER) {
            topics.add(
                    Link.to(EventLinks.discover(details.category()), text.of("discover.category", details.category())));
        }
        details.tags().forEach(tag -> topics.add(Link.to(EventLinks.tag(tag), "#" + tag)));
        return topics;
    }

    private static Where where(EventView event, Text text) {
        EventDetails details = event.details();
        Place place = Place.of(details);
        String name = place.name();
        if (name != null) {
            String also = place.online() ? text.get("eventpage.where.also_online") : null;
            String rest = place.beside(name, text.locale());
            return new Where(
                    "pin",
                    name,
                    rest == null ? also : also == null ? rest : rest + " · " + also,
                    EventLinks.map(place.line()),
                    text.get("eventpage.where.map"));
        } else if (place.online()) {
            boolean open = !details.ticketing() && !isOver(event);
            return new Where(
                    "online",
                    text.get("eventpage.where.online"),
                    details.ticketing() && !isOver(event) ? text.get("eventpage.where.link_with_ticket") : null,
                    open ? details.onlineUrl() : null,
                    details.onlineUrl() == null
                            ? ""
                            : text.get("eventpage.where.join", EventLinks.label(details.onlineUrl())));
        } else {
            return new Where("pin", text.get("eventpage.where.open"), null, null, "");
        }
    }

    private static @Nullable Link website(EventDetails details, Where where) {
        String address = details.website();
        return address == null || address.equals(where.link()) ? null : Link.to(address, EventLinks.label(address));
    }

    private static Host host(OrganizationView host) {
        return new Host(
                host.name(),
                "/o/" + host.slug(),
                Covers.logo(host.logo()),
                Markdown.plain(host.description(), HOST_LINE));
    }

    private List<String> notes(EventView event, Text text) {
        EventDetails details = event.details();
        List<String> notes = new ArrayList<>();
        RefundOffer offer = event.takesBack(clock.instant()) ? event.refundOffer() : null;
        if (offer != null) notes.add(text.get("eventpage.note.refunds", text.shortDate(offer.until())));
        Integer age = details.minimumAge();
        if (age != null && age > 0) notes.add(text.get("eventpage.note.age", age));
        if (details.approvalRequired()) notes.add(text.get("eventpage.note.approval"));
        if (!details.refundPolicy().isBlank()) notes.add(details.refundPolicy());
        return notes;
    }

    private @Nullable Banner banner(EventView event, Text text) {
        return switch (event.state()) {
            case DRAFT ->
                new Banner(Tone.INFO, text.get("eventpage.banner.draft"), text.get("eventpage.banner.draft_detail"));
            case CANCELLED -> new Banner(Tone.BAD, text.get("eventpage.banner.cancelled"), event.cancellationReason());
            case ENDED, ARCHIVED -> new Banner(Tone.PLAIN, text.get("eventpage.banner.ended"), null);
            case PUBLISHED, LIVE -> postponed(event.postponement(), text);
        };
    }

    private static @Nullable Banner postponed(@Nullable Postponement postponement, Text text) {
        if (postponement == null) return null;
        return new Banner(
                Tone.WARN,
                postponement.dateKnown()
                        ? text.get(
                                "eventpage.banner.rescheduled",
                                text.shortDate(postponement.from().toLocalDate()))
                        : text.get("eventpage.banner.postponed"),
                postponement.reason());
    }

    private static boolean isOver(EventView event) {
        return switch (event.state()) {
            case ENDED, ARCHIVED, CANCELLED -> true;
            case DRAFT, PUBLISHED, LIVE -> false;
        };
    }

    /** Whether the event's page is the same for everybody. */
    static boolean isOpen(EventView event) {
        Visibility visibility = event.details().visibility();
        return event.state() != EventState.DRAFT
                && (visibility == Visibility.PUBLIC || visibility == Visibility.UNLISTED);
    }
}
