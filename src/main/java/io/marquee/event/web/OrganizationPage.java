package io.marquee.event.web;

import io.marquee.event.Discovery;
import io.marquee.event.EventCalendar;
import io.marquee.event.EventSearch;
import io.marquee.event.EventView;
import io.marquee.event.Markdown;
import io.marquee.event.Period;
import io.marquee.kernel.Slice;
import io.marquee.organization.Followers;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public page of an organization: who they are, and their public events as a list and as a calendar to subscribe to. */
@Controller
class OrganizationPage {
    private static final int PER_PAGE = 24;
    private static final int IN_CALENDAR = 200;

    private final OrganizationReads organizations;
    private final Followers followers;
    private final Discovery discovery;
    private final EventGroups groups;
    private final EventCalendar calendar;
    private final URI baseUrl;

    OrganizationPage(
            OrganizationReads organizations,
            Followers followers,
            Discovery discovery,
            EventGroups groups,
            EventCalendar calendar,
            Settings settings) {
        this.organizations = organizations;
        this.followers = followers;
        this.discovery = discovery;
        this.groups = groups;
        this.calendar = calendar;
        this.baseUrl = settings.baseUrl();
    }

    @GetMapping("/o/{slug}")
    ModelAndView show(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String when,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        OrganizationView host = organizations.find(slug);
        boolean past = DiscoverQuery.PAST.equals(when);
        EventSearch search = EventSearch.of(past ? Period.PAST : Period.UPCOMING)
                .by(host.id())
                .once();
        Slice<EventView> found = discovery.find(search, cursor, PER_PAGE);
        return page.titled(host.name())
                .described(Markdown.plain(host.description(), 200))
                .hue(host.hue())
                .show("event/organization", "view", view(host, past, cursor, found, page));
    }

    @GetMapping("/o/{slug}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String slug) {
        OrganizationView host = organizations.find(slug);
        List<EventView> next = discovery
                .find(EventSearch.of(Period.UPCOMING).by(host.id()), null, IN_CALENDAR)
                .items();
        return EventFiles.calendar(calendar.feed(host.name(), next), host.slug());
    }

    private OrganizationPageView view(
            OrganizationView host, boolean past, @Nullable String cursor, Slice<EventView> found, Page page) {
        Text text = page.text();
        String path = "/o/" + host.slug();
        String here = past ? path + "?when=past" : path;
        String next = found.next() == null ? null : here + (past ? "&" : "?") + "cursor=" + found.next();
        return new OrganizationPageView(
                host.name(),
                baseUrl + path,
                Covers.logo(host.logo()),
                host.website(),
                host.website() == null ? "" : EventLinks.label(host.website()),
                Markdown.html(host.description()),
                path,
                page.viewer() == null ? null : followers.isFollowed(host.id()),
                text.get("organization.followers", followers.count(host.id())),
                path + "/calendar.ics",
                past,
                List.of(
                        Link.to(path, text.get("discover.when.upcoming")).current(!past),
                        Link.to(path + "?when=past", text.get("discover.when.past"))
                                .current(past)),
                groups.withSeries(found.items(), text),
                new Pagination(cursor == null ? null : here, next));
    }
}
