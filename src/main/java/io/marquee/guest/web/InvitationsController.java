package io.marquee.guest.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.guest.Addressees;
import io.marquee.guest.GuestView;
import io.marquee.guest.Guests;
import io.marquee.guest.Invitations;
import io.marquee.guest.PersonalLinks;
import io.marquee.guest.Reply;
import io.marquee.guest.Rsvps;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking people to come, as somebody pastes their addresses, and how the event takes answers. */
@Controller
@RequestMapping("/manage/events/{slug}/guests")
class InvitationsController {
    private final EventReads events;
    private final Invitations invitations;
    private final PersonalLinks links;
    private final Guests guests;
    private final Rsvps rsvps;
    private final Access access;

    InvitationsController(
            EventReads events,
            Invitations invitations,
            PersonalLinks links,
            Guests guests,
            Rsvps rsvps,
            Access access) {
        this.events = events;
        this.invitations = invitations;
        this.links = links;
        this.guests = guests;
        this.rsvps = rsvps;
        this.access = access;
    }

    @GetMapping("/invitations")
    ModelAndView form(@PathVariable String slug, Page page) {
        return shown(events.where(Permission.MANAGE_GUESTS, slug), Map.of(), FieldErrors.none(), page);
    }

    @PostMapping("/invitations")
    ModelAndView invite(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        Addressees addressees = Addressees.of(typed.getOrDefault("people", ""));
        try {
            Invitations.Outcome outcome = invitations.invite(
                    event, addressees.people(), typed.getOrDefault("words", ""), number(typed, "plusOnes"));
            Flash told = Flash.good(page.text().get("guest.invitations.done", outcome.invited(), outcome.known()));
            if (addressees.rejected().isEmpty()) {
                told.with(redirect);
                return SeeOther.to(GuestLists.path(event) + "?state=invited");
            }
            return shown(
                    event,
                    Map.of("people", String.join("\n", addressees.rejected())),
                    FieldErrors.of(
                            "people",
                            page.text()
                                    .get(
                                            "guest.invitations.rejected",
                                            addressees.rejected().size(),
                                            outcome.invited())),
                    page);
        } catch (InvalidInput invalid) {
            return refused(event, typed, invalid, page);
        }
    }

    @PostMapping("/links")
    ModelAndView link(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        try {
            GuestView guest = links.add(
                    event,
                    typed.getOrDefault("name", ""),
                    typed.getOrDefault("once", Ids.next().toString()));
            Flash.good(page.text().get("guest.link.made", guest.name())).with(redirect);
            return SeeOther.to(GuestLists.path(event) + "/" + guest.id());
        } catch (InvalidInput invalid) {
            return refused(event, typed, invalid, page);
        }
    }

    @PostMapping("/reminders")
    ModelAndView remind(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        Flash.good(page.text().get("guest.invitations.reminded", invitations.remind(event)))
                .with(redirect);
        return SeeOther.to(GuestLists.path(event) + "/invitations");
    }

    @PostMapping("/rule")
    ModelAndView rule(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.EDIT_EVENT, slug);
        Flash.after(
                        () -> {
                            Integer plusOnes = number(typed, "plusOnes");
                            guests.rule(event, "true".equals(typed.get("open")), plusOnes == null ? 0 : plusOnes);
                        },
                        "guest.rule.saved",
                        page.text())
                .with(redirect);
        return SeeOther.to(GuestLists.path(event) + "/invitations");
    }

    private ModelAndView refused(EventView event, Map<String, String> typed, InvalidInput invalid, Page page) {
        ModelAndView again = shown(event, typed, FieldErrors.of(invalid, page.text()), page);
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
    }

    private ModelAndView shown(EventView event, Map<String, String> typed, FieldErrors errors, Page page) {
        Text text = page.text();
        int silent = invitations.silent(event);
        InvitationsPage view = new InvitationsPage(
                ManageNav.of(event, Entry.GUESTS, access, text),
                GuestLists.path(event) + "/invitations",
                GuestLists.path(event),
                fields(typed, errors, text),
                errors,
                Field.text("name", text.get("guest.link.name"))
                        .with("maxlength", String.valueOf(Reply.LONGEST_NAME))
                        .with("autocomplete", "off")
                        .value(typed.getOrDefault("name", ""))
                        .error(errors.of("name"))
                        .required(),
                Ids.next().toString(),
                silent == 0 ? null : text.get("guest.invitations.remind", silent),
                access.may(Permission.EDIT_EVENT, event.organization(), event.id()) ? rules(event, text) : List.of());
        return page.titled(text.get("guest.invitations.title"))
                .hue(event.details().hue())
                .show("guest/invitations", "view", view);
    }

    private static List<Field> fields(Map<String, String> typed, FieldErrors errors, Text text) {
        List<Field> fields = new ArrayList<>(List.of(Field.textarea("people", text.get("guest.invitations.people"))
                .with("rows", "8")
                .hint(text.get("guest.invitations.people.hint"))
                .value(typed.getOrDefault("people", ""))
                .error(errors.of("people"))
                .required()));
        fields.addAll(words(typed, errors, text));
        return fields;
    }

    /** What the team adds to an invitation. */
    static List<Field> words(Map<String, String> typed, FieldErrors errors, Text text) {
        return List.of(
                Field.textarea("words", text.get("guest.invitations.words"))
                        .with("rows", "4")
                        .with("maxlength", "2000")
                        .hint(text.get("guest.invitations.words.hint"))
                        .value(typed.getOrDefault("words", ""))
                        .error(errors.of("words")),
                plusOnes(text)
                        .hint(text.get("guest.invitations.plus_ones.hint"))
                        .value(typed.getOrDefault("plusOnes", ""))
                        .error(errors.of("plusOnes")));
    }

    private List<Field> rules(EventView event, Text text) {
        Rsvps.Terms terms = rsvps.terms(event);
        return List.of(
                Field.checkbox("open", text.get("guest.rule.open"))
                        .hint(text.get("guest.rule.open.hint"))
                        .value(terms.openToAll()),
                plusOnes(text).hint(text.get("guest.rule.plus_ones.hint")).value(terms.plusOnes()));
    }

    private static Field plusOnes(Text text) {
        return Field.number("plusOnes", text.get("guest.rule.plus_ones"))
                .with("min", "0")
                .with("max", "20");
    }

    /** @return null where nothing stands in it */
    static @Nullable Integer number(Map<String, String> typed, String field) {
        try {
            String value = typed.getOrDefault(field, "").strip();
            return value.isEmpty() ? null : Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw InvalidInput.at(field, "whole_number");
        }
    }
}
