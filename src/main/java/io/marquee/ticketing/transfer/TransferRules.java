package io.marquee.ticketing.transfer;

import io.marquee.event.EventEvent.EventCopied;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an event's team says about passing tickets on. */
@Component
public class TransferRules {
    private final JdbcClient jdbc;
    private final EventReads events;
    private final Access access;
    private final Acting acting;

    TransferRules(JdbcClient jdbc, EventReads events, Access access, Acting acting) {
        this.jdbc = jdbc;
        this.events = events;
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

    /** A copy of an event has the same rule; a deadline moves with the event. */
    @EventListener
    void on(EventCopied copied) {
        acting.asSystem(copied.organization(), () -> {
            EventView from = events.byId(copied.from());
            EventView to = events.byId(copied.event());
            TransferRule rule = read(from.id());
            Instant until =
                    rule.until() == null ? null : rule.until().plus(Duration.between(from.startsAt(), to.startsAt()));
            if (!rule.equals(TransferRule.USUAL)) set(to, new TransferRule(rule.allowed(), until));
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
