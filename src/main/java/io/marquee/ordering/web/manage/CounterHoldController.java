package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.web.GuestFields;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Bill;
import io.marquee.registration.Answer;
import io.marquee.registration.AnswerForm;
import io.marquee.registration.Questions;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketsRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
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

/** What is kept at the counter while its buyer says who comes and what the event asks. */
@Controller
@RequestMapping("/manage/events/{slug}/box-office/holds/{hold}")
class CounterHoldController {
    private final EventReads events;
    private final BoxOffice boxOffice;
    private final Questions questions;
    private final Access access;
    private final Clock clock;

    CounterHoldController(EventReads events, BoxOffice boxOffice, Questions questions, Access access, Clock clock) {
        this.events = events;
        this.boxOffice = boxOffice;
        this.questions = questions;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @PathVariable HoldId hold, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        try {
            HoldView held = boxOffice.held(event, hold);
            return shown(event, held, BoxOfficeForm.EMPTY, List.of(), List.of(), FieldErrors.none(), page);
        } catch (TicketsRefused over) {
            return back(event, over, page, redirect);
        }
    }

    @PostMapping("/sale")
    ModelAndView sell(
            @PathVariable String slug,
            @PathVariable HoldId hold,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        try {
            return sell(event, hold, fields, page);
        } catch (TicketsRefused over) {
            return back(event, over, page, redirect);
        }
    }

    private ModelAndView sell(EventView event, HoldId id, MultiValueMap<String, String> fields, Page page) {
        HoldView held = boxOffice.kept(event, id);
        BoxOfficeForm form = new BoxOfficeForm(fields.toSingleValueMap());
        List<Ordering.Attendee> attendees =
                GuestFields.read(form.fields(), tickets(held).size());
        List<Answer> answers = asked(event, held).read(fields);
        try {
            OrderView order =
                    boxOffice.sell(event, id, form.sale(held.total().currency(), attendees, answers, page.text()));
            return SeeOther.to(BoxOfficeViews.path(event) + "?sold=" + order.code());
        } catch (InvalidInput invalid) {
            ModelAndView shown =
                    shown(event, held, form, attendees, answers, FieldErrors.of(invalid, page.text()), page);
            shown.setStatus(HttpStatus.valueOf(invalid.kind().status()));
            return shown;
        }
    }

    @PostMapping("/release")
    ModelAndView release(@PathVariable String slug, @PathVariable HoldId hold, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.SELL_AT_DOOR, slug);
        try {
            boxOffice.release(event, hold);
        } catch (TicketsRefused over) {
            return back(event, over, page, redirect);
        }
        return SeeOther.to(BoxOfficeViews.path(event));
    }

    private static ModelAndView back(EventView event, TicketsRefused over, Page page, RedirectAttributes redirect) {
        Flash.bad(page.text().why(over)).with(redirect);
        return SeeOther.to(BoxOfficeViews.path(event));
    }

    private ModelAndView shown(
            EventView event,
            HoldView held,
            BoxOfficeForm form,
            List<Ordering.Attendee> attendees,
            List<Answer> answers,
            FieldErrors errors,
            Page page) {
        Text text = page.text();
        CounterHoldPage view = new CounterHoldPage(
                ManageNav.of(event, ManageNav.Entry.BOX_OFFICE, access, text),
                BoxOfficeViews.path(event) + "/holds/" + held.id(),
                BoxOfficeViews.path(event),
                clock.instant(),
                held.expiresAt(),
                Duration.between(held.createdAt(), held.expiresAt()).toSeconds(),
                Bill.of(held.items(), text),
                held.seats().stream().map(seat -> seat.words(text)).toList(),
                GuestFields.of(held, attendees, errors, text),
                asked(event, held).groups(answers, errors, text),
                form.payment(held.total().currency(), errors, text),
                errors);
        return page.titled(text.get("ordering.counter.title"))
                .hue(event.details().hue())
                .show("ordering/manage/counter-hold", "view", view);
    }

    private AnswerForm asked(EventView event, HoldView held) {
        return new AnswerForm(questions.asked(event.id()), tickets(held));
    }

    private static List<String> tickets(HoldView held) {
        return held.items().stream()
                .flatMap(line -> Collections.nCopies(line.quantity(), line.name()).stream())
                .toList();
    }
}
