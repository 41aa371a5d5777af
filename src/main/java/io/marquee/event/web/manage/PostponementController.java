package io.marquee.event.web.manage;

import io.marquee.event.CancellationEffect;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.Postponing;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** Moves an event to another day, or to one that is not known yet. */
@Controller
@RequestMapping("/manage/events/{slug}/postponement")
class PostponementController {
    private final Postponing postponing;
    private final EventReads reads;
    private final Access access;
    private final ObjectProvider<CancellationEffect> effects;

    PostponementController(
            Postponing postponing, EventReads reads, Access access, ObjectProvider<CancellationEffect> effects) {
        this.postponing = postponing;
        this.reads = reads;
        this.access = access;
        this.effects = effects;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String slug, Page page) {
        return asked(event(slug), Map.of(), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView postpone(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        try {
            EventView now = postponing.postpone(
                    event.id(), date(fields), fields.getOrDefault("reason", ""), refundsUntil(fields));
            Flash.good(page.text().get("event.postponed")).with(redirect);
            return SeeOther.to("/manage/events/" + now.slug() + "/settings");
        } catch (InvalidInput invalid) {
            ModelAndView again = asked(event, fields, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private EventView event(String slug) {
        return reads.where(Permission.CANCEL_EVENT, slug);
    }

    /** Two empty fields: it is not known yet. */
    private static Postponing.@Nullable NewDate date(Map<String, String> fields) {
        String starts = fields.getOrDefault("startsAt", "").strip();
        String ends = fields.getOrDefault("endsAt", "").strip();
        return starts.isEmpty() && ends.isEmpty()
                ? null
                : new Postponing.NewDate(time("startsAt", starts), time("endsAt", ends));
    }

    private static LocalDateTime time(String field, String typed) {
        try {
            return LocalDateTime.parse(typed);
        } catch (DateTimeException noTime) {
            throw InvalidInput.at(field, typed.isEmpty() ? "required" : "date_time");
        }
    }

    private static @Nullable LocalDate refundsUntil(Map<String, String> fields) {
        String typed = fields.getOrDefault("refundsUntil", "").strip();
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException noDate) {
            throw InvalidInput.at("refundsUntil", "date");
        }
    }

    private ModelAndView asked(EventView event, Map<String, String> typed, FieldErrors errors, Page page) {
        Text text = page.text();
        String zone = event.details().timeZone().getId();
        List<Field> fields = List.of(
                Field.dateTime("startsAt", text.get("event.postpone.starts", zone))
                        .value(typed.get("startsAt"))
                        .hint(text.get("event.postpone.starts_hint"))
                        .error(errors.of("startsAt")),
                Field.dateTime("endsAt", text.get("event.postpone.ends", zone))
                        .value(typed.get("endsAt"))
                        .error(errors.of("endsAt")),
                Field.textarea("reason", text.get("event.cancel.reason"))
                        .hint(text.get("event.cancel.reason_hint"))
                        .with("rows", "3")
                        .value(typed.get("reason"))
                        .error(errors.of("reason"))
                        .required(),
                Field.date("refundsUntil", text.get("event.postpone.refunds"))
                        .hint(text.get("event.postpone.refunds_hint"))
                        .value(typed.get("refundsUntil"))
                        .error(errors.of("refundsUntil")));
        ManageNav nav = ManageNav.of(event, ManageNav.Entry.SETTINGS, access, text);
        return page.titled(text.get("event.postpone.title"))
                .hue(event.details().hue())
                .show("event/postpone", "nav", nav)
                .addObject("fields", fields)
                .addObject("errors", errors)
                .addObject("possible", event.state() == EventState.PUBLISHED)
                .addObject(
                        "effects",
                        effects.orderedStream()
                                .flatMap(effect -> effect.ifPostponed(event, text).stream())
                                .toList());
    }
}
