package io.marquee.programme.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.programme.Agenda;
import io.marquee.programme.Agendas;
import io.marquee.programme.SpeakerDetails;
import io.marquee.programme.SpeakerView;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programme's editor: forms that need nothing but a keyboard, on any screen. */
@Controller
@RequestMapping("/manage/events/{slug}/agenda")
class AgendaController {
    private final Agendas agendas;
    private final EventReads reads;
    private final Access access;

    AgendaController(Agendas agendas, EventReads reads, Access access) {
        this.agendas = agendas;
        this.reads = reads;
        this.access = access;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, Page page) {
        EventView event = event(slug);
        Text text = page.text();
        Agenda agenda = agendas.of(event);
        EditorView view = new EditorView(
                nav(event, text),
                path(event),
                AgendaView.of(event, agenda, Set.of(), session -> true, text),
                agenda.conflicts().stream()
                        .map(conflict -> text.get(
                                "programme.conflict." + io.marquee.kernel.Wire.name(conflict.clash()),
                                conflict.name(),
                                conflict.first().details().title(),
                                conflict.second().details().title()))
                        .toList());
        return page.titled(text.get("programme.title", event.details().title()))
                .hue(event.details().hue())
                .show("programme/manage", "view", view);
    }

    @GetMapping("/sessions/{session}")
    ModelAndView session(@PathVariable String slug, @PathVariable String session, Page page) {
        EventView event = event(slug);
        Agenda agenda = agendas.of(event);
        SessionForm form = session.equals("new")
                ? SessionForm.next(event, agenda)
                : SessionForm.of(agenda.sessions().stream()
                        .filter(one -> one.id().toString().equals(session))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("session"))
                        .details());
        return session(event, session, form, FieldErrors.none(), page);
    }

    @PostMapping("/sessions/{session}")
    ModelAndView save(
            @PathVariable String slug,
            @PathVariable String session,
            @RequestParam MultiValueMap<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        SessionForm form = new SessionForm(typed);
        try {
            if (session.equals("new")) agendas.add(event, form.details());
            else agendas.change(event, id(session), form.details());
        } catch (InvalidInput invalid) {
            ModelAndView again = session(event, session, form, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return done(event, page, redirect);
    }

    @PostMapping("/sessions/{session}/removal")
    ModelAndView removeSession(
            @PathVariable String slug, @PathVariable UUID session, Page page, RedirectAttributes redirect) {
        EventView event = event(slug);
        agendas.removeSession(event, session);
        return done(event, page, redirect);
    }

    @GetMapping("/speakers/{speaker}")
    ModelAndView speaker(@PathVariable String slug, @PathVariable String speaker, Page page) {
        EventView event = event(slug);
        if (speaker.equals("new")) {
            return speaker(event, speaker, null, new SpeakerDetails("", "", ""), FieldErrors.none(), page);
        }
        SpeakerView known = known(event, speaker);
        return speaker(event, speaker, known, known.details(), FieldErrors.none(), page);
    }

    @PostMapping("/speakers/{speaker}")
    ModelAndView saveSpeaker(
            @PathVariable String slug,
            @PathVariable String speaker,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String about,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        SpeakerDetails details = new SpeakerDetails(name, line, about);
        boolean fresh = speaker.equals("new");
        SpeakerView known = fresh ? null : known(event, speaker);
        try {
            if (known == null) {
                return SeeOther.to(path(event) + "/speakers/" + agendas.add(event, details));
            }
            agendas.change(event, known.id(), details);
        } catch (InvalidInput invalid) {
            ModelAndView again = speaker(event, speaker, known, details, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return done(event, page, redirect);
    }

    @PostMapping("/speakers/{speaker}/photo")
    ModelAndView photo(
            @PathVariable String slug,
            @PathVariable UUID speaker,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            Page page,
            RedirectAttributes redirect)
            throws IOException {
        EventView event = event(slug);
        SpeakerView known = known(event, speaker.toString());
        try {
            if (photo == null || photo.isEmpty()) throw InvalidInput.at("photo", "required");
            agendas.photo(event, speaker, photo.getBytes());
        } catch (InvalidInput invalid) {
            ModelAndView again = speaker(
                    event, speaker.toString(), known, known.details(), FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return done(event, page, redirect);
    }

    @PostMapping("/speakers/{speaker}/removal")
    ModelAndView removeSpeaker(
            @PathVariable String slug, @PathVariable UUID speaker, Page page, RedirectAttributes redirect) {
        EventView event = event(slug);
        agendas.removeSpeaker(event, speaker);
        return done(event, page, redirect);
    }

    private EventView event(String slug) {
        return reads.where(Permission.EDIT_EVENT, slug);
    }

    private SpeakerView known(EventView event, String id) {
        return agendas.of(event).speakers().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("speaker"));
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("session");
        }
    }

    private static ModelAndView done(EventView event, Page page, RedirectAttributes redirect) {
        Flash.good(page.text().get("event.edit.saved")).with(redirect);
        return SeeOther.to(path(event));
    }

    private ModelAndView session(EventView event, String id, SessionForm form, FieldErrors errors, Page page) {
        Text text = page.text();
        boolean known = !id.equals("new");
        return form(
                event,
                new EditorForm(
                        nav(event, text),
                        text.get(known ? "programme.session.edit" : "programme.session.new"),
                        path(event) + "/sessions/" + id,
                        path(event),
                        known,
                        form.fields(event, agendas.of(event).speakers(), errors, text),
                        errors,
                        null),
                page);
    }

    private ModelAndView speaker(
            EventView event,
            String id,
            @Nullable SpeakerView known,
            SpeakerDetails details,
            FieldErrors errors,
            Page page) {
        Text text = page.text();
        Field photo = Field.upload(
                        "photo", text.get("programme.field.photo"), MediaLibrary.ACCEPTED, MediaLibrary.MOST_BYTES)
                .with("preview", known == null || known.photo() == null ? null : MediaLibrary.path(known.photo(), 400))
                .error(errors.of("photo"))
                .required();
        return form(
                event,
                new EditorForm(
                        nav(event, text),
                        text.get(known == null ? "programme.speaker.new" : "programme.speaker.edit"),
                        path(event) + "/speakers/" + id,
                        path(event),
                        known != null,
                        SessionForm.speaker(details, errors, text),
                        errors,
                        known == null ? null : photo),
                page);
    }

    private static ModelAndView form(EventView event, EditorForm view, Page page) {
        return page.titled(view.title()).hue(event.details().hue()).show("programme/form", "view", view);
    }

    private ManageNav nav(EventView event, Text text) {
        return ManageNav.of(event, ManageNav.Entry.AGENDA, access, text);
    }

    private static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/agenda";
    }
}
