package io.marquee.testing;

import io.marquee.checkin.CheckIns;
import io.marquee.checkin.Scan;
import io.marquee.checkin.ScanResult;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tickets at the door, the people who scan them, and states that only time or a later decision brings. */
@Component
public class DoorFixture {
    public static final String GATE = "Main gate";
    public static final String DEVICE = "Phone of Mara";

    private final TicketFixture tickets;
    private final TicketReads reads;
    private final CheckIns checkIns;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DoorFixture(
            TicketFixture tickets,
            TicketReads reads,
            CheckIns checkIns,
            Acting acting,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.tickets = tickets;
        this.reads = reads;
        this.checkIns = checkIns;
        this.acting = acting;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** So many tickets of one order of Ada's, in order. */
    public List<TicketView> tickets(EventView event, int count) {
        return tickets.sell(tickets.hold(event, tickets.type(event, 100), count), "ada@example.org");
    }

    public TicketView ticket(EventView event) {
        return tickets(event, 1).getFirst();
    }

    public ScanResult scan(Actor.Person who, EventView event, Scan scan) {
        return acting.as(who, () -> checkIns.scan(event.slug(), scan));
    }

    /** A scan at the main gate, by somebody who is staff there. */
    public ScanResult scan(EventView event, String code) {
        return scan(EventFixture.person(event.id(), EventRole.STAFF), event, at(GATE, code));
    }

    public static Scan at(String gate, String code) {
        return new Scan(code, gate, DEVICE, false);
    }

    public TicketView now(TicketView ticket) {
        return Objects.requireNonNull(acting.asSystem(ticket.organization(), () -> reads.byId(ticket.id())));
    }

    public void put(TicketView ticket, TicketState state) {
        change(ticket, "update ticketing.tickets set state = ? where id = ?", Wire.name(state));
    }

    /** Passes the ticket on: its code gets the next serial. */
    public void passOn(TicketView ticket) {
        change(ticket, "update ticketing.tickets set serial = ? where id = ?", ticket.serial() + 1);
    }

    public void put(EventView event, EventState state) {
        tickets.inside(
                event.organization(),
                () -> jdbc.sql("update event.events set state = ? where id = ?")
                        .params(Wire.name(state), event.id().value())
                        .update());
    }

    /** Shows the event to its team alone. */
    public void hide(EventView event) {
        tickets.inside(
                event.organization(),
                () -> jdbc.sql("update event.events set visibility = 'private' where id = ?")
                        .param(event.id().value())
                        .update());
    }

    /** Gives a person with an account a role on the event. */
    public void role(EventView event, PersonId person, EventRole role) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into event.roles (event_id, person_id, organization_id, role, grants, since)
                        values (?, ?, ?, ?, '{}', now())
                        """)
                .params(event.id().value(), person.value(), event.organization().value(), Wire.name(role))
                .update()));
    }

    private void change(TicketView ticket, String sql, Object value) {
        tickets.inside(
                ticket.organization(),
                () -> jdbc.sql(sql).params(value, ticket.id().value()).update());
    }
}
