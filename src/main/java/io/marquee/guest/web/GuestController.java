package io.marquee.guest.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestId;
import io.marquee.guest.GuestReads;
import io.marquee.guest.GuestRecords;
import io.marquee.guest.GuestView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One guest: all that happened, and what the team notes. Only ids: what is sent to one of the list's own addresses is no guest, and whoever
 * opens that anew comes back to the list.
 */
@Controller
@RequestMapping("/manage/events/{slug}/guests/{guest:[0-9a-fA-F-]+}")
class GuestController {
    private final EventReads events;
    private final GuestReads reads;
    private final GuestRecords records;
    private final GuestPages pages;

    GuestController(EventReads events, GuestReads reads, GuestRecords records, GuestPages pages) {
        this.events = events;
        this.reads = reads;
        this.records = records;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @PathVariable GuestId guest, Page page) {
        EventView event = events.where(Permission.SEE_GUESTS, slug);
        return shown(event, reads.ofEvent(event, guest), Map.of(), FieldErrors.none(), page);
    }

    @PostMapping("/notes")
    ModelAndView note(
            @PathVariable String slug,
            @PathVariable GuestId guest,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        return change(
                slug,
                guest,
                typed,
                "guest.page.noted",
                (event, known) -> records.note(event, known, typed.getOrDefault("note", "")),
                page,
                redirect);
    }

    @PostMapping("/allowance")
    ModelAndView allow(
            @PathVariable String slug,
            @PathVariable GuestId guest,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        return change(
                slug,
                guest,
                typed,
                "guest.page.allowed",
                (event, known) -> records.allow(event, known, InvitationsController.number(typed, "allowance")),
                page,
                redirect);
    }

    private ModelAndView change(
            String slug,
            GuestId guest,
            Map<String, String> typed,
            String done,
            BiConsumer<EventView, GuestView> change,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        GuestView known = reads.ofEvent(event, guest);
        try {
            change.accept(event, known);
            Flash.good(page.text().get(done)).with(redirect);
            return SeeOther.to(GuestLists.path(event) + "/" + guest);
        } catch (InvalidInput invalid) {
            ModelAndView again = shown(event, known, typed, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private ModelAndView shown(
            EventView event, GuestView guest, Map<String, String> typed, FieldErrors errors, Page page) {
        return page.titled(guest.title())
                .hue(event.details().hue())
                .show("guest/guest", "view", pages.of(event, guest, typed, errors, page.text()));
    }
}
