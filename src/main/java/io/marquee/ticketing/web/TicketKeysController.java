package io.marquee.ticketing.web;

import io.marquee.identity.Access;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import io.marquee.ticketing.SigningKeys;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys that an organization signs its tickets with, for its owners. */
@Controller
@RequestMapping("/manage/organizations/{slug}/ticket-keys")
class TicketKeysController {
    private final OrganizationReads organizations;
    private final SigningKeys keys;
    private final Access access;

    TicketKeysController(OrganizationReads organizations, SigningKeys keys, Access access) {
        this.organizations = organizations;
        this.keys = keys;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        OrganizationView organization = organizations.find(slug);
        Text text = page.text();
        TicketKeysView view = new TicketKeysView(
                OrganizationNav.of(organization, OrganizationNav.Entry.TICKET_KEYS, access, text),
                path(organization),
                keys.all(organization.id()).stream().map(key -> row(key, text)).toList());
        return page.titled(text.get("ticketing.keys.title", organization.name()))
                .show("ticketing/keys", "view", view);
    }

    @PostMapping
    ModelAndView rotate(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        keys.rotate(organization.id());
        Flash.good(page.text().get("ticketing.keys.rotated")).with(redirect);
        return SeeOther.to(path(organization));
    }

    private static TicketKeysView.Row row(SigningKeys.Kept key, Text text) {
        return new TicketKeysView.Row(
                String.valueOf(key.id()),
                text.date(LocalDate.ofInstant(key.createdAt(), ZoneOffset.UTC)),
                key.retiredAt() == null
                        ? new Chip(text.get("ticketing.keys.signs"), Tone.GOOD)
                        : new Chip(text.get("ticketing.keys.verifies"), Tone.PLAIN));
    }

    private static String path(OrganizationView organization) {
        return OrganizationNav.path(organization) + "/ticket-keys";
    }
}
