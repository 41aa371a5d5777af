package io.marquee.event.web;

import io.marquee.event.EventCalendar;
import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.event.Markdown;
import io.marquee.event.series.SeriesReads;
import io.marquee.event.series.SeriesView;
import io.marquee.kernel.NotFound;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public page of a series: what it is, and all its dates as a list and as a calendar to subscribe to. */
@Controller
class SeriesPage {
    private final SeriesReads series;
    private final OrganizationReads organizations;
    private final EventGroups groups;
    private final EventCalendar calendar;
    private final URI baseUrl;

    SeriesPage(
            SeriesReads series,
            OrganizationReads organizations,
            EventGroups groups,
            EventCalendar calendar,
            Settings settings) {
        this.series = series;
        this.organizations = organizations;
        this.groups = groups;
        this.calendar = calendar;
        this.baseUrl = settings.baseUrl();
    }

    @GetMapping("/series/{slug}")
    ModelAndView show(@PathVariable String slug, @RequestParam(defaultValue = "") String when, Page page) {
        SeriesView known = series.visible(slug);
        boolean past = DiscoverQuery.PAST.equals(when);
        List<EventView> events = series.events(known, past);
        EventDetails like = model(known, events, past).details();
        SeriesPageView view = view(known, like, past, events, page.text());
        return page.titled(known.title())
                .described(like.summary().isEmpty() ? Markdown.plain(like.description(), 200) : like.summary())
                .hue(like.hue())
                .show("event/series", "view", view);
    }

    /** Whoever subscribed keeps the past ones too. */
    @GetMapping("/series/{slug}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String slug) {
        SeriesView known = series.visible(slug);
        List<EventView> events = Stream.of(series.events(known, true).reversed(), series.events(known, false))
                .flatMap(List::stream)
                .toList();
        return EventFiles.calendar(calendar.feed(known.title(), events), known.slug());
    }

    private EventView model(SeriesView known, List<EventView> events, boolean past) {
        return Stream.concat(events.stream(), series.events(known, !past).stream())
                .findFirst()
                .orElseThrow(() -> new NotFound("series"));
    }

    private SeriesPageView view(SeriesView known, EventDetails like, boolean past, List<EventView> events, Text text) {
        String path = "/series/" + known.slug();
        OrganizationView host = organizations.byId(known.organization());
        return new SeriesPageView(
                known.title(),
                baseUrl + path,
                RuleWords.of(known, text),
                like.summary(),
                Link.to("/o/" + host.slug(), host.name()),
                path + "/calendar.ics",
                past,
                List.of(
                        Link.to(path, text.get("discover.when.upcoming")).current(!past),
                        Link.to(path + "?when=past", text.get("discover.when.past"))
                                .current(past)),
                groups.of(events, false, text));
    }
}
