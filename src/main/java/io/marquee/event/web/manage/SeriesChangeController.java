package io.marquee.event.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.series.Following;
import io.marquee.event.series.Occurrence;
import io.marquee.event.series.Recurring;
import io.marquee.event.series.SeriesChange;
import io.marquee.event.series.SeriesReads;
import io.marquee.event.series.SeriesRule;
import io.marquee.event.series.SeriesView;
import io.marquee.event.web.RuleWords;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes all that follows one event of a series; each tells what will happen before it does. */
@Controller
@RequestMapping("/manage/events/{slug}/series")
class SeriesChangeController {
    private final Recurring recurring;
    private final Following following;
    private final SeriesReads series;
    private final EventReads reads;
    private final Access access;

    SeriesChangeController(
            Recurring recurring, Following following, SeriesReads series, EventReads reads, Access access) {
        this.recurring = recurring;
        this.following = following;
        this.series = series;
        this.reads = reads;
        this.access = access;
    }

    @GetMapping("/rule")
    ModelAndView askRule(@PathVariable String slug, Page page) {
        EventView event = event(slug);
        SeriesView known = known(event);
        LocalDate today = event.details().startsAt().toLocalDate();
        List<LocalDate> leftOut = series.days(slug).stream()
                .filter(day -> day.event() == null && day.slot().isAfter(today))
                .map(Occurrence::slot)
                .toList();
        SeriesRule now = new SeriesRule(known.recurrence(), leftOut, known.aheadDays(), known.publish());
        return rule(event, SeriesForm.of(event, now), FieldErrors.none(), null, page);
    }

    /** What it would do is shown first; the button beneath it sends the same with {@code agreed}. */
    @PostMapping("/rule")
    ModelAndView changeRule(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "false") boolean agreed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        SeriesForm form = new SeriesForm(event, typed);
        try {
            SeriesRule rule = form.rule();
            if (!agreed) return rule(event, form, FieldErrors.none(), rule, page);
            recurring.change(slug, rule);
        } catch (InvalidInput invalid) {
            ModelAndView again = rule(event, form, FieldErrors.of(invalid, page.text()), null, page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.good(page.text().get("series.changed")).with(redirect);
        return SeeOther.to(path(event));
    }

    @GetMapping("/following")
    ModelAndView askFollowing(@PathVariable String slug, Page page) {
        return carry(event(slug), "", FieldErrors.none(), page);
    }

    @PostMapping("/following")
    ModelAndView carryOver(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        try {
            following.apply(slug, reason);
        } catch (InvalidInput invalid) {
            ModelAndView again = carry(event, reason, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.good(page.text().get("series.carried")).with(redirect);
        return SeeOther.to(path(event));
    }

    private EventView event(String slug) {
        return reads.where(Permission.EDIT_EVENT, slug);
    }

    private SeriesView known(EventView event) {
        SeriesView known = series.of(event.id());
        if (known == null) throw new NotFound("series");
        return known;
    }

    private ModelAndView rule(
            EventView event, SeriesForm form, FieldErrors errors, @Nullable SeriesRule planned, Page page) {
        Text text = page.text();
        SeriesChange change = planned == null ? null : recurring.plan(event.id().toString(), planned);
        SeriesPageView.Form view = new SeriesPageView.Form(
                nav(event, text),
                path(event) + "/rule",
                false,
                form.fields(errors, text),
                errors,
                planned == null
                        ? null
                        : RuleWords.of(planned.recurrence(), event.details().timeZone(), text),
                List.of(),
                change == null ? null : SeriesChanges.of(change, event.details().timeZone(), text));
        return page.titled(text.get("series.rule.title"))
                .hue(event.details().hue())
                .show("event/series-form", "view", view);
    }

    private ModelAndView carry(EventView event, String reason, FieldErrors errors, Page page) {
        Text text = page.text();
        SeriesChange change = following.plan(event.id().toString());
        Field why = Field.textarea("reason", text.get("event.cancel.reason"))
                .hint(text.get("event.cancel.reason_hint"))
                .with("rows", "3")
                .value(reason)
                .error(errors.of("reason"))
                .required();
        SeriesPageView.Carry view = new SeriesPageView.Carry(
                nav(event, text),
                SeriesChanges.of(change, event.details().timeZone(), text),
                change.count(SeriesChange.Effect.TOLD) > 0,
                why,
                errors,
                path(event));
        return page.titled(text.get("series.following.title"))
                .hue(event.details().hue())
                .show("event/series-following", "view", view);
    }

    private ManageNav nav(EventView event, Text text) {
        return ManageNav.of(event, ManageNav.Entry.SERIES, access, text);
    }

    private static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/series";
    }
}
