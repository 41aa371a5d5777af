package io.marquee.checkin.web;

import io.marquee.checkin.CheckInReads;
import io.marquee.checkin.CheckInView;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.Csv;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.Turnout;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The team's page about the door; {@code /scans} is the part of it that moves. */
@Controller
@RequestMapping("/manage/events/{slug}/check-ins")
class CheckInsController {
    private static final int PAGE = 50;

    private final EventReads events;
    private final CheckInReads reads;
    private final ScanRows rows;
    private final ScanCsv csv;
    private final Access access;
    private final Settings settings;

    CheckInsController(
            EventReads events, CheckInReads reads, ScanRows rows, ScanCsv csv, Access access, Settings settings) {
        this.events = events;
        this.reads = reads;
        this.rows = rows;
        this.csv = csv;
        this.access = access;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String slug,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        return page.titled(
                        page.text().get("checkin.scans.title", event.details().title()))
                .hue(event.details().hue())
                .withHtmx()
                .show("checkin/scans", "view", view(event, refused, cursor, page.text()));
    }

    @GetMapping("/scans")
    ModelAndView scans(@PathVariable String slug, @RequestParam(defaultValue = "false") boolean refused, Page page) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        return page.show("checkin/scan-list", "view", view(event, refused, null, page.text()));
    }

    /** All scans, whoever they let in. */
    @GetMapping("/scans.csv")
    ResponseEntity<StreamingResponseBody> csv(@PathVariable String slug) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        return ResponseEntity.ok()
                .contentType(Csv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"scans-" + event.slug() + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(csv.of(event));
    }

    private CheckInsView view(EventView event, boolean refused, @Nullable String cursor, Text text) {
        DoorNav nav = DoorNav.of(event, DoorNav.Tab.SCANS, access, text);
        Turnout turnout = reads.turnout(event.slug());
        Slice<CheckInView> scans = reads.ofEvent(event.slug(), refused, cursor, PAGE);
        String here = nav.path();
        String filter = refused ? "?refused=true" : "";
        return new CheckInsView(
                nav,
                text.get("checkin.scanner.turnout", turnout.in(), turnout.of()),
                turnout.in(),
                turnout.of(),
                reads.byGate(event.slug()),
                List.of(
                        Link.to(here, text.get("checkin.scans.all")).current(!refused),
                        Link.to(here + "?refused=true", text.get("checkin.scans.refused"))
                                .current(refused)),
                rows.of(event, scans.items(), text),
                new Pagination(cursor == null ? null : here + filter, next(here, refused, scans.next())),
                cursor == null ? here + "/scans" + filter : null,
                ScannerView.path(event),
                settings.baseUrl() + ScannerView.path(event));
    }

    private static @Nullable String next(String here, boolean refused, @Nullable String cursor) {
        return cursor == null ? null : here + "?refused=" + refused + "&cursor=" + cursor;
    }
}
