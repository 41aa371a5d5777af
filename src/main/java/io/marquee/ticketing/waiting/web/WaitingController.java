package io.marquee.ticketing.waiting.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.waiting.EntryView;
import io.marquee.ticketing.waiting.WaitingList;
import io.marquee.ticketing.waiting.WaitingList.Joining;
import io.marquee.ticketing.waiting.WaitingReads;
import io.marquee.ticketing.waiting.WaitingRefused;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Joining the line for a ticket type that is sold out. */
@Controller
@RequestMapping("/events/{slug}/waiting-list/{type}")
class WaitingController {
    private final EventReads events;
    private final WaitingReads reads;
    private final WaitingList list;
    private final People people;
    private final Capabilities capabilities;

    WaitingController(
            EventReads events, WaitingReads reads, WaitingList list, People people, Capabilities capabilities) {
        this.events = events;
        this.reads = reads;
        this.list = list;
        this.people = people;
        this.capabilities = capabilities;
    }

    @GetMapping
    ModelAndView form(@PathVariable String slug, @PathVariable TicketTypeId type, Page page) {
        EventView event = events.visible(slug);
        return form(event, reads.onShow(event, type), known(), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView join(
            @PathVariable String slug,
            @PathVariable TicketTypeId type,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.visible(slug);
        TicketTypeView wanted = reads.onShow(event, type);
        try {
            EntryView entry = list.join(
                    event,
                    type,
                    new Joining(
                            fields.getOrDefault("name", ""),
                            fields.getOrDefault("email", ""),
                            number(fields.getOrDefault("quantity", "")),
                            page.text().locale()));
            Flash.good(page.text().get("ticketing.waiting.joined")).with(redirect);
            return SeeOther.to("/waiting/" + capabilities.tokenFor(entry.id().value()));
        } catch (InvalidInput invalid) {
            return refused(form(event, wanted, fields, FieldErrors.of(invalid, page.text()), page), 422);
        } catch (WaitingRefused refused) {
            String words = page.text().why(refused);
            return refused(
                    form(event, wanted, fields, FieldErrors.ofForm(words), page),
                    refused.kind().status());
        }
    }

    private ModelAndView form(
            EventView event, TicketTypeView type, Map<String, String> typed, FieldErrors errors, Page page) {
        Text text = page.text();
        JoinView view = new JoinView(
                event.details().title(),
                "/events/" + event.slug(),
                type.name(),
                "/events/" + event.slug() + "/waiting-list/" + type.id(),
                Field.text("name", text.get("ticketing.waiting.name"))
                        .with("autocomplete", "name")
                        .with("maxlength", "120")
                        .value(typed.getOrDefault("name", ""))
                        .error(errors.of("name"))
                        .required(),
                Field.email("email", text.get("ticketing.waiting.email"))
                        .hint(text.get("ticketing.waiting.email.hint"))
                        .value(typed.getOrDefault("email", ""))
                        .error(errors.of("email"))
                        .required(),
                Field.number("quantity", text.get("ticketing.waiting.quantity"))
                        .with("min", "1")
                        .with("max", String.valueOf(WaitingList.most(type)))
                        .hint(text.get("ticketing.waiting.quantity.hint"))
                        .value(typed.getOrDefault("quantity", "1"))
                        .error(errors.of("quantity"))
                        .required(),
                text.get("ticketing.waiting.hint", hours(event, text)),
                errors);
        return page.titled(text.get("ticketing.waiting.title", type.name()))
                .hue(event.details().hue())
                .show("ticketing/waiting/join", "view", view);
    }

    private String hours(EventView event, Text text) {
        int minutes = reads.rule(event).offerMinutes();
        return minutes % 60 == 0
                ? text.get("ticketing.waiting.hours", minutes / 60)
                : text.get("ticketing.waiting.minutes", minutes);
    }

    private static ModelAndView refused(ModelAndView shown, int status) {
        shown.setStatus(HttpStatus.valueOf(status));
        return shown;
    }

    /** What is known of a person who is signed in. */
    private Map<String, String> known() {
        if (!(Acting.current() instanceof Actor.Person)) return Map.of();
        PersonView me = people.me();
        return Map.of("name", me.name(), "email", me.email().value());
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            // refused at its field, together with whatever else is wrong
            return 0;
        }
    }
}
