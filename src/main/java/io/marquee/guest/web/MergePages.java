package io.marquee.guest.web;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.guest.Comparison;
import io.marquee.guest.Comparison.Side;
import io.marquee.guest.Duplicates;
import io.marquee.guest.GuestView;
import io.marquee.guest.web.DuplicatesPage.Who;
import io.marquee.guest.web.MergePage.Line;
import io.marquee.identity.Access;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.registration.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages about guests who may be one person show. */
@Component
class MergePages {
    private final Access access;

    MergePages(Access access) {
        this.access = access;
    }

    DuplicatesPage duplicates(EventView event, List<Duplicates.Pair> pairs, Text text) {
        return new DuplicatesPage(
                ManageNav.of(event, Entry.GUESTS, access, text),
                GuestLists.path(event),
                pairs.stream()
                        .map(pair -> new DuplicatesPage.Row(
                                who(pair.one()),
                                who(pair.other()),
                                pair.likeness().stream()
                                        .map(likeness -> text.of("guest.likeness", likeness))
                                        .collect(Collectors.joining(" · ")),
                                path(event, pair.one(), pair.other()),
                                GuestLists.path(event) + "/" + pair.one().id() + "/distinctions",
                                pair.other().id().toString()))
                        .toList());
    }

    MergePage merge(EventView event, Comparison two, Map<String, String> typed, FieldErrors errors, Text text) {
        String kept = two.kept().title();
        String other = two.other().title();
        boolean ends = two.other().address().isEmpty() && !two.kept().address().isEmpty();
        return new MergePage(
                ManageNav.of(event, Entry.GUESTS, access, text),
                GuestLists.path(event),
                GuestLists.path(event) + "/" + two.kept().id() + "/merges",
                kept,
                other,
                two.other().id().toString(),
                ends ? null : path(event, two.other(), two.kept()),
                lines(event, two, text),
                choices(two, typed, errors, text),
                errors,
                text.get("guest.merge.question", other, two.kept().address()));
    }

    private static Who who(GuestView guest) {
        return new Who(guest.title(), guest.name().isEmpty() ? "" : guest.address());
    }

    private static String path(EventView event, GuestView kept, GuestView other) {
        return GuestLists.path(event) + "/" + kept.id() + "/merges?other=" + other.id();
    }

    private static List<Line> lines(EventView event, Comparison two, Text text) {
        List<Line> lines = new ArrayList<>();
        GuestView kept = two.kept();
        GuestView other = two.other();
        lines.add(new Line(text.get("guest.merge.name"), kept.name(), other.name()));
        lines.add(new Line(text.get("guest.merge.address"), kept.address(), other.address()));
        lines.add(new Line(text.get("guest.merge.reply"), reply(kept, text), reply(other, text)));
        lines.add(
                new Line(text.get("guest.list.tags"), String.join(", ", kept.tags()), String.join(", ", other.tags())));
        lines.add(new Line(
                text.get("guest.merge.invited"),
                at(event, kept.invitedAt(), text),
                at(event, other.invitedAt(), text)));
        lines.add(new Line(
                text.get("guest.merge.answered"),
                at(event, kept.answeredAt(), text),
                at(event, other.answeredAt(), text)));
        two.answers()
                .forEach(pair -> lines.add(new Line(
                        pair.any().question().details().label(), words(pair.kept(), text), words(pair.other(), text))));
        return lines.stream()
                .filter(line -> !line.kept().isEmpty() || !line.other().isEmpty())
                .toList();
    }

    private static String reply(GuestView guest, Text text) {
        String state = Chip.of(text, guest.state()).label();
        String tickets = guest.tickets() > 0 ? " · " + text.get("guest.list.tickets", guest.tickets()) : "";
        return state + (guest.plusOnes() > 0 ? " · +" + guest.plusOnes() : "") + tickets;
    }

    private static List<Field> choices(Comparison two, Map<String, String> typed, FieldErrors errors, Text text) {
        List<Field> fields = new ArrayList<>();
        for (String field : two.conflicts()) {
            switch (field) {
                case Comparison.NAME ->
                    fields.add(choice(
                            field,
                            text.get("guest.merge.name"),
                            two.kept().name(),
                            two.other().name()));
                case Comparison.REPLY ->
                    fields.add(choice(
                            field, text.get("guest.merge.reply"), reply(two.kept(), text), reply(two.other(), text)));
                default ->
                    two.answers().stream()
                            .filter(pair -> pair.field().equals(field))
                            .forEach(pair -> fields.add(choice(
                                    field,
                                    pair.any().question().details().label(),
                                    words(pair.kept(), text),
                                    words(pair.other(), text))));
            }
        }
        return fields.stream()
                .map(field -> field.value(typed.get(field.name())).error(errors.of(field.name())))
                .toList();
    }

    private static Field choice(String field, String label, String kept, String other) {
        return Field.choices(
                        field,
                        label,
                        List.of(Option.of(Wire.name(Side.KEPT), kept), Option.of(Wire.name(Side.OTHER), other)))
                .required();
    }

    private static String words(@Nullable Answered answered, Text text) {
        return answered == null ? "" : answered.words(text);
    }

    private static String at(EventView event, @Nullable Instant at, Text text) {
        return at == null ? "" : text.dateTime(at, event.details().timeZone());
    }
}
