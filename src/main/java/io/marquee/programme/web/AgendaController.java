package io.marquee.programme.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.LastEditor;
import io.marquee.identity.Permission;
import io.marquee.kernel.EditedMeanwhile;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Meanwhile;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SentVersion;
import io.marquee.platform.web.Text;
import io.marquee.programme.Agenda;
import io.marquee.programme.Agendas;
import io.marquee.programme.SessionView;
import io.marquee.programme.SpeakerView;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/** The programme's editor: forms that need nothing but a keyboard, on any screen. Here its list and its sessions. */
@Controller
@RequestMapping("/manage/events/{slug}/agenda")
class AgendaController {
    private final Agendas agendas;
    private final EventReads reads;
    private final LastEditor editors;
    private final EditorPages pages;

    AgendaController(Agendas agendas, EventReads reads, LastEditor editors, EditorPages pages) {
        this.agendas = agendas;
        this.reads = reads;
        this.editors = editors;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, Page page) {
        EventView event = event(slug);
        Text text = page.text();
        Agenda agenda = agendas.of(event);
        EditorView view = new EditorView(
                pages.nav(event, text),
                EditorPages.path(event),
                AgendaView.of(event, agenda, Set.of(), session -> true, text),
                agenda.conflicts().stream()
                        .map(conflict -> text.get(
                                "programme.conflict." + Wire.name(conflict.clash()),
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
        SessionForm form =
                session.equals("new") ? SessionForm.next(event, agenda) : SessionForm.of(agenda.session(id(session)));
        return EditorPages.show(event, editor(event, session, form, FieldErrors.none(), page.text()), page);
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
            else agendas.change(event, id(session), form.details(), SentVersion.of(form.version()));
        } catch (InvalidInput invalid) {
            EditorForm view = editor(event, session, form, FieldErrors.of(invalid, page.text()), page.text());
            return EditorPages.refused(event, view, HttpStatus.UNPROCESSABLE_CONTENT, page);
        } catch (EditedMeanwhile quicker) {
            return meanwhile(event, id(session), form, page);
        }
        return EditorPages.done(event, page, redirect);
    }

    /** What there is now stands above what was typed, which goes in its place when it is sent again. */
    private ModelAndView meanwhile(EventView event, UUID id, SessionForm typed, Page page) {
        SessionView now = agendas.of(event).session(id);
        List<SpeakerView> speakers = agendas.of(event).speakers();
        EditorForm view = editor(event, id.toString(), typed.over(now), FieldErrors.none(), page.text());
        Meanwhile saved = Meanwhile.of(
                editors.of(event.organization(), event.id(), "session", id),
                SessionForm.of(now).fields(event, speakers, FieldErrors.none(), page.text()),
                view.fields(),
                page.text());
        return EditorPages.refused(event, view.after(saved), HttpStatus.CONFLICT, page);
    }

    @PostMapping("/sessions/{session}/removal")
    ModelAndView removeSession(
            @PathVariable String slug, @PathVariable UUID session, Page page, RedirectAttributes redirect) {
        EventView event = event(slug);
        agendas.removeSession(event, session);
        return EditorPages.done(event, page, redirect);
    }

    private EventView event(String slug) {
        return reads.where(Permission.EDIT_EVENT, slug);
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("session");
        }
    }

    private EditorForm editor(EventView event, String id, SessionForm form, FieldErrors errors, Text text) {
        boolean known = !id.equals("new");
        return new EditorForm(
                pages.nav(event, text),
                text.get(known ? "programme.session.edit" : "programme.session.new"),
                EditorPages.path(event) + "/sessions/" + id,
                EditorPages.path(event),
                known,
                form.version(),
                form.fields(event, agendas.of(event).speakers(), errors, text),
                errors,
                null,
                null);
    }
}
