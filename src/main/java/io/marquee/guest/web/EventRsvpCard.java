package io.marquee.guest.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import io.marquee.event.EventView;
import io.marquee.event.RsvpCard;
import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.guest.Rsvps;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class EventRsvpCard implements RsvpCard {
    private final Rsvps rsvps;
    private final TemplateEngine templates;

    EventRsvpCard(Rsvps rsvps, TemplateEngine templates) {
        this.rsvps = rsvps;
        this.templates = templates;
    }

    @Override
    public @Nullable Content content(EventView event, Page page) {
        Rsvps.Terms terms = rsvps.terms(event);
        GuestView guest = rsvps.mine(event);
        if (!terms.open() && guest == null) return null;
        RsvpCardView view = view(event, terms, guest, page.text());
        return new Content() {
            @Override
            public void writeTo(TemplateOutput output) {
                templates.render("guest/card.jte", Map.of("page", page, "view", view), output);
            }
        };
    }

    private static RsvpCardView view(EventView event, Rsvps.Terms terms, @Nullable GuestView guest, Text text) {
        boolean ticketing = event.details().ticketing();
        boolean full = terms.left() != null && terms.left() == 0;
        List<GuestState> replies = Replies.of(event, full, guest);
        String detail = ticketing || terms.left() == null
                ? ""
                : full ? text.get("guest.card.full") : text.get("guest.card.left", terms.left());
        return new RsvpCardView(
                text.get(ticketing ? "guest.card.title_tickets" : "guest.card.title"),
                guest == null || guest.state() == GuestState.REMOVED ? null : Chip.of(text, guest.state()),
                detail,
                replies.stream()
                        .map(reply -> Link.to(
                                "/events/" + event.slug() + "/rsvp?reply=" + Wire.name(reply),
                                text.of("guest.reply", reply)))
                        .toList(),
                !ticketing && guest == null);
    }
}
