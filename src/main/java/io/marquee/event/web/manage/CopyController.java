package io.marquee.event.web.manage;

import io.marquee.event.EventCopies;
import io.marquee.event.EventDetails;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Another event like this one, at another time: as long as this one is. */
@Controller
@RequestMapping("/manage/events/{slug}/copy")
class CopyController {
    private final EventCopies copies;
    private final EventReads reads;
    private final Access access;
    private final Hosts hosts;
    private final Clock clock;

    CopyController(EventCopies copies, EventReads reads, Access access, Hosts hosts, Clock clock) {
        this.copies = copies;
        this.reads = reads;
        this.access = access;
        this.hosts = hosts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String slug, Page page) {
        EventView event = reads.where(Permission.EDIT_EVENT, slug);
        Map<String, String> proposed = Map.of(
                "title", event.details().title(),
                "startsAt",
                        nextYear(event.details())
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString());
        return asked(event, proposed, FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView copy(@PathVariable String slug, @RequestParam Map<String, String> values, Page page) {
        EventView event = reads.where(Permission.EDIT_EVENT, slug);
        try {
            EventView copy = copied(event, new FormValues(values));
            return SeeOther.to(WizardSteps.DETAILS.path(copy));
        } catch (InvalidInput invalid) {
            ModelAndView again = asked(event, values, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private EventView copied(EventView event, FormValues form) {
        LocalDateTime startsAt = form.dateTime("startsAt");
        form.orThrow();
        return hosts.asOfNow(() -> copies.make(event.id(), form.text("title"), startsAt));
    }

    private LocalDateTime nextYear(EventDetails details) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(details.timeZone()));
        LocalDateTime next = details.startsAt().plusYears(1);
        while (next.isBefore(now)) next = next.plusYears(1);
        return next;
    }

    private ModelAndView asked(EventView event, Map<String, String> values, FieldErrors errors, Page page) {
        List<Field> fields = List.of(
                Field.text("title", page.text().get("event.field.title"))
                        .value(values.getOrDefault("title", ""))
                        .error(errors.of("title"))
                        .required(),
                Field.dateTime("startsAt", page.text().get("event.field.startsAt"))
                        .value(values.getOrDefault("startsAt", ""))
                        .error(errors.of("startsAt"))
                        .required());
        ManageNav nav = ManageNav.of(event, ManageNav.Entry.SETTINGS, access, page.text());
        return page.titled(page.text().get("event.copy.title"))
                .hue(event.details().hue())
                .show("event/copy", "nav", nav)
                .addObject("fields", fields);
    }
}
