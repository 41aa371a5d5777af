package io.marquee.guest.web;

import io.marquee.event.EventView;
import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.guest.Reply;
import io.marquee.guest.Rsvps;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import io.marquee.registration.Answer;
import io.marquee.registration.AnswerForm;
import io.marquee.registration.Answered;
import io.marquee.registration.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The form in which somebody answers an event. */
@Component
class RsvpForms {
    private final Rsvps rsvps;
    private final Questions questions;
    private final People people;

    RsvpForms(Rsvps rsvps, Questions questions, People people) {
        this.rsvps = rsvps;
        this.questions = questions;
        this.people = people;
    }

    /**
     * Which form.
     *
     * @param guest null for who has said nothing yet
     * @param path where it is shown and sent to
     * @param asksEmail whether it is not known who answers
     * @param shown whether the event has a page for whoever sees this
     */
    record Shown(EventView event, @Nullable GuestView guest, String path, boolean asksEmail, boolean shown) {
        /** Whoever comes by a link of their own may end the mail that brought it. */
        boolean byLink() {
            return path.startsWith("/rsvp/");
        }
    }

    RsvpPage page(Shown shown, Map<String, List<String>> typed, FieldErrors errors, Text text) {
        EventView event = shown.event();
        GuestView guest = shown.guest();
        Rsvps.Terms terms = rsvps.terms(event);
        boolean full = terms.left() != null && terms.left() == 0;
        List<GuestState> replies = terms.open() || guest != null ? Replies.of(event, full, guest) : List.of();
        GuestState reply = Replies.chosen(replies, one(typed, "reply"), guest);
        boolean comes = reply == GuestState.GOING || reply == GuestState.WAITLISTED;
        return new RsvpPage(
                event.details().title(),
                shown.shown() ? "/events/" + event.slug() : null,
                text.dateTime(event.details().startsAt(), event.details().timeZone()),
                guest == null ? null : Chip.of(text, guest.state()),
                note(event, guest, replies.isEmpty(), text),
                shown.shown() && Replies.needsTicket(event, guest) ? "/events/" + event.slug() + "#tickets" : null,
                replies.stream()
                        .map(one -> Link.to(shown.path() + "?reply=" + Wire.name(one), text.of("guest.reply", one))
                                .current(one == reply))
                        .toList(),
                reply == null ? null : Wire.name(reply),
                reply == null ? "" : text.of("guest.say", reply),
                shown.path(),
                fields(shown, comes ? most(terms, guest) : 0, typed, errors, text),
                comes ? form(event).groups(given(event, guest, typed), errors, text) : List.of(),
                errors,
                guest == null || !shown.byLink() ? null : shown.path() + "/links",
                guest == null || guest.muted() || !shown.byLink() ? null : shown.path() + "/silence");
    }

    /** @throws InvalidInput at {@code reply} or {@code plusOnes} where they are no such thing */
    Reply read(EventView event, MultiValueMap<String, String> typed, Text text) {
        return new Reply(
                state(one(typed, "reply")),
                one(typed, "name"),
                number(one(typed, "plusOnes")),
                one(typed, "companions").lines().toList(),
                form(event).read(typed),
                text.locale());
    }

    private List<Field> fields(
            Shown shown, int mostPlusOnes, Map<String, List<String>> typed, FieldErrors errors, Text text) {
        List<Field> fields = new ArrayList<>();
        GuestView guest = shown.guest();
        PersonView me = Acting.current() instanceof Actor.Person ? people.me() : null;
        String name = guest != null && !guest.name().isEmpty() ? guest.name() : me == null ? "" : me.name();
        fields.add(Field.text("name", text.get("guest.form.name"))
                .with("autocomplete", "name")
                .with("maxlength", String.valueOf(Reply.LONGEST_NAME))
                .value(typed.containsKey("name") ? one(typed, "name") : name)
                .error(errors.of("name"))
                .required());
        if (shown.asksEmail()) {
            fields.add(Field.email("email", text.get("guest.form.email"))
                    .hint(text.get("guest.form.email.hint"))
                    .value(
                            typed.containsKey("email")
                                    ? one(typed, "email")
                                    : me == null ? "" : me.email().value())
                    .error(errors.of("email"))
                    .required());
        }
        if (mostPlusOnes > 0) {
            fields.add(Field.number("plusOnes", text.get("guest.form.plus_ones"))
                    .with("min", "0")
                    .with("max", String.valueOf(mostPlusOnes))
                    .hint(text.get("guest.form.plus_ones.hint", mostPlusOnes))
                    .value(
                            typed.containsKey("plusOnes")
                                    ? one(typed, "plusOnes")
                                    : guest == null ? "0" : guest.plusOnes())
                    .error(errors.of("plusOnes"))
                    .required());
            fields.add(Field.textarea("companions", text.get("guest.form.companions"))
                    .with("rows", "2")
                    .hint(text.get("guest.form.companions.hint"))
                    .value(
                            typed.containsKey("companions")
                                    ? one(typed, "companions")
                                    : guest == null ? "" : String.join("\n", guest.companions()))
                    .error(errors.of("companions")));
        }
        return fields;
    }

    private static int most(Rsvps.Terms terms, @Nullable GuestView guest) {
        return guest == null ? terms.plusOnes() : guest.mayBring(terms.plusOnes());
    }

    private AnswerForm form(EventView event) {
        return new AnswerForm(
                questions.asked(event.id()), List.of(event.details().title()));
    }

    private List<Answer> given(EventView event, @Nullable GuestView guest, Map<String, List<String>> typed) {
        if (typed.containsKey("name")) return form(event).read(typed);
        return guest == null
                ? List.of()
                : rsvps.answersOf(guest).stream().map(Answered::answer).toList();
    }

    private static String note(EventView event, @Nullable GuestView guest, boolean silent, Text text) {
        if (guest == null) return silent ? text.get("guest.note.closed") : "";
        if (guest.tickets() > 0) return text.get("guest.note.tickets", guest.tickets());
        return switch (guest.state()) {
            case GOING -> text.get("guest.note.going", guest.plusOnes());
            case PENDING_APPROVAL -> text.get("guest.note.pending_approval");
            case WAITLISTED -> text.get("guest.note.waitlisted");
            case OFFERED ->
                text.get(
                        "guest.note.offered",
                        guest.offerUntil() == null
                                ? ""
                                : text.dateTime(
                                        guest.offerUntil(), event.details().timeZone()));
            case DECLINED -> text.get("guest.note.declined");
            case REMOVED -> text.get("guest.note.removed");
            case INVITED, INTERESTED, MAYBE, NOT_GOING -> "";
        };
    }

    private static String one(Map<String, List<String>> typed, String name) {
        List<String> said = typed.getOrDefault(name, List.of());
        return said.isEmpty() || said.getFirst() == null ? "" : said.getFirst();
    }

    private static GuestState state(String typed) {
        try {
            return Wire.parse(GuestState.class, typed);
        } catch (IllegalArgumentException unknown) {
            throw InvalidInput.at("reply", "value");
        }
    }

    private static int number(String typed) {
        try {
            return typed.isBlank() ? 0 : Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            throw InvalidInput.at("plusOnes", "whole_number");
        }
    }
}
