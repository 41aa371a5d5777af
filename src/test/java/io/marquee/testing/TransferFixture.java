package io.marquee.testing;

import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.TransferId;
import io.marquee.ticketing.transfer.TransferMoved;
import io.marquee.ticketing.transfer.TransferState;
import io.marquee.ticketing.transfer.TransferView;
import io.marquee.ticketing.transfer.Transfers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets passed on, by the links that were mailed. */
@Component
public class TransferFixture {
    private final Transfers transfers;
    private final TicketFixture tickets;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final List<TransferMoved> heard = new CopyOnWriteArrayList<>();

    TransferFixture(Transfers transfers, TicketFixture tickets, Acting acting, JdbcClient jdbc) {
        this.transfers = transfers;
        this.tickets = tickets;
        this.acting = acting;
        this.jdbc = jdbc;
    }

    /** Whoever has the link with the ticket. */
    public static Actor.Capability holder(TicketView ticket) {
        return new Actor.Capability(ticket.capability());
    }

    public static Actor.Capability recipient(TransferView transfer) {
        return new Actor.Capability(transfer.id().value());
    }

    public TransferView offer(TicketView ticket, String to) {
        return acting.as(holder(ticket), () -> transfers.offer(ticket.id(), to, Locale.ENGLISH));
    }

    public TransferView accept(TransferView transfer, String name) {
        return acting.as(recipient(transfer), () -> transfers.accept(transfer.id(), name, Locale.GERMAN));
    }

    public TransferView decline(TransferView transfer) {
        return acting.as(recipient(transfer), () -> transfers.decline(transfer.id()));
    }

    public TransferView withdraw(TransferView transfer) {
        return acting.as(new Actor.Capability(transfer.giver()), () -> transfers.withdraw(transfer.id()));
    }

    /** Lets the time to accept be up. */
    public void pass(TransferView transfer) {
        tickets.inside(
                transfer.organization(),
                () -> jdbc.sql(
                                "update ticketing.transfers set expires_at = created_at - interval '1 second' where id = ?")
                        .param(transfer.id().value())
                        .update());
    }

    @EventListener
    void hear(TransferMoved moved) {
        heard.add(moved);
    }

    /** What was told of it, in order. */
    public List<TransferState> heardOf(TransferId transfer) {
        return heard.stream()
                .filter(moved -> moved.transfer().equals(transfer))
                .map(TransferMoved::to)
                .toList();
    }
}
