package io.marquee.event.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventRefused;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.ManageNav;
import io.marquee.event.PageBlock;
import io.marquee.event.PageLayout;
import io.marquee.event.web.Previews;
import io.marquee.identity.Access;
import io.marquee.identity.LastEditor;
import io.marquee.identity.Permission;
import io.marquee.kernel.EditedMeanwhile;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Meanwhile;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Arranges an event's page: the order of its parts, which are shown, and what is asked often. */
@Controller
@RequestMapping("/manage/events/{slug}/page")
class LayoutController {
    private final Events events;
    private final EventReads reads;
    private final Previews previews;
    private final LastEditor editors;
    private final Access access;

    LayoutController(Events events, EventReads reads, Previews previews, LastEditor editors, Access access) {
        this.events = events;
        this.reads = reads;
        this.previews = previews;
        this.editors = editors;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = event(slug);
        return shown(event, event.version(), event.details().page(), "", "", FieldErrors.none(), page);
    }

    /**
     * Saves what was arranged; a press of "up" or "down" arranges on, and saves nothing yet.
     *
     * @param up which block; null where another button was pressed; {@code down} likewise
     */
    @PostMapping
    ModelAndView arrange(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) PageBlock.@Nullable Kind up,
            @RequestParam(required = false) PageBlock.@Nullable Kind down,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        PageLayout layout = layout(fields, event);
        PageBlock.Kind moved = up == null ? down : up;
        if (moved != null) {
            String name = Wire.name(moved);
            String way = up == null ? "down" : "up";
            return shown(event, version, layout.moved(moved, up != null), name, way, FieldErrors.none(), page);
        }
        try {
            events.edit(event.id(), event.details().but().page(layout).build(), version);
        } catch (InvalidInput invalid) {
            return refused(event, version, layout, FieldErrors.of(invalid, page.text()), page);
        } catch (EditedMeanwhile quicker) {
            return meanwhile(event, layout, page);
        } catch (EventRefused refused) {
            FieldErrors why = FieldErrors.ofForm(page.text().why(refused));
            return refused(event, version, layout, why, page);
        }
        Flash.good(page.text().get("event.page.saved")).with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/page");
    }

    /** The page as it would be, for whoever arranges it alone. */
    @PostMapping("/preview")
    ModelAndView preview(@PathVariable String slug, @RequestParam MultiValueMap<String, String> fields, Page page) {
        EventView event = event(slug);
        return previews.show(
                event.with(event.details().but().page(layout(fields, event)).build()), page);
    }

    private EventView event(String slug) {
        return reads.where(Permission.EDIT_EVENT, slug);
    }

    /** In the order in which the blocks stand in the form; an empty form is the usual page, which keeps its questions. */
    private static PageLayout layout(MultiValueMap<String, String> fields, EventView event) {
        List<PageBlock> blocks = new ArrayList<>();
        for (String name : fields.getOrDefault("block", List.of())) {
            PageBlock.Kind kind = kind(name);
            String text = fields.getFirst("page");
            blocks.add(new PageBlock(kind, fields.containsKey("shown_" + name), text == null ? "" : text));
        }
        return PageLayout.of(blocks, event.details().page().questions());
    }

    private static PageBlock.Kind kind(String name) {
        try {
            return Wire.parse(PageBlock.Kind.class, name);
        } catch (IllegalArgumentException unknown) {
            throw InvalidInput.at("page", "value");
        }
    }

    /** As it was arranged here; sent again, it goes in the place of what there is now. */
    private ModelAndView meanwhile(EventView before, PageLayout layout, Page page) {
        EventView now = reads.byId(before.id());
        String by = editors.of(now.organization(), now.id(), "event", now.id().value());
        FieldErrors why = FieldErrors.ofForm(
                Meanwhile.of(by, List.of(), List.of(), page.text()).title());
        ModelAndView again = shown(now, now.version(), layout, "", "", why, page);
        again.setStatus(HttpStatus.CONFLICT);
        return again;
    }

    private ModelAndView refused(EventView event, int version, PageLayout layout, FieldErrors errors, Page page) {
        ModelAndView again = shown(event, version, layout, "", "", errors, page);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView shown(
            EventView event,
            int version,
            PageLayout layout,
            String movedKind,
            String moved,
            FieldErrors errors,
            Page page) {
        ManageNav nav = ManageNav.of(event, ManageNav.Entry.PAGE, access, page.text());
        return page.titled(event.details().title())
                .hue(event.details().hue())
                .show(
                        "event/layout",
                        "view",
                        LayoutView.of(nav, version, layout, movedKind, moved, errors, page.text()));
    }
}
