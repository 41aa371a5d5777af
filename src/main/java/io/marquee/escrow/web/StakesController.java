package io.marquee.escrow.web;

import io.marquee.escrow.Stakes;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.TicketId;
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

/** An event's stakes: which ticket types are, what became of them, forgiving who did not come, and trying again. */
@Controller
@RequestMapping("/manage/events/{slug}/stakes")
class StakesController {
    private final EventReads events;
    private final Stakes stakes;
    private final StakePages pages;

    StakesController(EventReads events, Stakes stakes, StakePages pages) {
        this.events = events;
        this.stakes = stakes;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        EventView event = events.where(Permission.SEE_ORDERS, slug);
        return shown(event, pages.of(event, state, cursor, null, FieldErrors.none(), page.text()), page);
    }

    @PostMapping
    ModelAndView choose(@PathVariable String slug, StakesForm form, Page page, RedirectAttributes redirect) {
        // the page that the form stands on shows what was bought, too
        events.where(Permission.SEE_ORDERS, slug);
        EventView event = events.where(Permission.EDIT_EVENT, slug);
        try {
            stakes.choose(event, form.staked(), form.terms());
        } catch (InvalidInput invalid) {
            FieldErrors errors = FieldErrors.of(invalid, page.text());
            ModelAndView again = shown(event, pages.of(event, "", null, form, errors, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.good(page.text().get("escrow.saved")).with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/stakes");
    }

    @PostMapping("/{ticket}/forgiveness")
    ModelAndView forgive(@PathVariable String slug, @PathVariable UUID ticket, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.REFUND, slug);
        Flash.after(
                        () -> stakes.forgive(new TicketId(ticket)),
                        "escrow.forgiven",
                        page.text(),
                        Refusal.Kind.CONFLICT,
                        Refusal.Kind.NOT_FOUND)
                .with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/stakes");
    }

    @PostMapping("/{ticket}/retry")
    ModelAndView retry(@PathVariable String slug, @PathVariable UUID ticket, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.REFUND, slug);
        Flash.after(
                        () -> stakes.retry(new TicketId(ticket)),
                        "escrow.forgiven",
                        page.text(),
                        Refusal.Kind.CONFLICT,
                        Refusal.Kind.NOT_FOUND)
                .with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/stakes");
    }

    private static ModelAndView shown(EventView event, StakesPage view, Page page) {
        return page.titled(page.text().get("escrow.title"))
                .hue(event.details().hue())
                .show("escrow/stakes", "view", view);
    }
}
