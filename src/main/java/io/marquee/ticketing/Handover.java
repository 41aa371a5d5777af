package io.marquee.ticketing;

import io.marquee.audit.History;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.ShortCode;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a ticket to somebody else. The codes of before are dead with the commit: the serial goes up, which the door compares,
 * and the short code is a new one. Runs inside the transaction of whoever decided, as the system for the organization.
 */
@Component
public class Handover {
    private static final int CODE_LENGTH = 8;
    private static final int ATTEMPTS = 10;

    private final TicketRows rows;
    private final HolderRows holders;
    private final SigningKeys keys;
    private final History history;

    Handover(TicketRows rows, HolderRows holders, SigningKeys keys, History history) {
        this.rows = rows;
        this.holders = holders;
        this.keys = keys;
        this.history = history;
    }

    /** Who comes with a ticket. */
    public record Holder(String name, String email) {
        /** @throws InvalidInput at {@code name} or {@code email} */
        public static Holder of(String name, String email) {
            String words = name.strip();
            InvalidInput.gather()
                    .check(!words.isEmpty(), "name", "required")
                    .check(words.length() <= 120, "name", "too_long", 120)
                    .check(words.indexOf('\0') < 0, "name", "value")
                    .check(EmailAddress.isValid(email), "email", "email")
                    .orThrow();
            return new Holder(words, EmailAddress.of(email).value());
        }
    }

    /** Locks the ticket: whoever scans, refunds or passes it on waits until this is decided. @throws NotFound */
    @Transactional(propagation = Propagation.MANDATORY)
    public TicketView locked(TicketId id) {
        TicketView ticket = rows.lock(id);
        if (ticket == null) throw new NotFound("ticket");
        return ticket;
    }

    /**
     * @param ticket as it was locked
     * @param transfer whose token opens it from now on
     * @throws IllegalMove once it is used or has ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TicketView handOver(TicketView ticket, UUID transfer, Holder to) {
        int serial = ticket.serial() + 1;
        SigningKeys.Signing key = keys.current(ticket.organization());
        byte[] signature = key.sign(TicketCode.message(key.id(), ticket.event(), ticket.id(), serial));
        HolderRows.NextCode next = new HolderRows.NextCode(serial, key.id(), signature, freeCode(ticket));
        if (!holders.handOver(ticket.id(), next, to, transfer)) throw new IllegalMove(ticket.state(), ticket.state());
        history.record(
                new History.Subject("ticket", ticket.id().value(), ticket.organization(), ticket.event()),
                ticket.state(),
                ticket.state(),
                "transferred");
        return Objects.requireNonNull(rows.byId(ticket.id()));
    }

    private String freeCode(TicketView ticket) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String code = ShortCode.next(CODE_LENGTH);
            if (!holders.isCodeTaken(ticket.event(), code)) return code;
        }
        throw new IllegalStateException("no free short code for " + ticket.event());
    }
}
