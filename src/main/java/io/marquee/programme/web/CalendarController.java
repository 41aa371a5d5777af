package io.marquee.programme.web;

import io.marquee.identity.AccountNav;
import io.marquee.identity.People;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.programme.PersonalCalendars;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own calendar: its secret address, and what calendars read there. */
@Controller
class CalendarController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final PersonalCalendars calendars;
    private final People people;
    private final URI baseUrl;

    CalendarController(PersonalCalendars calendars, People people, Settings settings) {
        this.calendars = calendars;
        this.people = people;
        this.baseUrl = settings.baseUrl();
    }

    @GetMapping(AccountNav.CALENDAR)
    ModelAndView show(Page page) {
        return shown(null, page);
    }

    /** Shows the address in the answer itself: it is kept nowhere from where another page could show it. */
    @PostMapping(AccountNav.CALENDAR)
    ModelAndView make(Page page) {
        return shown(baseUrl + calendars.make(), page);
    }

    @PostMapping(AccountNav.CALENDAR + "/removal")
    ModelAndView remove(Page page, RedirectAttributes redirect) {
        calendars.remove();
        Flash.good(page.text().get("programme.calendar.removed")).with(redirect);
        return SeeOther.to(AccountNav.CALENDAR);
    }

    @GetMapping("/calendars/{token}.ics")
    ResponseEntity<byte[]> read(@PathVariable String token, Text text) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .body(calendars.read(token, text.get("programme.calendar.name")).getBytes(StandardCharsets.UTF_8));
    }

    private ModelAndView shown(@Nullable String address, Page page) {
        Text text = page.text();
        Instant since = calendars.since();
        CalendarView view = new CalendarView(
                since == null ? null : text.dateTime(since, people.me().timeZone()), address);
        return page.at(Nav.ACCOUNT)
                .titled(text.get("programme.calendar.title"))
                .show("programme/calendar", "view", view)
                .addObject("nav", AccountNav.links(AccountNav.CALENDAR, page));
    }
}
