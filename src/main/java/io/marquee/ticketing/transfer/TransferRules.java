package io.marquee.ticketing.transfer;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an event's team says about passing tickets on. */
@Component
public class TransferRules {
    private final JdbcClient jdbc;
    private final Access access;
    private final Acting acting;

    TransferRules(JdbcClient jdbc, Access access, Acting acting) {
        this.jdbc = jdbc;
        this.access = access;
        this.acting = acting;
    }

    @Transactional(readOnly = true)
    public TransferRule of(EventView event) {
        return acting.asSystem(event.organization(), () -> read(event.id()));
    }

    /** Offers that are under way follow the new rule: past the deadline nobody accepts. */
    @Transactional
    public TransferRule set(EventView event, TransferRule rule) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        return acting.asSystem(event.organization(), () -> {
            jdbc.sql("""
                            insert into ticketing.transfer_rules (event_id, organization_id, allowed, until)
                            values (?, ?, ?, ?)
                            on conflict (event_id) do update set allowed = excluded.allowed, until = excluded.until
                            """)
                    .params(event.id().value(), event.organization().value(), rule.allowed())
                    .param(stamp(rule))
                    .update();
            return read(event.id());
        });
    }

    private TransferRule read(EventId event) {
        return jdbc.sql("select allowed, until from ticketing.transfer_rules where event_id = ?")
                .param(event.value())
                .query((row, n) -> {
                    Timestamp until = row.getTimestamp(2);
                    return new TransferRule(row.getBoolean(1), until == null ? null : until.toInstant());
                })
                .optional()
                .orElse(TransferRule.USUAL);
    }

    private static @Nullable Timestamp stamp(TransferRule rule) {
        return rule.until() == null ? null : Timestamp.from(rule.until());
    }
}
