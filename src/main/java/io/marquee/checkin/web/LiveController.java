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
import io.marquee.platform.web.Tone;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The room and its gates at this moment; {@code /now} is the part of it that moves. */
@Controller
@RequestMapping("/manage/events/{slug}/check-ins/live")
class LiveController {
    /** At a pace that takes longer, nobody can tell when: it will change. */
    private static final int FORESEEN_MINUTES = 180;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** Minutes in figures; the chart has all of the hour. */
    private static final int LISTED = 10;

    private final EventReads events;
    private final LiveDoor live;
    private final Access access;

    LiveController(EventReads events, LiveDoor live, Access access) {
        this.events = events;
        this.live = live;
        this.access = access;
    }

    /** @param gate whose minutes are shown; all of them together where none of that name is there */
    @GetMapping
    ModelAndView show(@PathVariable String slug, @RequestParam(defaultValue = "") String gate, Page page) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        return page.titled(page.text().get("checkin.live.title", event.details().title()))
                .hue(event.details().hue())
                .withHtmx()
                .show("checkin/live", "view", view(event, gate, page.text()));
    }

    @GetMapping("/now")
    ModelAndView now(@PathVariable String slug, @RequestParam(defaultValue = "") String gate, Page page) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        return page.show("checkin/live-now", "view", view(event, gate, page.text()));
    }

    private LivePage view(EventView event, String name, Text text) {
        LiveView door = live.of(event.slug());
        ZoneId zone = event.details().timeZone();
        String path = DoorNav.path(event, DoorNav.Tab.LIVE);
        LiveView.Gate chosen = door.gates().stream()
                .filter(gate -> gate.name().equals(name))
                .findFirst()
                .orElse(null);
        List<LiveView.Minute> minutes = chosen == null ? door.minutes() : door.minutesAt(chosen);
        return new LivePage(
                DoorNav.of(event, DoorNav.Tab.LIVE, access, text),
                stats(door, zone, text),
                chosen == null ? null : chosen.name(),
                chart(minutes, zone, text),
                minutes.subList(minutes.size() - LISTED, minutes.size()).reversed().stream()
                        .map(minute -> new LivePage.Minute(
                                clock(minute.at(), zone), text.number(minute.in()), text.number(minute.out())))
                        .toList(),
                door.gates().stream()
                        .map(gate -> new LivePage.Gate(
                                gate.name(),
                                text.number(gate.in()),
                                text.number(gate.out()),
                                text.get("checkin.live.pace", gate.perMinute()),
                                gate.queue(),
                                path + of(gate) + "#hour"))
                        .toList(),
                path,
                path + "/now" + (chosen == null ? "" : of(chosen)));
    }

    private static String of(LiveView.Gate gate) {
        return "?gate=" + UriUtils.encode(gate.name(), StandardCharsets.UTF_8);
    }

    private static Chart chart(List<LiveView.Minute> minutes, ZoneId zone, Text text) {
        return new Chart(
                text.get(
                        "checkin.live.chart",
                        minutes.stream().mapToInt(LiveView.Minute::in).sum(),
                        minutes.stream().mapToInt(LiveView.Minute::out).sum()),
                minutes.stream()
                        .map(minute -> new Chart.Point(clock(minute.at(), zone), minute.in()))
                        .toList(),
                new Chart.Second(
                        text.get("checkin.live.in"),
                        text.get("checkin.live.out"),
                        minutes.stream().map(minute -> (long) minute.out()).toList()));
    }

    private static List<Stat> stats(LiveView door, ZoneId zone, Text text) {
        Integer left = door.minutesLeft();
        Stat until = Stat.of(
                text.get("checkin.live.left"),
                left == null ? text.get("checkin.live.still") : text.get("checkin.live.minutes", left));
        int expected = door.of() - door.in();
        return List.of(
                Stat.of(text.get("checkin.live.present"), text.number(door.present())),
                Stat.of(text.get("checkin.scans.in"), text.number(door.in()))
                        .outOf(text.get("checkin.scans.of", door.of())),
                Stat.of(text.get("checkin.live.per_minute"), text.get("checkin.live.number", door.perMinute())),
                expected == 0 ? until : until.noting(forecast(door, expected, zone, text), Tone.PLAIN));
    }

    private static String forecast(LiveView door, int expected, ZoneId zone, Text text) {
        Integer left = door.minutesLeft();
        if (left == null || left > FORESEEN_MINUTES) return text.get("checkin.live.expected", expected);
        Instant then = door.minutes().getLast().at().plus(left, ChronoUnit.MINUTES);
        return text.get("checkin.live.expected_until", expected, clock(then, zone));
    }

    private static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(LocalTime.ofInstant(at, zone));
    }
}
