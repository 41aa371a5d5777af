package io.marquee.conversation.web;

import io.marquee.conversation.blast.BlastId;
import io.marquee.conversation.blast.BlastRefused;
import io.marquee.conversation.blast.BlastView;
import io.marquee.conversation.blast.Blasts;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing to many guests at once, for an event's team. */
@Controller
@RequestMapping("/manage/events/{slug}/blasts")
class BlastsController {
    private final EventReads events;
    private final Blasts blasts;
    private final BlastViews views;

    BlastsController(EventReads events, Blasts blasts, BlastViews views) {
        this.events = events;
        this.blasts = blasts;
        this.views = views;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, @RequestParam(required = false) @Nullable String cursor, Page page) {
        EventView event = events.where(Permission.SEE_GUESTS, slug);
        return titled(page, event).show("conversation/blasts", "view", views.list(event, cursor, page.text()));
    }

    @GetMapping("/new")
    ModelAndView form(@PathVariable String slug, Page page) {
        EventView event = writable(slug);
        return form(event, BlastForm.EMPTY, FieldErrors.none(), null, HttpStatus.OK, page);
    }

    /** The count alone, while somebody chooses; once it was previewed, with the button that sends it to so many. */
    @GetMapping("/audience")
    ModelAndView audience(@PathVariable String slug, @RequestParam Map<String, String> typed, Page page) {
        EventView event = writable(slug);
        return page.show("conversation/audience", "send", views.send(event, typed, page.text()))
                .addObject("previewed", typed.containsKey("previewed"));
    }

    @PostMapping("/previews")
    ModelAndView preview(@PathVariable String slug, @RequestParam Map<String, String> typed, Page page) {
        EventView event = writable(slug);
        return taken(event, typed, page, () -> {
            BlastForm.read(event, typed);
            BlastPage.Preview preview = views.preview(event, typed, page.text());
            return form(event, typed, FieldErrors.none(), preview, HttpStatus.OK, page);
        });
    }

    @PostMapping("/tests")
    ModelAndView test(@PathVariable String slug, @RequestParam Map<String, String> typed, Page page) {
        EventView event = writable(slug);
        return taken(event, typed, page, () -> {
            String address = blasts.test(event, BlastForm.read(event, typed));
            BlastPage.Preview preview = views.preview(event, typed, page.text());
            return form(event, typed, FieldErrors.none(), preview, HttpStatus.OK, page)
                    .addObject("told", page.text().get("conversation.blast.tested", address));
        });
    }

    @PostMapping
    ModelAndView send(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = writable(slug);
        return taken(event, typed, page, () -> {
            BlastView blast = blasts.schedule(event, BlastForm.read(event, typed));
            Flash.good(page.text().get("conversation.blast.taken")).with(redirect);
            return SeeOther.to(BlastViews.path(event) + "/" + blast.id());
        });
    }

    @GetMapping("/{blast}")
    ModelAndView show(@PathVariable String slug, @PathVariable BlastId blast, Page page) {
        EventView event = events.where(Permission.SEE_GUESTS, slug);
        return titled(page, event)
                .withHtmx()
                .show("conversation/blast", "view", views.shown(event, blasts.find(event, blast), page.text()));
    }

    @PostMapping("/{blast}/cancellation")
    ModelAndView cancel(
            @PathVariable String slug, @PathVariable BlastId blast, Page page, RedirectAttributes redirect) {
        EventView event = writable(slug);
        Flash.after(
                        () -> blasts.cancel(event, blast),
                        "conversation.blast.cancelled",
                        page.text(),
                        Refusal.Kind.CONFLICT)
                .with(redirect);
        return SeeOther.to(BlastViews.path(event) + "/" + blast);
    }

    private interface Act {
        ModelAndView run();
    }

    private ModelAndView taken(EventView event, Map<String, String> typed, Page page, Act act) {
        try {
            return act.run();
        } catch (InvalidInput invalid) {
            FieldErrors errors = FieldErrors.of(invalid, page.text());
            return form(event, typed, errors, null, HttpStatus.UNPROCESSABLE_CONTENT, page);
        } catch (BlastRefused refused) {
            FieldErrors errors = FieldErrors.ofForm(page.text().why(refused));
            HttpStatusCode status = HttpStatusCode.valueOf(refused.kind().status());
            return form(event, typed, errors, null, status, page);
        }
    }

    private ModelAndView form(
            EventView event,
            Map<String, String> typed,
            FieldErrors errors,
            BlastPage.@Nullable Preview preview,
            HttpStatusCode status,
            Page page) {
        ModelAndView form = titled(page, event)
                .withHtmx()
                .show("conversation/blast-form", "view", views.form(event, typed, errors, preview, page.text()));
        form.setStatus(status);
        return form;
    }

    private EventView writable(String slug) {
        return events.where(Permission.MANAGE_GUESTS, slug);
    }

    private static Page titled(Page page, EventView event) {
        return page.titled(page.text()
                        .get("conversation.blasts.title", event.details().title()))
                .hue(event.details().hue());
    }
}
