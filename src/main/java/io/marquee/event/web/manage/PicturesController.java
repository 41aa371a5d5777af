package io.marquee.event.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.gallery.Gallery;
import io.marquee.event.gallery.PictureView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pictures on an event's page beside its cover, for its team. */
@Controller
@RequestMapping("/manage/events/{slug}/pictures")
class PicturesController {
    private static final int PREVIEW = 400;

    private final Gallery gallery;
    private final EventReads reads;
    private final Access access;

    PicturesController(Gallery gallery, EventReads reads, Access access) {
        this.gallery = gallery;
        this.reads = reads;
        this.access = access;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, Page page) {
        return shown(event(slug), "", FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView add(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam(defaultValue = "") String alt,
            Page page,
            RedirectAttributes redirect)
            throws IOException {
        EventView event = event(slug);
        try {
            if (picture == null || picture.isEmpty()) throw InvalidInput.at("picture", "required");
            gallery.add(event, alt, picture.getBytes());
            return done(event, "event.pictures.added", page, redirect);
        } catch (InvalidInput invalid) {
            ModelAndView again = shown(event, alt, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    /** Each picture's form has a field of its own: {@code alt_2}. */
    @PostMapping("/{picture}")
    ModelAndView describe(
            @PathVariable String slug,
            @PathVariable UUID picture,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        String alt = fields.values().stream().findFirst().orElse("");
        try {
            gallery.describe(event, picture, alt);
            return done(event, "event.pictures.described", page, redirect);
        } catch (InvalidInput invalid) {
            Flash.bad(FieldErrors.of(invalid, page.text()).together()).with(redirect);
            return SeeOther.to(path(event));
        }
    }

    @PostMapping("/{picture}/position")
    ModelAndView move(@PathVariable String slug, @PathVariable UUID picture, @RequestParam(defaultValue = "1") int to) {
        EventView event = event(slug);
        gallery.move(event, picture, to);
        return SeeOther.to(path(event));
    }

    @PostMapping("/{picture}/removal")
    ModelAndView remove(@PathVariable String slug, @PathVariable UUID picture, Page page, RedirectAttributes redirect) {
        EventView event = event(slug);
        gallery.remove(event, picture);
        return done(event, "event.pictures.removed", page, redirect);
    }

    private EventView event(String slug) {
        return reads.where(Permission.EDIT_EVENT, slug);
    }

    private static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/pictures";
    }

    private static ModelAndView done(EventView event, String words, Page page, RedirectAttributes redirect) {
        Flash.good(page.text().get(words)).with(redirect);
        return SeeOther.to(path(event));
    }

    private ModelAndView shown(EventView event, String alt, FieldErrors errors, Page page) {
        Text text = page.text();
        List<PictureView> pictures = gallery.of(event.id());
        List<Field> fields = List.of(
                Field.upload(
                                "picture",
                                text.get("event.pictures.picture"),
                                MediaLibrary.ACCEPTED,
                                MediaLibrary.MOST_BYTES)
                        .error(errors.of("picture"))
                        .required(),
                altField("alt", alt, text).error(errors.of("alt")));
        PicturesView view = new PicturesView(
                ManageNav.of(event, ManageNav.Entry.PICTURES, access, text),
                IntStream.range(0, pictures.size())
                        .mapToObj(i -> line(event, pictures, i, text))
                        .toList(),
                fields,
                errors);
        return page.titled(text.get("event.pictures.title", event.details().title()))
                .hue(event.details().hue())
                .show("event/pictures", "view", view);
    }

    private static PicturesView.Line line(EventView event, List<PictureView> all, int i, Text text) {
        PictureView picture = all.get(i);
        return new PicturesView.Line(
                path(event) + "/" + picture.id(),
                MediaLibrary.path(picture.id(), PREVIEW),
                picture.alt(),
                altField("alt_" + (i + 1), picture.alt(), text),
                i == 0,
                i == all.size() - 1,
                i + 1);
    }

    private static Field altField(String name, String alt, Text text) {
        return Field.text(name, text.get("event.pictures.alt"))
                .hint(text.get("event.pictures.alt_hint"))
                .with("maxlength", "300")
                .value(alt)
                .required();
    }
}
