package io.marquee.guest.web;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.guest.GuestChanges.Act;
import io.marquee.guest.GuestMoment;
import io.marquee.guest.GuestReads;
import io.marquee.guest.GuestRecords;
import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.guest.PersonalLinks;
import io.marquee.guest.Rsvps;
import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TimelineEntry;
import io.marquee.platform.web.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the page of one guest shows. */
@Component
class GuestPages {
    private final GuestReads reads;
    private final PersonalLinks links;
    private final Settings settings;
    private final Rsvps rsvps;
    private final People people;
    private final Access access;

    GuestPages(GuestReads reads, PersonalLinks links, Settings settings, Rsvps rsvps, People people, Access access) {
        this.reads = reads;
        this.links = links;
        this.settings = settings;
        this.rsvps = rsvps;
        this.people = people;
        this.access = access;
    }

    GuestPage of(EventView event, GuestView guest, Map<String, String> typed, FieldErrors errors, Text text) {
        boolean changes = access.may(Permission.MANAGE_GUESTS, event.organization(), event.id());
        List<GuestMoment> moments = reads.timeline(guest);
        Map<PersonId, PersonView> known =
                people.byIds(Stream.concat(moments.stream().map(GuestMoment::by), Stream.of(guest.invitedBy()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return new GuestPage(
                ManageNav.of(event, Entry.GUESTS, access, text),
                guest.id().toString(),
                GuestLists.path(event) + "/" + guest.id(),
                GuestLists.path(event),
                guest.title(),
                guest.address(),
                Chip.of(text, guest.state()),
                facts(guest, known, text),
                guest.tags(),
                changes ? acts(guest, text) : List.of(),
                reads.answersOf(guest).stream()
                        .map(answered ->
                                new GuestPage.Said(answered.question().details().label(), answered.words(text)))
                        .toList(),
                changes
                        ? List.of(Field.textarea("note", text.get("guest.page.note"))
                                .with("rows", "3")
                                .with("maxlength", String.valueOf(GuestRecords.LONGEST_NOTE))
                                .hint(text.get("guest.page.note.hint"))
                                .value(typed.getOrDefault("note", ""))
                                .error(errors.of("note"))
                                .required())
                        : List.of(),
                changes && guest.isLinkOpen() ? settings.baseUrl() + links.path(guest) : null,
                changes ? List.of(renewal(guest, text)) : List.of(),
                changes ? List.of(allowance(event, guest, typed, errors, text)) : List.of(),
                moments.stream().map(moment -> entry(moment, known, text)).toList(),
                event.details().timeZone());
    }

    private static String renewal(GuestView guest, Text text) {
        if (!guest.address().isEmpty()) return text.get("guest.link.renew.mailed", guest.title());
        else if (guest.isLinkOpen()) return text.get("guest.link.renew.open");
        else return text.get("guest.link.renew.theirs", guest.title());
    }

    private Field allowance(
            EventView event, GuestView guest, Map<String, String> typed, FieldErrors errors, Text text) {
        return Field.number("allowance", text.get("guest.page.allowance"))
                .with("min", "0")
                .with("max", "20")
                .hint(text.get("guest.page.allowance.hint", rsvps.terms(event).plusOnes()))
                .value(typed.containsKey("allowance") ? typed.get("allowance") : guest.allowance())
                .error(errors.of("allowance"));
    }

    /** "+2 (Tom Berg)" */
    static String brings(GuestView guest) {
        return "+" + guest.plusOnes()
                + (guest.companions().isEmpty() ? "" : " (" + String.join(", ", guest.companions()) + ")");
    }

    private static List<String> facts(GuestView guest, Map<PersonId, PersonView> known, Text text) {
        List<String> facts = new ArrayList<>();
        if (guest.plusOnes() > 0)
            facts.add(text.get("guest.page.plus_ones", guest.plusOnes())
                    + (guest.companions().isEmpty() ? "" : ": " + String.join(", ", guest.companions())));
        if (guest.tickets() > 0) facts.add(text.get("guest.list.tickets", guest.tickets()));
        if (guest.invitedBy() != null && known.containsKey(guest.invitedBy()))
            facts.add(text.get(
                    "guest.page.invited_by", known.get(guest.invitedBy()).name()));
        if (guest.mail() != GuestView.MailState.NONE) facts.add(text.of("guest.mail", guest.mail()));
        if (guest.muted()) facts.add(text.get("guest.list.muted"));
        return facts;
    }

    private static List<GuestPage.Act> acts(GuestView guest, Text text) {
        return Stream.of(Act.APPROVE, Act.DECLINE, Act.REMOVE)
                .filter(act -> GuestState.MOVES.allows(guest.state(), target(act)) && guest.tickets() == 0)
                .map(act -> new GuestPage.Act(
                        Wire.name(act),
                        text.of("guest.act", act),
                        act == Act.APPROVE
                                ? null
                                : text.get("guest.page." + Wire.name(act) + ".question", guest.title())))
                .toList();
    }

    private static GuestState target(Act act) {
        return switch (act) {
            case APPROVE -> GuestState.GOING;
            case DECLINE -> GuestState.DECLINED;
            case REMOVE, TAG, UNTAG -> GuestState.REMOVED;
        };
    }

    private static TimelineEntry entry(GuestMoment moment, Map<PersonId, PersonView> known, Text text) {
        boolean moves = moment.kind().equals("state");
        String state = moment.state().isEmpty() ? "" : text.get("ui.state." + moment.state());
        String title = moves ? state : text.get("guest.moment." + moment.kind(), state);
        String why = moves && !moment.words().isEmpty() ? text.get("guest.why." + moment.words()) : moment.words();
        return new TimelineEntry(
                title,
                why.isEmpty() ? null : why,
                name(moment.by(), known),
                moment.at(),
                moment.state().isEmpty() ? Tone.PLAIN : Chip.tone(moment.state()));
    }

    private static @Nullable String name(@Nullable PersonId by, Map<PersonId, PersonView> known) {
        PersonView person = by == null ? null : known.get(by);
        return person == null ? null : person.name();
    }
}
