package io.marquee.checkin.web;

import io.marquee.checkin.CheckInView;
import io.marquee.checkin.Verdict;
import io.marquee.event.EventView;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.PersonId;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scans with the names of whoever came and whoever scanned: names alone, since staff read them too. */
@Component
class ScanRows {
    private final TicketReads tickets;
    private final People people;
    private final Clock clock;

    ScanRows(TicketReads tickets, People people, Clock clock) {
        this.tickets = tickets;
        this.people = people;
        this.clock = clock;
    }

    List<CheckInsView.Row> of(EventView event, List<CheckInView> scans, Text text) {
        Map<TicketId, TicketView> scanned = tickets.byIds(scans.stream()
                .map(CheckInView::ticket)
                .filter(Objects::nonNull)
                .distinct()
                .map(TicketId::new)
                .toList());
        Map<PersonId, PersonView> operators = people.byIds(scans.stream()
                .map(CheckInView::operator)
                .filter(Objects::nonNull)
                .distinct()
                .map(PersonId::of)
                .toList());
        VerdictWords words = new VerdictWords(text, event.details().timeZone(), clock.instant());
        return scans.stream()
                .map(scan -> row(scan, ticket(scan, scanned), operator(scan, operators), event, words, text))
                .toList();
    }

    private static CheckInsView.Row row(
            CheckInView scan,
            @Nullable TicketView ticket,
            String operator,
            EventView event,
            VerdictWords words,
            Text text) {
        boolean open = scan.undo() == null
                && ticket != null
                && (!scan.admission() || ticket.state() == TicketState.CHECKED_IN);
        return new CheckInsView.Row(
                words.when(scan.at()),
                scan.undo() == null
                        ? new Chip(Chip.of(text, scan.verdict()).label(), VerdictWords.tone(scan.verdict()))
                        : Chip.plain(text.get("checkin.undo.done_chip")),
                ticket == null ? null : ticket.holderName(),
                ticket == null ? "" : ticket.typeAndSeat(text),
                scan.gate(),
                scan.device(),
                operator,
                scan.reason() == null ? null : text.of("checkin.scanner.flaw", scan.reason()),
                scan.undo() == null ? null : scan.undo().reason(),
                open && scan.verdict() == Verdict.ADMITTED ? UndoController.path(event, scan.id()) : null,
                open && scan.verdict() == Verdict.ADMITTED && ticket != null && ticket.state() == TicketState.CHECKED_IN
                        ? LabelController.path(event, ticket.id())
                        : null);
    }

    private static @Nullable TicketView ticket(CheckInView scan, Map<TicketId, TicketView> scanned) {
        return scan.ticket() == null ? null : scanned.get(new TicketId(scan.ticket()));
    }

    private static String operator(CheckInView scan, Map<PersonId, PersonView> operators) {
        PersonView person = scan.operator() == null ? null : operators.get(PersonId.of(scan.operator()));
        return person == null ? "" : person.name();
    }
}
