package io.marquee.checkin.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.MovingRule;
import io.marquee.ticketing.MovingRules;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether the codes of an event's tickets move. */
@Controller
@RequestMapping("/manage/events/{slug}/check-ins/codes")
class CodesController {
    private final EventReads events;
    private final MovingRules rules;
    private final Access access;

    CodesController(EventReads events, MovingRules rules, Access access) {
        this.events = events;
        this.rules = rules;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.EDIT_EVENT, slug);
        return show(event, rules.of(event), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView set(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable MovingRule moving,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.EDIT_EVENT, slug);
        try {
            rules.set(event, moving);
        } catch (InvalidInput invalid) {
            ModelAndView again = show(event, null, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.good(page.text().get("checkin.codes.saved")).with(redirect);
        return SeeOther.to(DoorNav.path(event, DoorNav.Tab.CODES));
    }

    private ModelAndView show(EventView event, @Nullable MovingRule rule, FieldErrors errors, Page page) {
        Text text = page.text();
        CodesView view = new CodesView(
                DoorNav.of(event, DoorNav.Tab.CODES, access, text),
                DoorNav.path(event, DoorNav.Tab.CODES),
                Field.choices("moving", text.get("checkin.codes.moving"), options(text))
                        .value(rule == null ? null : Wire.name(rule))
                        .error(errors.of("moving"))
                        .required(),
                errors);
        return page.titled(text.get("checkin.codes.title", event.details().title()))
                .hue(event.details().hue())
                .show("checkin/codes", "view", view);
    }

    private static List<Option> options(Text text) {
        return Arrays.stream(MovingRule.values())
                .map(rule -> new Option(
                        Wire.name(rule),
                        text.of("checkin.codes.moving", rule),
                        text.of("checkin.codes.moving_hint", rule)))
                .toList();
    }
}
