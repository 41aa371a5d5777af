package io.marquee.trail.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.AccountNav;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import io.marquee.trail.Deed;
import io.marquee.trail.Deeds;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was done: in an organization, on an event, by oneself. */
@Controller
class TrailController {
    private static final int PAGE = 50;

    private final Deeds deeds;
    private final EventReads events;
    private final OrganizationReads organizations;
    private final People people;
    private final Access access;
    private final TrailRows rows;

    TrailController(
            Deeds deeds,
            EventReads events,
            OrganizationReads organizations,
            People people,
            Access access,
            TrailRows rows) {
        this.deeds = deeds;
        this.events = events;
        this.organizations = organizations;
        this.people = people;
        this.access = access;
        this.rows = rows;
    }

    @GetMapping("/manage/events/{slug}/trail")
    ModelAndView ofEvent(
            @PathVariable String slug,
            TrailQuery query,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        EventView event = events.where(Permission.SEE_TRAIL, slug);
        ZoneId zone = event.details().timeZone();
        Text text = page.text();
        ManageNav nav = ManageNav.of(event, ManageNav.Entry.TRAIL, access, text);
        TrailView view = view(
                deeds.ofEvent(slug, query.filter(zone), cursor, PAGE),
                query,
                cursor,
                nav.path() + "/trail",
                zone,
                text);
        return page.titled(text.get("trail.title", event.details().title()))
                .hue(event.details().hue())
                .show("trail/event", "view", view)
                .addObject("nav", nav);
    }

    @GetMapping("/manage/organizations/{slug}/trail")
    ModelAndView ofOrganization(
            @PathVariable String slug,
            TrailQuery query,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        OrganizationView organization = organizations.find(slug);
        access.require(Permission.SEE_TRAIL, organization.id());
        ZoneId zone = people.me().timeZone();
        Text text = page.text();
        String here = OrganizationNav.path(organization) + "/trail";
        TrailView view =
                view(deeds.ofOrganization(slug, query.filter(zone), cursor, PAGE), query, cursor, here, zone, text);
        return page.titled(text.get("trail.title", organization.name()))
                .hue(organization.hue())
                .show("trail/organization", "view", view)
                .addObject("nav", OrganizationNav.of(organization, OrganizationNav.Entry.TRAIL, access, text));
    }

    @GetMapping("/account/trail")
    ModelAndView mine(TrailQuery query, @RequestParam(required = false) @Nullable String cursor, Page page) {
        ZoneId zone = people.me().timeZone();
        Text text = page.text();
        TrailView view =
                view(deeds.mine(query.filter(zone), cursor, PAGE), query, cursor, AccountNav.TRAIL, zone, text);
        return page.at(Nav.ACCOUNT)
                .titled(text.get("identity.account.trail"))
                .show("trail/account", "view", view)
                .addObject("nav", AccountNav.links(AccountNav.TRAIL, page));
    }

    private TrailView view(
            Slice<Deed> found, TrailQuery query, @Nullable String cursor, String here, ZoneId zone, Text text) {
        return new TrailView(
                rows.rows(found.items(), here, zone, text),
                query.fields(text),
                query.narrows(),
                here,
                new Pagination(
                        cursor == null ? null : here, found.next() == null ? null : query.next(here, found.next())));
    }
}
