package io.marquee.checkin.web;

import io.marquee.checkin.label.BadgePreviews;
import io.marquee.checkin.label.BadgeTemplate;
import io.marquee.checkin.label.Badges;
import io.marquee.checkin.label.Label;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.registration.Question;
import io.marquee.registration.Questions;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands on an event's badges, with a look at one. */
@Controller
@RequestMapping("/manage/events/{slug}/check-ins/badges")
class BadgeController {
    private final EventReads events;
    private final Badges badges;
    private final BadgePreviews previews;
    private final Questions questions;
    private final Access access;

    BadgeController(EventReads events, Badges badges, BadgePreviews previews, Questions questions, Access access) {
        this.events = events;
        this.badges = badges;
        this.previews = previews;
        this.questions = questions;
        this.access = access;
    }

    /** @param preview whether the rest is what is being tried */
    @GetMapping
    ModelAndView show(
            @PathVariable String slug,
            @RequestParam(defaultValue = "false") boolean preview,
            BadgeForm form,
            Page page) {
        EventView event = events.where(Permission.EDIT_EVENT, slug);
        return show(event, preview ? template(event, form) : badges.of(slug), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView set(@PathVariable String slug, BadgeForm form, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.EDIT_EVENT, slug);
        BadgeTemplate template = template(event, form);
        try {
            badges.set(slug, template);
        } catch (InvalidInput invalid) {
            ModelAndView again = show(event, template, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.good(page.text().get("checkin.badge.saved")).with(redirect);
        return SeeOther.to(DoorNav.path(event, DoorNav.Tab.BADGES));
    }

    @GetMapping("/preview.png")
    ResponseEntity<byte[]> preview(@PathVariable String slug, BadgeForm form, Page page) {
        EventView event = events.where(Permission.EDIT_EVENT, slug);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(previews.png(slug, template(event, form), page.text()));
    }

    private BadgeTemplate template(EventView event, BadgeForm form) {
        return form.template(questions.asked(event.id()));
    }

    private ModelAndView show(EventView event, BadgeTemplate template, FieldErrors errors, Page page) {
        Text text = page.text();
        List<Question> asked = questions.asked(event.id());
        String path = DoorNav.path(event, DoorNav.Tab.BADGES);
        BadgeView view = new BadgeView(
                DoorNav.of(event, DoorNav.Tab.BADGES, access, text),
                path,
                BadgeForm.fields(template, asked, errors, text),
                picture(path, template, asked),
                Label.Size.dots(template.size().width()),
                Label.Size.dots(template.size().height()),
                errors);
        return page.titled(text.get("checkin.badge.title", event.details().title()))
                .hue(event.details().hue())
                .show("checkin/badges", "view", view);
    }

    private static String picture(String path, BadgeTemplate template, List<Question> asked) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path + "/preview.png")
                .queryParam("size", template.size().word())
                .queryParam("parts", template.parts().stream().map(Wire::name).toList())
                .queryParam("questions", BadgeForm.shown(template, asked));
        return address.build().toUriString();
    }
}
