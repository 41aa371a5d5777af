package io.marquee.event.web.manage;

import io.marquee.event.EventDetails;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.media.MediaLibrary;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.EventCard;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A person's organizations and events. */
@Controller
class HomeController {
    private static final int MOST = 200;

    private final EventReads events;
    private final OrganizationReads organizations;
    private final Access access;

    HomeController(EventReads events, OrganizationReads organizations, Access access) {
        this.events = events;
        this.organizations = organizations;
        this.access = access;
    }

    @GetMapping("/manage")
    ModelAndView show(Page page) {
        access.personId();
        Text text = page.text();
        List<EventView> mine = Stream.concat(
                        events.mine(Permission.SEE_EVENT, MOST).stream(),
                        events.mine(Permission.CHECK_IN, MOST).stream())
                .distinct()
                .toList();
        List<HomeView.Group> groups = new ArrayList<>();
        group(groups, text.get("event.home.now"), mine, Set.of(EventState.LIVE), text);
        group(groups, text.get("event.home.coming"), mine, Set.of(EventState.PUBLISHED), text);
        group(groups, text.get("event.home.drafts"), mine, Set.of(EventState.DRAFT), text);
        group(groups, text.get("event.home.over"), mine, Set.of(EventState.ENDED, EventState.CANCELLED), text);
        group(groups, text.get("event.home.archived"), mine, Set.of(EventState.ARCHIVED), text);
        HomeView view = new HomeView(organizations.mine(Permission.SEE_ORGANIZATION), groups);
        return page.titled(text.get("event.home.title")).at(Nav.MANAGE).show("event/manage-home", "view", view);
    }

    /** Soonest first while it lies ahead, latest first once it is over. */
    private void group(
            List<HomeView.Group> groups, String label, List<EventView> mine, Set<EventState> states, Text text) {
        Comparator<EventView> soonest = Comparator.comparing(EventView::startsAt);
        boolean over = states.contains(EventState.ENDED) || states.contains(EventState.ARCHIVED);
        List<EventCard> cards = mine.stream()
                .filter(event -> states.contains(event.state()))
                .sorted(over ? soonest.reversed() : soonest)
                .map(event -> card(event, text))
                .toList();
        if (!cards.isEmpty()) groups.add(new HomeView.Group(label, cards));
    }

    private EventCard card(EventView event, Text text) {
        EventDetails d = event.details();
        boolean door = isDoorOnly(event);
        return new EventCard(
                door ? "/scanner/" + event.slug() : "/manage/events/" + event.slug(),
                d.title(),
                d.hue(),
                d.cover() == null ? null : MediaLibrary.path(d.cover(), MediaLibrary.WIDTHS.getFirst()),
                d.allDay() ? text.shortDate(d.startsAt().toLocalDate()) : text.dateTime(d.startsAt(), d.timeZone()),
                place(d),
                null,
                null,
                door ? new Chip(text.get("ui.nav.scan"), Tone.INFO) : Chip.of(text, event.state()));
    }

    /** Whoever may scan but not look at the rest goes straight to the door. */
    private boolean isDoorOnly(EventView event) {
        return access.may(Permission.CHECK_IN, event.organization(), event.id())
                && !access.may(Permission.SEE_EVENT, event.organization(), event.id());
    }

    private static @Nullable String place(EventDetails d) {
        String place = Stream.<@Nullable String>of(d.venue(), d.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : place;
    }
}
