package io.marquee.ticketing.waiting.web;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.waiting.EntryState;
import io.marquee.ticketing.waiting.EntryView;
import io.marquee.ticketing.waiting.OfferView;
import io.marquee.ticketing.waiting.WaitingReads;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what the team's page of waiting lists shows. */
@Component
class Lines {
    private final WaitingReads reads;
    private final TicketTypeReads types;
    private final Access access;

    Lines(WaitingReads reads, TicketTypeReads types, Access access) {
        this.reads = reads;
        this.types = types;
        this.access = access;
    }

    LinesView of(EventView event, Text text) {
        return again(event, String.valueOf(reads.rule(event).offerMinutes()), FieldErrors.none(), text);
    }

    /** With what was typed for the time that an offer stays open. */
    LinesView again(EventView event, String minutes, FieldErrors errors, Text text) {
        String path = "/manage/events/" + event.slug() + "/waiting-list";
        boolean edits = access.may(Permission.EDIT_EVENT, event.organization(), event.id());
        boolean decides = access.may(Permission.REFUND, event.organization(), event.id());
        List<EntryView> entries = reads.ofEvent(event);
        Map<?, List<OfferView>> offers =
                reads.offersOf(event, entries).stream().collect(Collectors.groupingBy(OfferView::entry));
        List<TicketTypeView> sold = types.onShow(event.id(), type -> !type.addOn());
        Map<TicketTypeId, String> names =
                types
                        .byIds(entries.stream()
                                .map(EntryView::ticketType)
                                .distinct()
                                .toList())
                        .values()
                        .stream()
                        .collect(Collectors.toMap(TicketTypeView::id, TicketTypeView::name));
        Set<TicketTypeId> closed = reads.closedOf(event);
        return new LinesView(
                ManageNav.of(event, ManageNav.Entry.WAITING_LIST, access, text),
                path,
                edits
                        ? Field.number("offerMinutes", text.get("ticketing.lines.minutes"))
                                .with("min", "10")
                                .with("max", "43200")
                                .hint(text.get("ticketing.lines.minutes.hint"))
                                .value(minutes)
                                .error(errors.of("offerMinutes"))
                                .required()
                        : null,
                sold.stream()
                        .map(type -> line(type, path, closed.contains(type.id()), edits, entries, text))
                        .toList(),
                entries.stream()
                        .map(entry -> row(
                                entry,
                                names.getOrDefault(entry.ticketType(), ""),
                                offers.getOrDefault(entry.id(), List.of()),
                                decides ? path : "",
                                text))
                        .toList());
    }

    private static LinesView.TypeLine line(
            TicketTypeView type, String path, boolean closed, boolean edits, List<EntryView> entries, Text text) {
        int waiting = (int) entries.stream()
                .filter(e -> e.ticketType().equals(type.id()) && e.state() == EntryState.WAITING)
                .count();
        return new LinesView.TypeLine(
                type.name(),
                Chip.plain(text.get(closed ? "ticketing.lines.off" : "ticketing.lines.on")),
                waiting,
                path + "/types/" + type.id(),
                closed ? "true" : "false",
                edits ? text.get(closed ? "ticketing.lines.switch_on" : "ticketing.lines.switch_off") : "");
    }

    private static LinesView.Row row(EntryView entry, String type, List<OfferView> offers, String path, Text text) {
        boolean waits = entry.state() == EntryState.WAITING;
        boolean ends = waits || entry.state() == EntryState.SERVED;
        return new LinesView.Row(
                waits ? text.number(entry.position()) : "",
                entry.name(),
                entry.email(),
                type,
                entry.quantity(),
                offers.stream()
                        .map(offer -> offer.quantity() + " × "
                                + Chip.of(text, offer.state()).label()
                                + offer.seats().stream()
                                        .map(seat -> ", " + seat.words(text))
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining(", ")),
                Chip.of(text, entry.state()),
                ends && !path.isEmpty() ? path + "/" + entry.id() : "",
                waits);
    }
}
