package io.marquee.ticketing;

import io.marquee.audit.History;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.ShortCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes an order's tickets: each with its signed code and a short one for typing, all in one statement. */
@Component
class TicketIssuing {
    private static final int CODE_LENGTH = 8;
    private static final int ATTEMPTS = 10;
    private static final int FIRST_SERIAL = 1;

    private final TicketRows rows;
    private final SigningKeys keys;
    private final History history;

    TicketIssuing(TicketRows rows, SigningKeys keys, History history) {
        this.rows = rows;
        this.keys = keys;
        this.history = history;
    }

    List<TicketView> issue(TicketRows.Issue issue, List<Tickets.Admission> admissions) {
        SigningKeys.Signing key = keys.current(issue.organization());
        List<Tickets.Admission> open = admissions;
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            if (attempt > ATTEMPTS) throw new IllegalStateException("no free short code for " + issue.event());
            Set<Integer> in = new HashSet<>(rows.insert(
                    issue, open.stream().map(a -> sign(issue, a, key)).toList()));
            open = open.stream().filter(a -> !in.contains(a.position())).toList();
        }
        List<TicketView> tickets = rows.ofOrder(issue.order());
        List<UUID> ids = tickets.stream().map(ticket -> ticket.id().value()).toList();
        if (!ids.isEmpty()) {
            history.record(
                    new History.Subject("ticket", ids.getFirst(), issue.organization(), issue.event()),
                    ids,
                    null,
                    TicketState.ISSUED,
                    null);
        }
        return tickets;
    }

    private static TicketRows.Signed sign(
            TicketRows.Issue issue, Tickets.Admission admission, SigningKeys.Signing key) {
        TicketId id = TicketId.next();
        Tickets.Admission normalised = new Tickets.Admission(
                admission.position(),
                admission.ticketType(),
                admission.price(),
                admission.holderName(),
                EmailAddress.of(admission.holderEmail()).value());
        byte[] signature = key.sign(TicketCode.message(key.id(), issue.event(), id, FIRST_SERIAL));
        return new TicketRows.Signed(normalised, id, key.id(), signature, ShortCode.next(CODE_LENGTH));
    }
}
