package io.marquee.programme.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.LastEditor;
import io.marquee.identity.Permission;
import io.marquee.kernel.EditedMeanwhile;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Meanwhile;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.SentVersion;
import io.marquee.platform.web.Text;
import io.marquee.programme.Agendas;
import io.marquee.programme.SpeakerDetails;
import io.marquee.programme.SpeakerView;
import java.io.IOException;
import java.util.UUID;
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

/** Who speaks, in the programme's editor. */
@Controller
@RequestMapping("/manage/events/{slug}/agenda/speakers/{speaker}")
class SpeakersController {
    private static final SpeakerDetails BLANK = new SpeakerDetails("", "", "");

    private final Agendas agendas;
    private final EventReads reads;
    private final LastEditor editors;
    private final EditorPages pages;

    SpeakersController(Agendas agendas, EventReads reads, LastEditor editors, EditorPages pages) {
        this.agendas = agendas;
        this.reads = reads;
        this.editors = editors;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @PathVariable String speaker, Page page) {
        EventView event = event(slug);
        SpeakerView known = known(event, speaker);
        SpeakerDetails details = known == null ? BLANK : known.details();
        return EditorPages.show(event, editor(event, known, details, FieldErrors.none(), page.text()), page);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String slug,
            @PathVariable String speaker,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String version,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        SpeakerDetails details = new SpeakerDetails(name, line, about);
        SpeakerView known = known(event, speaker);
        try {
            if (known == null) {
                return SeeOther.to(EditorPages.path(event) + "/speakers/" + agendas.add(event, details));
            }
            agendas.change(event, known.id(), details, SentVersion.of(version));
        } catch (InvalidInput invalid) {
            return refused(event, known, details, invalid, page);
        } catch (EditedMeanwhile quicker) {
            return meanwhile(event, speaker, details, page);
        }
        return EditorPages.done(event, page, redirect);
    }

    /** What there is now stands above what was typed, which goes in its place when it is sent again. */
    private ModelAndView meanwhile(EventView event, String speaker, SpeakerDetails typed, Page page) {
        SpeakerView now = agendas.of(event).speaker(id(speaker));
        EditorForm view = editor(event, now, typed, FieldErrors.none(), page.text());
        Meanwhile saved = Meanwhile.of(
                editors.of(event.organization(), event.id(), "speaker", now.id()),
                SessionForm.speaker(now.details(), FieldErrors.none(), page.text()),
                view.fields(),
                page.text());
        return EditorPages.refused(event, view.after(saved), HttpStatus.CONFLICT, page);
    }

    @PostMapping("/photo")
    ModelAndView photo(
            @PathVariable String slug,
            @PathVariable UUID speaker,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            Page page,
            RedirectAttributes redirect)
            throws IOException {
        EventView event = event(slug);
        SpeakerView known = agendas.of(event).speaker(speaker);
        try {
            if (photo == null || photo.isEmpty()) throw InvalidInput.at("photo", "required");
            agendas.photo(event, speaker, photo.getBytes());
        } catch (InvalidInput invalid) {
            return refused(event, known, known.details(), invalid, page);
        }
        return EditorPages.done(event, page, redirect);
    }

    @PostMapping("/removal")
    ModelAndView remove(@PathVariable String slug, @PathVariable UUID speaker, Page page, RedirectAttributes redirect) {
        EventView event = event(slug);
        agendas.removeSpeaker(event, speaker);
        return EditorPages.done(event, page, redirect);
    }

    private ModelAndView refused(
            EventView event, @Nullable SpeakerView known, SpeakerDetails typed, InvalidInput why, Page page) {
        EditorForm view = editor(event, known, typed, FieldErrors.of(why, page.text()), page.text());
        return EditorPages.refused(event, view, HttpStatus.UNPROCESSABLE_CONTENT, page);
    }

    private EventView event(String slug) {
        return reads.where(Permission.EDIT_EVENT, slug);
    }

    /** Null for one who is to be. */
    private @Nullable SpeakerView known(EventView event, String speaker) {
        return speaker.equals("new") ? null : agendas.of(event).speaker(id(speaker));
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("speaker");
        }
    }

    private EditorForm editor(
            EventView event, @Nullable SpeakerView known, SpeakerDetails details, FieldErrors errors, Text text) {
        String path = EditorPages.path(event);
        return new EditorForm(
                pages.nav(event, text),
                text.get(known == null ? "programme.speaker.new" : "programme.speaker.edit"),
                path + "/speakers/" + (known == null ? "new" : known.id()),
                path,
                known != null,
                known == null ? "" : String.valueOf(known.version()),
                SessionForm.speaker(details, errors, text),
                errors,
                known == null ? null : photo(known, errors, text),
                null);
    }

    private static Field photo(SpeakerView known, FieldErrors errors, Text text) {
        return Field.upload("photo", text.get("programme.field.photo"), MediaLibrary.ACCEPTED, MediaLibrary.MOST_BYTES)
                .with("preview", known.photo() == null ? null : MediaLibrary.path(known.photo(), 400))
                .error(errors.of("photo"))
                .required();
    }
}
