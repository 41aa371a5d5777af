package io.marquee.escrow;

import io.marquee.event.EventEvent.EventEnded;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.ordering.OrderEvent.OrderPaid;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the stakes of an event that ended are settled, and under which terms. */
@Repository
class Settlements {
    private final JdbcClient jdbc;
    private final StakeRows stakes;
    private final EventReads events;

    Settlements(JdbcClient jdbc, StakeRows stakes, EventReads events) {
        this.jdbc = jdbc;
        this.stakes = stakes;
        this.events = events;
    }

    /** An event whose time to be settled has come. */
    record Due(EventId event, OrganizationId organization) {}

    /** Staged in the transaction that ends the event; none where nothing is staked. */
    void stage(EventEnded ended) {
        if (!stakes.anyHeld(ended.event())) return;
        jdbc.sql("""
                        insert into escrow.settlements (event_id, organization_id, ended_at, due_at) values (?, ?, ?, ?)
                        on conflict (event_id) do nothing
                        """)
                .params(
                        ended.event().value(),
                        ended.organization().value(),
                        Timestamp.from(ended.at()),
                        Timestamp.from(ended.at().plus(terms(ended.event()).delay())))
                .update();
    }

    /** A payment can come when the event is over, also after it was settled: its stakes are settled then. */
    void late(OrderPaid paid) {
        EventView event = events.byId(paid.event());
        if (event.state() != EventState.ENDED && event.state() != EventState.ARCHIVED) return;
        stage(new EventEnded(event.id(), event.organization(), event.endsAt()));
        reopen(event.id());
    }

    /** Some of its stakes are to be decided once more. */
    void reopen(EventId event) {
        jdbc.sql("update escrow.settlements set done_at = null where event_id = ? and done_at is not null")
                .param(event.value())
                .update();
    }

    /** Of all organizations. */
    List<Due> due(Instant now, int limit) {
        return jdbc.sql("""
                        select event_id, organization_id from escrow.settlements
                        where done_at is null and due_at <= ? order by due_at limit ?
                        """)
                .params(Timestamp.from(now), limit)
                .query((row, n) -> new Due(
                        new EventId(row.getObject(1, UUID.class)), new OrganizationId(row.getObject(2, UUID.class))))
                .list();
    }

    /** Unless somebody is still between in and out. @return whether it is done */
    boolean finish(Due due, Instant now) {
        return !stakes.anyHeld(due.event())
                && jdbc.sql("update escrow.settlements set done_at = ? where event_id = ? and done_at is null")
                                .params(Timestamp.from(now), due.event().value())
                                .update()
                        == 1;
    }

    StakeTerms terms(EventId event) {
        return jdbc.sql("select delay_hours, forgive_days, keep_card from escrow.terms where event_id = ?")
                .param(event.value())
                .query((row, n) -> new StakeTerms(row.getInt(1), row.getInt(2), row.getBoolean(3)))
                .optional()
                .orElse(StakeTerms.USUAL);
    }

    /** What is not settled yet follows the new terms. */
    void change(EventId event, OrganizationId organization, StakeTerms terms) {
        jdbc.sql("""
                        insert into escrow.terms (event_id, organization_id, delay_hours, forgive_days, keep_card) values (?, ?, ?, ?, ?)
                        on conflict (event_id) do update
                        set delay_hours = excluded.delay_hours, forgive_days = excluded.forgive_days, keep_card = excluded.keep_card
                        """)
                .params(event.value(), organization.value(), terms.delayHours(), terms.forgiveDays(), terms.keepCard())
                .update();
        jdbc.sql("""
                        update escrow.settlements set due_at = ended_at + make_interval(hours => ?)
                        where event_id = ? and done_at is null
                        """).params(terms.delayHours(), event.value()).update();
    }
}
