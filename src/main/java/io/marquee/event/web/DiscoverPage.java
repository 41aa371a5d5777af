package io.marquee.event.web;

import io.marquee.event.Discovery;
import io.marquee.event.EventSearch;
import io.marquee.event.EventView;
import io.marquee.event.Period;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where visitors look for events. The form is a plain GET: each choice has its address. */
@Controller
class DiscoverPage {
    private static final int PER_PAGE = 24;
    private static final int ON_HOME = 8;

    private final Discovery discovery;
    private final DiscoverForm form;
    private final EventGroups groups;
    private final EventCards cards;
    private final Clock clock;

    DiscoverPage(Discovery discovery, DiscoverForm form, EventGroups groups, EventCards cards, Clock clock) {
        this.discovery = discovery;
        this.form = form;
        this.groups = groups;
        this.cards = cards;
        this.clock = clock;
    }

    @GetMapping("/discover")
    ModelAndView discover(DiscoverQuery query, @RequestParam(required = false) @Nullable String cursor, Page page) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        EventSearch search = query.search(today);
        Slice<EventView> found = find(search, cursor);
        boolean daily = search.period() instanceof Period.Days || search.period() instanceof Period.Today;
        return page.titled(page.text().get("discover.title"))
                .described(page.text().get("discover.description"))
                .at(Nav.DISCOVER)
                .show(
                        "event/discover",
                        "view",
                        form.view(
                                query,
                                discovery.count(search),
                                discovery.facets(query.past()),
                                groups.of(found.items(), daily, page.text()),
                                cursor == null ? null : query.address(),
                                found.next() == null ? null : query.address(found.next()),
                                page.text()));
    }

    @GetMapping("/")
    ModelAndView home(Page page) {
        Slice<EventView> next = discovery.find(EventSearch.of(Period.UPCOMING), null, ON_HOME);
        var shown = cards.of(next.items(), page.text());
        return page.described(page.text().get("discover.description"))
                .at(Nav.DISCOVER)
                .show(
                        "event/home",
                        "view",
                        form.home(
                                discovery.facets(false),
                                next.items().stream()
                                        .map(event -> shown.get(event.id()))
                                        .toList(),
                                page.text()));
    }

    /** A cursor of an older version starts from the top. */
    private Slice<EventView> find(EventSearch search, @Nullable String cursor) {
        try {
            return discovery.find(search, cursor, PER_PAGE);
        } catch (InvalidInput unknownCursor) {
            return discovery.find(search, null, PER_PAGE);
        }
    }
}
