package io.marquee.guest.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.Comparison;
import io.marquee.guest.Comparison.Side;
import io.marquee.guest.Distinctions;
import io.marquee.guest.Duplicates;
import io.marquee.guest.GuestId;
import io.marquee.guest.GuestMerges;
import io.marquee.guest.GuestView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.HashMap;
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

/** Guests who may be one person: found, put beside each other, and merged. */
@Controller
@RequestMapping("/manage/events/{slug}/guests")
class GuestMergeController {
    private final EventReads events;
    private final Duplicates duplicates;
    private final GuestMerges merges;
    private final Distinctions distinctions;
    private final MergePages pages;

    GuestMergeController(
            EventReads events, Duplicates duplicates, GuestMerges merges, Distinctions distinctions, MergePages pages) {
        this.events = events;
        this.duplicates = duplicates;
        this.merges = merges;
        this.distinctions = distinctions;
        this.pages = pages;
    }

    @GetMapping("/duplicates")
    ModelAndView duplicates(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        return page.titled(page.text().get("guest.duplicates.title"))
                .hue(event.details().hue())
                .show("guest/duplicates", "view", pages.duplicates(event, duplicates.likely(event), page.text()));
    }

    @PostMapping("/{guest}/distinctions")
    ModelAndView tellApart(
            @PathVariable String slug,
            @PathVariable GuestId guest,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        Flash.after(() -> distinctions.draw(event, guest, other(typed)), "guest.duplicates.apart.done", page.text())
                .with(redirect);
        return SeeOther.to(GuestLists.path(event) + "/duplicates");
    }

    @GetMapping("/{guest}/merges")
    ModelAndView compare(
            @PathVariable String slug,
            @PathVariable GuestId guest,
            @RequestParam Map<String, String> typed,
            Page page) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        return shown(event, merges.compare(event, guest, other(typed)), typed, FieldErrors.none(), page);
    }

    @PostMapping("/{guest}/merges")
    ModelAndView merge(
            @PathVariable String slug,
            @PathVariable GuestId guest,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        Comparison two = merges.compare(event, guest, other(typed));
        try {
            GuestView kept = merges.merge(event, two.kept().id(), two.other().id(), choices(typed));
            Flash.good(page.text().get("guest.merge.done", two.other().title(), kept.title()))
                    .with(redirect);
            return SeeOther.to(GuestLists.path(event) + "/" + kept.id());
        } catch (InvalidInput open) {
            ModelAndView again = shown(event, two, typed, FieldErrors.of(open, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private ModelAndView shown(
            EventView event, Comparison two, Map<String, String> typed, FieldErrors errors, Page page) {
        return page.titled(page.text().get("guest.merge.title"))
                .hue(event.details().hue())
                .show("guest/merge", "view", pages.merge(event, two, typed, errors, page.text()));
    }

    /** What is no id is nobody's. */
    private static GuestId other(Map<String, String> typed) {
        try {
            return GuestId.valueOf(typed.getOrDefault("other", ""));
        } catch (IllegalArgumentException noId) {
            throw new NotFound("guest");
        }
    }

    private static Map<String, Side> choices(Map<String, String> typed) {
        Map<String, Side> choices = new HashMap<>();
        typed.forEach((field, said) -> {
            for (Side side : Side.values()) if (Wire.name(side).equals(said)) choices.put(field, side);
        });
        return choices;
    }
}
