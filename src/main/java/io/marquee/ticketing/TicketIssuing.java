package io.marquee.ticketing;

import io.marquee.audit.History;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.ShortCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes the tickets of orders: each with its signed code and a short one for typing, all in one statement. */
@Component
class TicketIssuing {
    private static final int CODE_LENGTH = 8;
    private static final int ATTEMPTS = 10;
    private static final int FIRST_SERIAL = 1;

    private final TicketRows rows;
    private final SigningKeys keys;
    private final History history;
    private final Clock clock;

    TicketIssuing(TicketRows rows, SigningKeys keys, History history, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.history = history;
        this.clock = clock;
    }

    /** A ticket to make. */
    private record Draft(Tickets.Sale sale, Tickets.Admission admission) {}

    void issue(List<Tickets.Sale> sales) {
        List<Draft> open = sales.stream()
                .flatMap(sale -> sale.admissions().stream().map(admission -> new Draft(sale, admission)))
                .toList();
        List<History.Move> issued = new ArrayList<>();
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            if (attempt > ATTEMPTS) throw new IllegalStateException("no free short codes");
            List<TicketRows.Signed> signed = open.stream().map(this::sign).toList();
            Map<TicketId, TicketState> in = rows.insert(signed, clock.instant());
            open = signed.stream()
                    .filter(ticket -> !in.containsKey(ticket.id()))
                    .map(ticket -> new Draft(ticket.sale(), ticket.admission()))
                    .toList();
            signed.stream()
                    .filter(ticket -> in.containsKey(ticket.id()))
                    .map(ticket -> issued(ticket, Objects.requireNonNull(in.get(ticket.id()))))
                    .forEach(issued::add);
        }
        history.record(issued);
    }

    private static History.Move issued(TicketRows.Signed ticket, TicketState state) {
        Tickets.Sale sale = ticket.sale();
        return new History.Move(
                new History.Subject("ticket", ticket.id().value(), sale.organization(), sale.event()),
                null,
                state,
                null,
                sale.by());
    }

    private TicketRows.Signed sign(Draft draft) {
        Tickets.Sale sale = draft.sale();
        Tickets.Admission admission = draft.admission();
        SigningKeys.Signing key = keys.current(sale.organization());
        TicketId id = TicketId.next();
        Tickets.Admission normalised = new Tickets.Admission(
                admission.position(),
                admission.ticketType(),
                admission.price(),
                admission.holderName(),
                EmailAddress.of(admission.holderEmail()).value());
        byte[] signature = key.sign(TicketCode.message(key.id(), sale.event(), id, FIRST_SERIAL));
        return new TicketRows.Signed(
                sale, normalised, id, key.id(), signature, ShortCode.next(CODE_LENGTH), seat(admission, sale));
    }

    /** The how manieth of its type it is: so many of the hold's seats of that type come before its own. */
    private static int seat(Tickets.Admission admission, Tickets.Sale sale) {
        return (int) sale.admissions().stream()
                .filter(a -> a.ticketType().equals(admission.ticketType()) && a.position() < admission.position())
                .count();
    }
}
