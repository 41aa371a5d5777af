package io.marquee.event.web.manage;

import io.marquee.audit.History;
import io.marquee.event.CancellationEffect;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TimelineEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Where an event stands, how it came there, and the ways out. */
@Controller
class SettingsController {
    private final EventReads reads;
    private final History history;
    private final People people;
    private final Access access;
    private final ObjectProvider<CancellationEffect> effects;

    SettingsController(
            EventReads reads,
            History history,
            People people,
            Access access,
            ObjectProvider<CancellationEffect> effects) {
        this.reads = reads;
        this.history = history;
        this.people = people;
        this.access = access;
        this.effects = effects;
    }

    @GetMapping("/manage/events/{slug}/settings")
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = reads.where(Permission.PUBLISH_EVENT, slug);
        SettingsView view = new SettingsView(
                ManageNav.of(event, ManageNav.Entry.SETTINGS, access, page.text()),
                next(event, page.text()),
                effects.stream()
                        .map(effect -> effect.takenBack(event, page.text()))
                        .filter(Objects::nonNull)
                        .toList(),
                entries(event, page.text()),
                may(Permission.CANCEL_EVENT, event),
                may(Permission.DELETE_EVENT, event),
                access.may(Permission.CREATE_EVENT, event.organization()));
        return page.titled(event.details().title()).hue(event.details().hue()).show("event/settings", "view", view);
    }

    private boolean may(Permission permission, EventView event) {
        return access.may(permission, event.organization(), event.id());
    }

    private static String next(EventView event, Text text) {
        String state = "event.next." + Wire.name(event.state());
        if (event.dateUnknown()) return text.get("event.next.postponed");
        return switch (event.state()) {
            case PUBLISHED ->
                text.get(state, text.dateTime(event.startsAt(), event.details().timeZone()));
            case LIVE ->
                text.get(state, text.dateTime(event.endsAt(), event.details().timeZone()));
            case DRAFT, ENDED, ARCHIVED, CANCELLED -> text.get(state);
        };
    }

    private List<TimelineEntry> entries(EventView event, Text text) {
        List<History.Entry> moves = history.of(event.id().value()).reversed();
        Map<PersonId, PersonView> who = people.byIds(moves.stream()
                .filter(move -> move.actorKind().equals("person"))
                .map(History.Entry::actorId)
                .filter(Objects::nonNull)
                .map(PersonId::of)
                .distinct()
                .toList());
        return moves.stream()
                .map(move -> new TimelineEntry(
                        text.get("ui.state." + move.to()),
                        move.reason(),
                        name(move, who, text),
                        move.at(),
                        Chip.tone(move.to())))
                .toList();
    }

    private static @Nullable String name(History.Entry move, Map<PersonId, PersonView> who, Text text) {
        if (move.actorId() == null) return text.get("event.by_itself");
        PersonView person = who.get(PersonId.of(move.actorId()));
        return person == null ? null : person.name();
    }
}
