package io.marquee.pricing.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.pricing.PromoCode;
import io.marquee.pricing.PromoCodes;
import java.util.Map;
import java.util.UUID;
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

/** Prices of an event, for its team: the page of all of it, and promo codes. */
@Controller
@RequestMapping("/manage/events/{slug}/prices")
class PricesController {
    private final EventReads events;
    private final PromoCodes codes;
    private final PricesViews views;

    PricesController(EventReads events, PromoCodes codes, PricesViews views) {
        this.events = events;
        this.codes = codes;
        this.views = views;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, @RequestParam(required = false) @Nullable UUID before, Page page) {
        EventView event = event(slug);
        return titled(page, event).show("pricing/prices", "view", views.list(event, before, page.text()));
    }

    @GetMapping("/codes/new")
    ModelAndView add(@PathVariable String slug, Page page) {
        return form(event(slug), null, new Typed(Map.of()), FieldErrors.none(), page);
    }

    @PostMapping("/codes")
    ModelAndView create(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        Typed typed = new Typed(fields);
        try {
            PromoCode made = codes.create(event, typed.code(event));
            return saved(event, "pricing.codes.created", made, page, redirect);
        } catch (InvalidInput invalid) {
            return form(event, null, typed, FieldErrors.of(invalid, page.text()), page);
        }
    }

    @GetMapping("/codes/{id}")
    ModelAndView show(@PathVariable String slug, @PathVariable UUID id, Page page) {
        EventView event = event(slug);
        PromoCode code = code(event, id);
        Typed typed = Typed.of(code.details(), event.details().timeZone());
        return form(event, code, typed, FieldErrors.none(), page);
    }

    @PostMapping("/codes/{id}")
    ModelAndView edit(
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        PromoCode code = code(event, id);
        Typed typed = new Typed(fields);
        try {
            return saved(event, "pricing.codes.saved", codes.edit(id, typed.code(event)), page, redirect);
        } catch (InvalidInput invalid) {
            return form(event, code, typed, FieldErrors.of(invalid, page.text()), page);
        }
    }

    /** @param active false switches it off */
    @PostMapping("/codes/{id}/activation")
    ModelAndView activate(
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean active,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        PromoCode code = codes.activate(code(event, id).id(), active);
        return saved(event, active ? "pricing.codes.on" : "pricing.codes.off_now", code, page, redirect);
    }

    private EventView event(String slug) {
        return events.where(Permission.EDIT_EVENT, slug);
    }

    private PromoCode code(EventView event, UUID id) {
        PromoCode code = codes.editable(id);
        if (!code.event().equals(event.id())) throw new NotFound("promo_code");
        return code;
    }

    private ModelAndView form(EventView event, @Nullable PromoCode code, Typed typed, FieldErrors errors, Page page) {
        ModelAndView shown = titled(page, event)
                .show("pricing/form", "view", views.codeForm(event, code, typed, errors, page.text()));
        if (errors.any()) shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static ModelAndView saved(
            EventView event, String words, PromoCode code, Page page, RedirectAttributes redirect) {
        Flash.good(page.text().get(words, code.details().code())).with(redirect);
        return SeeOther.to(PricesViews.path(event));
    }

    static Page titled(Page page, EventView event) {
        return page.titled(page.text().get("pricing.page.title", event.details().title()))
                .hue(event.details().hue());
    }
}
