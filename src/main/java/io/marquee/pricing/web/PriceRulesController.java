package io.marquee.pricing.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.pricing.PriceRule;
import io.marquee.pricing.PriceRules;
import io.marquee.pricing.RuleDetails;
import java.util.Map;
import java.util.Objects;
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

/** Taxes, fees and group discounts of an event, for its team. The address names the kind of a new one, or the one there is. */
@Controller
@RequestMapping("/manage/events/{slug}/prices/rules/{rule}")
class PriceRulesController {
    private final EventReads events;
    private final PriceRules rules;
    private final PricesViews views;

    PriceRulesController(EventReads events, PriceRules rules, PricesViews views) {
        this.events = events;
        this.rules = rules;
        this.views = views;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @PathVariable String rule, Page page) {
        EventView event = event(slug);
        RuleDetails.Kind kind = kind(rule);
        if (kind != null) {
            Typed suggested = new Typed(kind == RuleDetails.Kind.FEE ? Map.of("onTop", "true") : Map.of());
            return form(event, kind, null, suggested, FieldErrors.none(), page);
        }
        PriceRule there = there(event, rule);
        return form(event, there.details().kind(), there.id(), Typed.of(there.details()), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String slug,
            @PathVariable String rule,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        Typed typed = new Typed(fields);
        RuleDetails.Kind kind = kind(rule);
        PriceRule there = kind == null ? there(event, rule) : null;
        try {
            if (there != null) rules.edit(there.id(), typed.rule(there.details().kind()));
            else if (kind != null) rules.create(event, typed.rule(kind));
            Flash.good(page.text().get("pricing.rules.saved")).with(redirect);
            return SeeOther.to(PricesViews.path(event));
        } catch (InvalidInput invalid) {
            FieldErrors errors = FieldErrors.of(invalid, page.text());
            return there != null
                    ? form(event, there.details().kind(), there.id(), typed, errors, page)
                    : form(event, Objects.requireNonNull(kind), null, typed, errors, page);
        }
    }

    @PostMapping("/removal")
    ModelAndView remove(@PathVariable String slug, @PathVariable String rule, Page page, RedirectAttributes redirect) {
        EventView event = event(slug);
        rules.delete(there(event, rule).id());
        Flash.good(page.text().get("pricing.rules.removed")).with(redirect);
        return SeeOther.to(PricesViews.path(event));
    }

    private EventView event(String slug) {
        return events.where(Permission.EDIT_EVENT, slug);
    }

    private static RuleDetails.@Nullable Kind kind(String rule) {
        try {
            return Wire.parse(RuleDetails.Kind.class, rule);
        } catch (IllegalArgumentException isAnId) {
            return null;
        }
    }

    private PriceRule there(EventView event, String id) {
        PriceRule rule;
        try {
            rule = rules.editable(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw new NotFound("price_rule");
        }
        if (!rule.event().equals(event.id())) throw new NotFound("price_rule");
        return rule;
    }

    private ModelAndView form(
            EventView event, RuleDetails.Kind kind, @Nullable UUID rule, Typed typed, FieldErrors errors, Page page) {
        ModelAndView shown = PricesController.titled(page, event)
                .show("pricing/form", "view", views.ruleForm(event, kind, rule, typed, errors, page.text()));
        if (errors.any()) shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }
}
