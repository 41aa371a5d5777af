package io.marquee.checkin.web;

import io.marquee.checkin.ConflictView;
import io.marquee.checkin.Conflicts;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Conflicts with all their scans; the organizer says what became of them. */
@Controller
@RequestMapping("/manage/events/{slug}/check-ins/conflicts")
class ConflictsController {
    private static final int PAGE = 25;

    private final EventReads events;
    private final Conflicts conflicts;
    private final Access access;
    private final Clock clock;

    ConflictsController(EventReads events, Conflicts conflicts, Access access, Clock clock) {
        this.events = events;
        this.conflicts = conflicts;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @RequestParam(required = false) @Nullable String cursor, Page page) {
        EventView event = events.where(Permission.CHECK_IN, slug);
        Text text = page.text();
        Slice<ConflictView> found = conflicts.ofEvent(slug, cursor, PAGE);
        String here = DoorNav.path(event, DoorNav.Tab.CONFLICTS);
        boolean settles = access.may(Permission.MANAGE_TEAM, event.organization(), event.id());
        VerdictWords words = new VerdictWords(text, event.details().timeZone(), clock.instant());
        ConflictsView view = new ConflictsView(
                DoorNav.of(event, DoorNav.Tab.CONFLICTS, access, text),
                found.items().stream()
                        .map(conflict -> row(conflict, settles ? here : null, words, text))
                        .toList(),
                new Pagination(
                        cursor == null ? null : here, found.next() == null ? null : here + "?cursor=" + found.next()));
        return page.titled(text.get("checkin.conflicts.title", event.details().title()))
                .hue(event.details().hue())
                .show("checkin/conflicts", "view", view);
    }

    @PostMapping("/{conflict}/settlement")
    ModelAndView settle(
            @PathVariable String slug,
            @PathVariable UUID conflict,
            @RequestParam(defaultValue = "") String note,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_TEAM, slug);
        try {
            conflicts.settle(slug, conflict, note);
            Flash.good(page.text().get("checkin.conflicts.settled")).with(redirect);
        } catch (InvalidInput invalid) {
            Flash.bad(FieldErrors.of(invalid, page.text()).together()).with(redirect);
        }
        return SeeOther.to(DoorNav.path(event, DoorNav.Tab.CONFLICTS));
    }

    private static ConflictsView.Row row(ConflictView conflict, @Nullable String here, VerdictWords words, Text text) {
        ConflictView.Ticket ticket = conflict.ticket();
        return new ConflictsView.Row(
                conflict.id().toString(),
                text.of("checkin.conflicts.kind", conflict.kind()),
                ticket == null ? null : ticket.holder(),
                ticket == null ? "" : ticket.type(),
                conflict.scans().stream().map(scan -> part(scan, words, text)).toList(),
                here == null || conflict.settledAt() != null ? null : here + "/" + conflict.id() + "/settlement",
                conflict.note());
    }

    private static ConflictsView.Part part(ConflictView.Part scan, VerdictWords words, Text text) {
        String verdict = Chip.of(text, scan.verdict()).label();
        return new ConflictsView.Part(
                String.join(" · ", words.when(scan.at()), scan.gate(), scan.device()),
                scan.told() == null || scan.told() == scan.verdict()
                        ? verdict
                        : text.get(
                                "checkin.conflicts.told",
                                Chip.of(text, scan.told()).label(),
                                verdict));
    }
}
