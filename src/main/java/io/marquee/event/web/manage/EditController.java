package io.marquee.event.web.manage;

import io.marquee.event.EventCovers;
import io.marquee.event.EventReads;
import io.marquee.event.EventRefused;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.LastEditor;
import io.marquee.identity.Permission;
import io.marquee.kernel.EditedMeanwhile;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Meanwhile;
import io.marquee.platform.web.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An event's details: by themselves, and as the wizard's first step for a draft that is there already. */
@Controller
class EditController {
    private final Events events;
    private final EventReads reads;
    private final EventCovers covers;
    private final LastEditor editors;
    private final Access access;

    EditController(Events events, EventReads reads, EventCovers covers, LastEditor editors, Access access) {
        this.events = events;
        this.reads = reads;
        this.covers = covers;
        this.editors = editors;
        this.access = access;
    }

    /** Where a draft is taken up again. */
    @GetMapping("/manage/events/{slug}/wizard")
    ModelAndView resume(@PathVariable String slug) {
        return SeeOther.to(WizardSteps.DETAILS.path(reads.where(Permission.EDIT_EVENT, slug)));
    }

    @GetMapping("/manage/events/{slug}/edit")
    ModelAndView show(@PathVariable String slug, @RequestParam(defaultValue = "") String wizard, Page page) {
        EventView event = reads.where(Permission.EDIT_EVENT, slug);
        return shown(event, DetailsForm.of(event), FieldErrors.none(), wizard, page);
    }

    @PostMapping("/manage/events/{slug}/edit")
    ModelAndView edit(
            @PathVariable String slug,
            @RequestParam Map<String, String> values,
            @RequestParam(name = "cover", required = false) @Nullable MultipartFile cover,
            Page page,
            RedirectAttributes redirect)
            throws IOException {
        EventView before = reads.where(Permission.EDIT_EVENT, slug);
        DetailsForm form = new DetailsForm(values);
        String wizard = form.get("wizard");
        try {
            EventView edited = events.edit(before.id(), form.details(before.details()), form.version());
            putCover(edited, cover, form);
            return onward(edited, wizard, page, redirect);
        } catch (InvalidInput invalid) {
            EventView now = reads.byId(before.id());
            boolean saved = now.version() > form.version();
            return refused(
                    now,
                    saved ? DetailsForm.of(now) : form,
                    FieldErrors.of(invalid, page.text()),
                    wizard,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    page);
        } catch (EditedMeanwhile quicker) {
            return meanwhile(before.id(), form, wizard, page);
        } catch (EventRefused refusal) {
            String words = page.text().why(refusal);
            return refused(before, form, FieldErrors.ofForm(words), wizard, HttpStatus.CONFLICT, page);
        }
    }

    /** What there is now stands above what was typed, which goes in its place when it is sent again. */
    private ModelAndView meanwhile(EventId id, DetailsForm typed, String wizard, Page page) {
        EventView now = reads.byId(id);
        String by = editors.of(now.organization(), id, "event", id.value());
        DetailsView view = view(now, typed.over(now), FieldErrors.none(), wizard, page);
        DetailsFields there = new DetailsFields(DetailsForm.of(now), FieldErrors.none(), page.text(), null);
        ModelAndView again = shown(
                now, view.after(Meanwhile.of(by, there.all(), view.fields().all(), page.text())), page);
        again.setStatus(HttpStatus.CONFLICT);
        return again;
    }

    private void putCover(EventView event, @Nullable MultipartFile cover, DetailsForm form) throws IOException {
        if (cover != null && !cover.isEmpty()) {
            covers.put(event.id(), cover.getBytes());
        } else if (form.get("removeCover").equals("true")) {
            covers.remove(event.id());
        }
    }

    private static ModelAndView onward(EventView event, String wizard, Page page, RedirectAttributes redirect) {
        if (!wizard.isEmpty()) return SeeOther.to(WizardSteps.TICKETS.path(event));
        Flash.good(page.text().get("event.edit.saved")).with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/edit");
    }

    private ModelAndView refused(
            EventView event, DetailsForm form, FieldErrors errors, String wizard, HttpStatus status, Page page) {
        ModelAndView again = shown(event, form, errors, wizard, page);
        again.setStatus(status);
        return again;
    }

    private ModelAndView shown(EventView event, DetailsForm form, FieldErrors errors, String wizard, Page page) {
        return shown(event, view(event, form, errors, wizard, page), page);
    }

    private static ModelAndView shown(EventView event, DetailsView view, Page page) {
        return page.titled(event.details().title()).hue(event.details().hue()).show("event/details", "view", view);
    }

    private DetailsView view(EventView event, DetailsForm form, FieldErrors errors, String wizard, Page page) {
        String cover = event.details().cover() == null
                ? null
                : MediaLibrary.path(event.details().cover(), MediaLibrary.WIDTHS.getFirst());
        ManageNav nav = ManageNav.of(event, ManageNav.Entry.EDIT, access, page.text());
        return new DetailsView(
                nav,
                wizard.isEmpty() ? List.of() : WizardSteps.DETAILS.of(event, page.text()),
                nav.path() + "/edit",
                new DetailsFields(form, errors, page.text(), cover),
                null,
                null);
    }
}
