package io.marquee.ticketing.waiting.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.waiting.EntryId;
import io.marquee.ticketing.waiting.WaitingRule;
import io.marquee.ticketing.waiting.WaitingTeam;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team's page of those who wait. */
@Controller
@RequestMapping("/manage/events/{slug}/waiting-list")
class LinesController {
    private final EventReads events;
    private final WaitingTeam team;
    private final Lines lines;

    LinesController(EventReads events, WaitingTeam team, Lines lines) {
        this.events = events;
        this.team = team;
        this.lines = lines;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.SEE_GUESTS, slug);
        return shown(event, page, lines.of(event, page.text()));
    }

    private static ModelAndView shown(EventView event, Page page, LinesView view) {
        return page.titled(
                        page.text().get("ticketing.lines.title", event.details().title()))
                .hue(event.details().hue())
                .show("ticketing/waiting/lines", "view", view);
    }

    @PostMapping("/rule")
    ModelAndView rule(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String offerMinutes,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.EDIT_EVENT, slug);
        try {
            team.set(event, new WaitingRule(number(offerMinutes)));
        } catch (InvalidInput invalid) {
            FieldErrors errors = FieldErrors.of(invalid, page.text());
            ModelAndView again = shown(event, page, lines.again(event, offerMinutes, errors, page.text()));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.good(page.text().get("ticketing.lines.saved")).with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/waiting-list");
    }

    @PostMapping("/types/{type}")
    ModelAndView open(
            @PathVariable String slug,
            @PathVariable TicketTypeId type,
            @RequestParam(defaultValue = "") String open,
            Page page,
            RedirectAttributes redirect) {
        return act(
                slug,
                Permission.EDIT_EVENT,
                page,
                redirect,
                "ticketing.lines.saved",
                event -> team.open(event, type, open.equals("true")));
    }

    @PostMapping("/{entry}/offers")
    ModelAndView offer(@PathVariable String slug, @PathVariable EntryId entry, Page page, RedirectAttributes redirect) {
        return act(
                slug,
                Permission.REFUND,
                page,
                redirect,
                "ticketing.lines.preferred",
                event -> team.offer(event, entry));
    }

    @PostMapping("/{entry}/removal")
    ModelAndView remove(
            @PathVariable String slug, @PathVariable EntryId entry, Page page, RedirectAttributes redirect) {
        return act(
                slug, Permission.REFUND, page, redirect, "ticketing.lines.removed", event -> team.remove(event, entry));
    }

    private ModelAndView act(
            String slug,
            Permission permission,
            Page page,
            RedirectAttributes redirect,
            String done,
            Consumer<EventView> act) {
        EventView event = events.where(permission, slug);
        Flash.after(() -> act.accept(event), done, page.text(), Refusal.Kind.CONFLICT)
                .with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/waiting-list");
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            throw InvalidInput.at("offerMinutes", "whole_number");
        }
    }
}
