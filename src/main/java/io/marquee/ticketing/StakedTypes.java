package io.marquee.ticketing;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ticket types whose price is a stake: it goes back to whoever comes. */
@Component
public class StakedTypes {
    private final MarkedTypes marked;
    private final JdbcClient jdbc;
    private final Access access;
    private final Acting acting;

    StakedTypes(JdbcClient jdbc, Access access, Acting acting) {
        this.marked = new MarkedTypes(jdbc, "stake");
        this.jdbc = jdbc;
        this.access = access;
        this.acting = acting;
    }

    /** Those among these, as the actor's rows allow. */
    @Transactional(readOnly = true)
    public Set<TicketTypeId> among(Collection<TicketTypeId> types) {
        return marked.among(types);
    }

    /** @param copies of an event's types, none of which is sold, by what they are copies of */
    void copy(Map<UUID, UUID> copies) {
        marked.copy(copies);
    }

    /** Whoever takes some of them at this moment has them before this goes on, or takes them as what they are afterwards. */
    private void lockStock(EventId event, UUID[] staked) {
        jdbc.sql("""
                        select q.id from ticketing.quotas q
                        where q.id in (select d.quota_id from ticketing.draws d
                                       join ticketing.ticket_types t on t.id = d.ticket_type_id
                                       where t.event_id = ? and t.stake <> (t.id = any (?)))
                        order by q.id for update
                        """).params(event.value(), staked).query(UUID.class).list();
    }

    /**
     * These are, and the event's others are not.
     *
     * @throws InvalidInput at {@code types} for one that is not the event's, is free or archived; or where what was sold, or is
     *     in somebody's hands, as one thing would become the other
     * @throws io.marquee.kernel.Refusal
     */
    @Transactional
    public void choose(OrganizationId organization, EventId event, Collection<TicketTypeId> types) {
        access.require(Permission.EDIT_EVENT, organization, event);
        UUID[] ids = types.stream().map(TicketTypeId::value).distinct().toArray(UUID[]::new);
        acting.asSystem(organization, () -> {
            int fitting = jdbc.sql("""
                            select count(*) from ticketing.ticket_types
                            where event_id = ? and id = any (?) and price_amount > 0 and archived_at is null
                            """)
                    .params(event.value(), ids)
                    .query(Integer.class)
                    .single();
            if (fitting != ids.length) throw InvalidInput.at("types", "value");
            lockStock(event, ids);
            boolean sold = jdbc.sql("""
                            select exists (
                              select from ticketing.ticket_types t join ticketing.tickets k on k.ticket_type_id = t.id
                              where t.event_id = ? and t.stake <> (t.id = any (?)))
                            """)
                    .params(event.value(), ids)
                    .query(Boolean.class)
                    .single();
            if (sold) throw InvalidInput.at("types", "stake_sold");
            boolean held = jdbc.sql("""
                            select exists (
                              select from ticketing.ticket_types t
                              join ticketing.hold_lines l on l.ticket_type_id = t.id
                              join ticketing.holds h on h.id = l.hold_id
                              where t.event_id = ? and t.stake <> (t.id = any (?)) and h.state = 'active')
                            """)
                    .params(event.value(), ids)
                    .query(Boolean.class)
                    .single();
            if (held) throw InvalidInput.at("types", "stake_in_hand");
            marked.set(event, ids);
        });
    }
}
