package io.marquee.guest.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestId;
import io.marquee.guest.GuestReads;
import io.marquee.guest.GuestRefused;
import io.marquee.guest.GuestView;
import io.marquee.guest.LinkRenewals;
import io.marquee.guest.PersonalLinks;
import io.marquee.identity.Permission;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A guest’s personal link, passed on by the team itself. */
@Controller
@RequestMapping("/manage/events/{slug}/guests/{guest}")
class GuestLinkController {
    private final EventReads events;
    private final GuestReads reads;
    private final PersonalLinks links;
    private final LinkRenewals renewals;
    private final Settings settings;

    GuestLinkController(
            EventReads events, GuestReads reads, PersonalLinks links, LinkRenewals renewals, Settings settings) {
        this.events = events;
        this.reads = reads;
        this.links = links;
        this.renewals = renewals;
        this.settings = settings;
    }

    /** WhatsApp lets them choose to whom. */
    @PostMapping("/shares")
    ModelAndView share(@PathVariable String slug, @PathVariable GuestId guest, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        GuestView known = reads.ofEvent(event, guest);
        try {
            links.share(known);
            String words = words(event, settings.baseUrl() + links.path(known), page.text());
            return SeeOther.to("https://wa.me/?text="
                    + URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20"));
        } catch (GuestRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
            return SeeOther.to(GuestLists.path(event) + "/" + guest);
        }
    }

    /** Ends all links that they had. */
    @PostMapping("/links")
    ModelAndView renew(@PathVariable String slug, @PathVariable GuestId guest, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        try {
            GuestView now = renewals.byTeam(reads.ofEvent(event, guest));
            String done = now.address().isEmpty() ? "guest.link.renewed" : "guest.link.renewed.mailed";
            Flash.good(page.text().get(done, now.title())).with(redirect);
        } catch (GuestRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
        }
        return SeeOther.to(GuestLists.path(event) + "/" + guest);
    }

    private static String words(EventView event, String link, Text text) {
        return text.get(
                "guest.link.text",
                event.details().title(),
                text.dateTime(event.details().startsAt(), event.details().timeZone()),
                link);
    }
}
