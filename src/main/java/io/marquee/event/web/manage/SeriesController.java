package io.marquee.event.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.series.Occurrence;
import io.marquee.event.series.Recurring;
import io.marquee.event.series.SeriesReads;
import io.marquee.event.series.SeriesRule;
import io.marquee.event.series.SeriesView;
import io.marquee.event.web.RuleWords;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** How an event repeats: the rule and its days, for the event's team. */
@Controller
@RequestMapping("/manage/events/{slug}/series")
class SeriesController {
    private static final int PREVIEWED = 12;

    private final Recurring recurring;
    private final SeriesReads series;
    private final EventReads reads;
    private final Access access;

    SeriesController(Recurring recurring, SeriesReads series, EventReads reads, Access access) {
        this.recurring = recurring;
        this.series = series;
        this.reads = reads;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = event(slug);
        SeriesView known = series.of(event.id());
        if (known == null) {
            boolean publish = event.state() != EventState.DRAFT && may(Permission.PUBLISH_EVENT, event);
            return form(event, SeriesForm.proposed(event, publish), FieldErrors.none(), List.of(), null, page);
        }
        ManageNav nav = nav(event, page.text());
        return page.titled(page.text().get("series.title"))
                .hue(event.details().hue())
                .show(
                        "event/series-days",
                        "view",
                        new SeriesPageView(nav, known(known, event, page.text()), path(event)));
    }

    @PostMapping
    ModelAndView begin(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        try {
            recurring.begin(slug, new SeriesForm(event, typed).rule());
        } catch (InvalidInput invalid) {
            return refused(event, typed, invalid, page);
        }
        Flash.good(page.text().get("series.begun")).with(redirect);
        return SeeOther.to(path(event));
    }

    @PostMapping("/previews")
    ModelAndView preview(@PathVariable String slug, @RequestParam MultiValueMap<String, String> typed, Page page) {
        EventView event = event(slug);
        SeriesForm form = new SeriesForm(event, typed);
        try {
            SeriesRule rule = form.rule();
            List<String> dates = recurring.dates(slug, rule, PREVIEWED).stream()
                    .map(at -> page.text().dateTime(at, event.details().timeZone()))
                    .toList();
            String words = RuleWords.of(rule.recurrence(), event.details().timeZone(), page.text());
            return form(event, form, FieldErrors.none(), dates, words, page);
        } catch (InvalidInput invalid) {
            return refused(event, typed, invalid, page);
        }
    }

    @PostMapping("/exceptions")
    ModelAndView leaveOut(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String day,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        boolean own = series.days(slug).stream()
                .anyMatch(one ->
                        event.id().equals(one.event()) && one.slot().toString().equals(day));
        recurring.leaveOut(slug, day(day));
        Flash.good(page.text().get("series.left_out")).with(redirect);
        return SeeOther.to(own ? "/manage" : path(event));
    }

    @PostMapping("/end")
    ModelAndView end(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        EventView event = event(slug);
        recurring.end(slug);
        Flash.good(page.text().get("series.ended")).with(redirect);
        return SeeOther.to(path(event));
    }

    private EventView event(String slug) {
        return reads.where(Permission.EDIT_EVENT, slug);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            throw InvalidInput.at("day", "date");
        }
    }

    private ModelAndView refused(
            EventView event, MultiValueMap<String, String> typed, InvalidInput invalid, Page page) {
        SeriesForm form = new SeriesForm(event, typed);
        ModelAndView again = form(event, form, FieldErrors.of(invalid, page.text()), List.of(), null, page);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView form(
            EventView event,
            SeriesForm form,
            FieldErrors errors,
            List<String> dates,
            @Nullable String words,
            Page page) {
        Text text = page.text();
        SeriesPageView.Form view = new SeriesPageView.Form(
                nav(event, text), path(event), true, form.fields(errors, text), errors, words, dates, null);
        return page.titled(text.get("series.begin")).hue(event.details().hue()).show("event/series-form", "view", view);
    }

    private SeriesPageView.Known known(SeriesView known, EventView event, Text text) {
        Map<EventId, EventView> events =
                series.coming(event).stream().collect(Collectors.toMap(EventView::id, Function.identity()));
        List<SeriesPageView.Day> days = series.days(event.id().toString()).stream()
                .filter(day -> day.event() == null
                        ? !day.slot().isBefore(known.first())
                        : events.containsKey(day.event()) || event.id().equals(day.event()))
                .map(day -> day(day, events.getOrDefault(day.event(), event), event, text))
                .toList();
        return new SeriesPageView.Known(
                RuleWords.of(known, text), "/series/" + known.slug(), known.endedAt() != null, days);
    }

    private SeriesPageView.Day day(Occurrence day, EventView event, EventView current, Text text) {
        if (day.event() == null) {
            return new SeriesPageView.Day(
                    text.shortDate(day.slot()), day.slot().toString(), null, null, false, false, false);
        }
        boolean open = event.state() == EventState.DRAFT || event.state() == EventState.PUBLISHED;
        return new SeriesPageView.Day(
                text.dateTime(event.details().startsAt(), event.details().timeZone()),
                day.slot().toString(),
                "/manage/events/" + event.slug(),
                Chip.of(text, event.state()),
                day.altered(),
                event.id().equals(current.id()),
                open && may(Permission.DELETE_EVENT, event));
    }

    private boolean may(Permission permission, EventView event) {
        return access.may(permission, event.organization(), event.id());
    }

    private ManageNav nav(EventView event, Text text) {
        return ManageNav.of(event, ManageNav.Entry.SERIES, access, text);
    }

    private static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/series";
    }
}
