package io.marquee.programme.web;

import io.marquee.event.EventCalendar;
import io.marquee.event.EventView;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.programme.Agenda;
import io.marquee.programme.Agendas;
import io.marquee.programme.SessionEntries;
import io.marquee.programme.Stars;
import io.marquee.programme.Viewers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The programme of an event, and what one wants to see of it: with an account, or with the link of a guest, an order or a ticket. */
@Controller
@RequestMapping("/events/{slug}/agenda")
class AgendaPage {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Agendas agendas;
    private final Stars stars;
    private final SessionEntries entries;
    private final EventCalendar calendar;
    private final Viewers viewers;

    AgendaPage(Agendas agendas, Stars stars, SessionEntries entries, EventCalendar calendar, Viewers viewers) {
        this.agendas = agendas;
        this.stars = stars;
        this.entries = entries;
        this.calendar = calendar;
        this.viewers = viewers;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(defaultValue = "false") boolean mine,
            Page page) {
        EventView event = viewers.event(slug, as);
        Text text = page.text();
        Set<UUID> starred = stars.of(event.id(), as);
        boolean starring = stars.possible(as);
        Agenda agenda = agendas.of(event);
        String path = "/events/" + event.slug() + "/agenda";
        String key = as == null ? "" : "&as=" + as;
        AgendaPageView view = new AgendaPageView(
                event.details().title(),
                "/events/" + event.slug(),
                path,
                as,
                mine,
                starring,
                List.of(
                        Link.to(as == null ? path : path + "?as=" + as, text.get("programme.all"))
                                .current(!mine),
                        Link.to(path + "?mine=true" + key, text.get("programme.mine"))
                                .count(String.valueOf(starred.size()))
                                .current(mine)),
                path + "/calendar.ics" + (mine ? "?mine=true" + key : ""),
                AgendaView.of(event, agenda, starred, session -> !mine || starred.contains(session.id()), text));
        return page.titled(text.get("programme.title", event.details().title()))
                .hue(event.details().hue())
                .show("programme/agenda", "view", view);
    }

    @PostMapping("/stars")
    ModelAndView star(
            @PathVariable String slug,
            @RequestParam UUID session,
            @RequestParam(defaultValue = "true") boolean starred,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(defaultValue = "false") boolean mine) {
        EventView event = viewers.event(slug, as);
        stars.set(event, session, starred, as);
        return SeeOther.to(
                "/events/" + event.slug() + "/agenda?mine=" + mine + (as == null ? "" : "&as=" + as) + "#s-" + session);
    }

    @GetMapping("/calendar.ics")
    ResponseEntity<byte[]> calendar(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(defaultValue = "false") boolean mine,
            Page page) {
        EventView event = viewers.event(slug, as);
        String name = page.text().get("programme.title", event.details().title());
        String content = calendar.feed(name, List.of(), mine ? entries.starred(event, as) : entries.all(event));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + event.slug() + "-agenda.ics\"")
                .cacheControl(mine ? CacheControl.noStore() : CacheControl.noCache())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }
}
