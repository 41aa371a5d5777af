package io.marquee.checkin.web;

import io.marquee.checkin.LiveDoor;
import io.marquee.checkin.LiveView;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.platform.web.Chart;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Stat;
import io.marquee.platform.web.Text;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The room and its gates at this moment; {@code /now} is the part of it that moves. */
@Controller
@RequestMapping("/manage/events/{slug}/check-ins/live")
class LiveController {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final EventReads events;
    private final LiveDoor live;
    private final Access access;

    LiveController(EventReads events, LiveDoor live, Access access) {
        this.events = events;
        this.live = live;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        return page.titled(page.text().get("checkin.live.title", event.details().title()))
                .hue(event.details().hue())
                .withHtmx()
                .show("checkin/live", "view", view(event, page.text()));
    }

    @GetMapping("/now")
    ModelAndView now(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        return page.show("checkin/live-now", "view", view(event, page.text()));
    }

    private LivePage view(EventView event, Text text) {
        LiveView door = live.of(event.slug());
        ZoneId zone = event.details().timeZone();
        return new LivePage(
                DoorNav.of(event, DoorNav.Tab.LIVE, access, text),
                stats(door, text),
                new Chart(
                        text.get(
                                "checkin.live.chart",
                                door.minutes().stream()
                                        .mapToInt(LiveView.Minute::in)
                                        .sum()),
                        door.minutes().stream()
                                .map(minute -> new Chart.Point(clock(minute.at(), zone), minute.in()))
                                .toList()),
                door.gates().stream()
                        .map(gate -> new LivePage.Gate(
                                gate.name(),
                                text.number(gate.in()),
                                text.number(gate.out()),
                                text.get("checkin.live.pace", gate.perMinute()),
                                gate.queue()))
                        .toList(),
                DoorNav.path(event, DoorNav.Tab.LIVE) + "/now");
    }

    private static List<Stat> stats(LiveView door, Text text) {
        Integer left = door.minutesLeft();
        return List.of(
                Stat.of(text.get("checkin.live.present"), text.number(door.present())),
                Stat.of(text.get("checkin.scans.in"), text.number(door.in()))
                        .outOf(text.get("checkin.scans.of", door.of())),
                Stat.of(text.get("checkin.live.per_minute"), text.get("checkin.live.number", door.perMinute())),
                Stat.of(
                        text.get("checkin.live.left"),
                        left == null ? text.get("checkin.live.still") : text.get("checkin.live.minutes", left)));
    }

    private static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(LocalTime.ofInstant(at, zone));
    }
}
