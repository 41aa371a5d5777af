package io.marquee.event.web.manage;

import io.marquee.event.CancellationEffect;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The moves that a team makes by hand. */
@Controller
@RequestMapping("/manage/events/{slug}")
class StateController {
    private final Events events;
    private final EventReads reads;
    private final Access access;
    private final ObjectProvider<CancellationEffect> effects;

    StateController(Events events, EventReads reads, Access access, ObjectProvider<CancellationEffect> effects) {
        this.events = events;
        this.reads = reads;
        this.access = access;
        this.effects = effects;
    }

    @PostMapping("/publication/withdrawal")
    ModelAndView unpublish(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        EventView event =
                events.unpublish(reads.where(Permission.PUBLISH_EVENT, slug).id());
        return done(event, "event.unpublished", page, redirect);
    }

    @PostMapping("/start")
    ModelAndView start(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        EventView event =
                events.goLive(reads.where(Permission.PUBLISH_EVENT, slug).id());
        return done(event, "event.started", page, redirect);
    }

    @PostMapping("/archive")
    ModelAndView archive(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        EventView event =
                events.archive(reads.where(Permission.EDIT_EVENT, slug).id());
        return done(event, "event.archived", page, redirect);
    }

    @GetMapping("/cancellation")
    ModelAndView askWhy(@PathVariable String slug, Page page) {
        EventView event = reads.where(Permission.CANCEL_EVENT, slug);
        return EventState.MOVES.allows(event.state(), EventState.CANCELLED)
                ? asked(event, "", FieldErrors.none(), page)
                : SeeOther.to(after(event));
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            RedirectAttributes redirect) {
        EventView event = reads.where(Permission.CANCEL_EVENT, slug);
        // from another tab, or sent twice: it is done
        if (event.state() == EventState.CANCELLED) return SeeOther.to(after(event));
        try {
            EventView cancelled = events.cancel(event.id(), reason);
            Flash.good(page.text().get("event.cancelled")).with(redirect);
            return SeeOther.to(after(cancelled));
        } catch (InvalidInput invalid) {
            ModelAndView again = asked(event, reason, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    /** Where one sees what becomes of it. */
    private String after(EventView event) {
        String settings = "/manage/events/" + event.slug() + "/settings";
        return event.state() != EventState.CANCELLED
                ? settings
                : effects.orderedStream()
                        .map(effect -> effect.progress(event))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(settings);
    }

    @PostMapping("/deletion")
    ModelAndView delete(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        EventView event = reads.where(Permission.DELETE_EVENT, slug);
        events.delete(event.id());
        Flash.good(page.text().get("event.deleted", event.details().title())).with(redirect);
        return SeeOther.to("/manage");
    }

    private ModelAndView asked(EventView event, String reason, FieldErrors errors, Page page) {
        Field field = Field.textarea("reason", page.text().get("event.cancel.reason"))
                .hint(page.text().get("event.cancel.reason_hint"))
                .value(reason)
                .error(errors.of("reason"))
                .required();
        ManageNav nav = ManageNav.of(event, ManageNav.Entry.SETTINGS, access, page.text());
        return page.titled(page.text().get("event.cancel.title"))
                .hue(event.details().hue())
                .show("event/cancel", "nav", nav)
                .addObject("field", field)
                .addObject(
                        "effects",
                        effects.orderedStream()
                                .flatMap(effect -> effect.sentences(event, page.text()).stream())
                                .toList());
    }

    private static ModelAndView done(EventView event, String words, Page page, RedirectAttributes redirect) {
        Flash.good(page.text().get(words)).with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/settings");
    }
}
