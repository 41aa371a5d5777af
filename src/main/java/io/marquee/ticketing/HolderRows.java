package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who comes with a ticket, as its row says. */
@Repository
class HolderRows {
    private final JdbcClient jdbc;

    HolderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For whom it was issued, or who accepted it: before any correction. @return null when there is no such ticket */
    Handover.@Nullable Holder first(TicketId id) {
        return jdbc.sql("""
                        select coalesce(first_name, holder_name), coalesce(first_email, holder_email)
                          from ticketing.tickets where id = ? for update
                        """)
                .param(id.value())
                .query((row, n) -> new Handover.Holder(row.getString(1), row.getString(2)))
                .optional()
                .orElse(null);
    }

    /** @return false when it was used or has ended */
    boolean rename(TicketId id, Handover.Holder to, Set<TicketState> from) {
        return jdbc.sql("""
                        update ticketing.tickets
                           set first_name = coalesce(first_name, holder_name), first_email = coalesce(first_email, holder_email),
                               holder_name = ?, holder_email = ?
                         where id = ? and state = any (?)
                        """)
                        .params(to.name(), to.email(), id.value())
                        .param(from.stream().map(Wire::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    /** What opens the door after a ticket was given away. */
    record NextCode(int serial, int key, byte[] signature, String shortCode) {}

    boolean handOver(TicketId id, NextCode next, Handover.Holder to, UUID heldBy) {
        return jdbc.sql("""
                        update ticketing.tickets
                           set serial = :serial, key_id = :key, signature = :signature, short_code = :code,
                               holder_name = :name, holder_email = :email, held_by = :heldBy,
                               first_name = null, first_email = null
                         where id = :id and serial = :serial - 1 and state in ('issued', 'staked')
                        """)
                        .param("serial", next.serial())
                        .param("key", next.key())
                        .param("signature", next.signature())
                        .param("code", next.shortCode())
                        .param("name", to.name())
                        .param("email", to.email())
                        .param("heldBy", heldBy)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean isCodeTaken(EventId event, String shortCode) {
        return jdbc.sql("""
                        select exists (select from ticketing.tickets where event_id = :event and short_code = :code)
                            or exists (select from ticketing.transfers
                                        where event_id = :event and short_code = :code and state = 'accepted')
                        """)
                .param("event", event.value())
                .param("code", shortCode)
                .query(Boolean.class)
                .single();
    }
}
