package io.marquee.ticketing.transfer;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of transfers. */
@Repository
class TransferRows {
    private static final String SELECT = """
            select id, ticket_id, event_id, organization_id, kind, state, type_name, serial, giver, from_name, from_email,
                   to_name, to_email, locale, to_locale, created_at, expires_at, decided_at
              from ticketing.transfers
            """;

    private final JdbcClient jdbc;

    TransferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TransferView transfer, TicketView ticket) {
        jdbc.sql("""
                        insert into ticketing.transfers
                          (id, ticket_id, event_id, organization_id, kind, state, type_name, serial, short_code, giver,
                           from_name, from_email, buyer_email, to_name, to_email, locale, created_at, expires_at, decided_at)
                        values (:id, :ticket, :event, :organization, :kind, :state, :type, :serial, :code, :giver,
                                :fromName, :fromEmail, :buyer, :toName, :toEmail, :locale, :created, :expires, :decided)
                        """)
                .param("id", transfer.id().value())
                .param("ticket", ticket.id().value())
                .param("event", ticket.event().value())
                .param("organization", ticket.organization().value())
                .param("kind", transfer.reassigned() ? "reassignment" : "transfer")
                .param("state", Wire.name(transfer.state()))
                .param("type", transfer.ticketTypeName())
                .param("serial", transfer.serial())
                .param("code", ticket.code())
                .param("giver", transfer.giver())
                .param("fromName", transfer.fromName())
                .param("fromEmail", transfer.fromEmail())
                .param("buyer", ticket.passedOn() ? null : ticket.buyerEmail())
                .param("toName", transfer.toName())
                .param("toEmail", transfer.toEmail())
                .param("locale", transfer.locale())
                .param("created", Timestamp.from(transfer.createdAt()))
                .param("expires", Timestamp.from(transfer.expiresAt()))
                .param("decided", transfer.decidedAt() == null ? null : Timestamp.from(transfer.decidedAt()))
                .update();
    }

    @Nullable
    TransferView byId(TransferId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(TransferRows::view)
                .optional()
                .orElse(null);
    }

    /** Newest first. */
    List<TransferView> ofTickets(List<TicketId> tickets) {
        return jdbc.sql(SELECT + "where ticket_id = any (?) order by created_at desc, id desc")
                .param(tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query(TransferRows::view)
                .list();
    }

    /** Newest first. */
    List<TransferView> ofEvent(EventId event, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + """
                        where event_id = :event and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("event", event.value())
                .param("before", before)
                .param("limit", limit)
                .query(TransferRows::view)
                .list();
    }

    @Nullable
    TransferView openOf(TicketId ticket) {
        return jdbc.sql(SELECT + "where ticket_id = ? and state = 'offered'")
                .param(ticket.value())
                .query(TransferRows::view)
                .optional()
                .orElse(null);
    }

    boolean isOnResale(TicketId ticket) {
        return jdbc.sql(
                        "select exists (select from ticketing.resales where ticket_id = ? and state in ('listed', 'offered'))")
                .param(ticket.value())
                .query(Boolean.class)
                .single();
    }

    int offersSince(TicketId ticket, Instant since) {
        return jdbc.sql("select count(*) from ticketing.transfers where ticket_id = ? and created_at > ?")
                .params(ticket.value(), Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** The compare-and-set. */
    boolean decide(TransferId id, TransferState to, Instant at) {
        return jdbc.sql("update ticketing.transfers set state = ?, decided_at = ? where id = ? and state = 'offered'")
                        .params(Wire.name(to), Timestamp.from(at), id.value())
                        .update()
                == 1;
    }

    /** Who the recipient is, said with the acceptance. */
    void name(TransferId id, String name, String locale) {
        int named = jdbc.sql("update ticketing.transfers set to_name = ?, to_locale = ? where id = ?")
                .params(name, locale, id.value())
                .update();
        if (named != 1) throw new IllegalStateException("no transfer " + id);
    }

    /** Offers that nobody can accept any more: their time is up, or the ticket was used or has ended. */
    List<TransferView> over(Instant now, int limit) {
        return jdbc.sql(SELECT + """
                         where state = 'offered'
                           and (expires_at <= ?
                                or not exists (select from ticketing.tickets k
                                                where k.id = ticket_id and k.state in ('issued', 'staked')))
                         limit ?
                        """)
                .params(Timestamp.from(now), limit)
                .query(TransferRows::view)
                .list();
    }

    private static TransferView view(ResultSet row, int n) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new TransferView(
                new TransferId(row.getObject("id", UUID.class)),
                new TicketId(row.getObject("ticket_id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getString("kind").equals("reassignment"),
                Wire.parse(TransferState.class, row.getString("state")),
                row.getString("type_name"),
                row.getInt("serial"),
                row.getObject("giver", UUID.class),
                row.getString("from_name"),
                row.getString("from_email"),
                row.getString("to_name"),
                row.getString("to_email"),
                row.getString("locale"),
                row.getString("to_locale"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                decided == null ? null : decided.toInstant());
    }
}
