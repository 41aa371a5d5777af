package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of quotas that types share. */
@Repository
class SharedQuotaRows {
    private static final String SELECT = """
            select q.id, q.event_id, q.organization_id, q.name, q.size, q.held + q.sold as taken,
                   array(select d.ticket_type_id from ticketing.draws d where d.quota_id = q.id order by 1) as types
              from ticketing.quotas q
             where q.kind = 'pool' and q.retired_at is null
            """;

    private final JdbcClient jdbc;

    SharedQuotaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SharedQuotaView> ofEvent(EventId event) {
        return jdbc.sql(SELECT + "and q.event_id = ? order by q.id")
                .param(event.value())
                .query(SharedQuotaRows::view)
                .list();
    }

    @Nullable
    SharedQuotaView byId(UUID id) {
        return jdbc.sql(SELECT + "and q.id = ?")
                .param(id)
                .query(SharedQuotaRows::view)
                .optional()
                .orElse(null);
    }

    /** What is held and sold of these types, whose own quotas stay locked: nobody moves them until the commit. */
    int[] lockTaken(Collection<TicketTypeId> types) {
        int[] sums = new int[2];
        jdbc.sql("""
                        select q.held, q.sold from ticketing.quotas q
                         where q.id in (select d.quota_id from ticketing.draws d where d.ticket_type_id = any (?))
                           and not q.shared
                         order by q.id for update
                        """).param(ids(types)).query(row -> {
            sums[0] += row.getInt(1);
            sums[1] += row.getInt(2);
        });
        return sums;
    }

    /** @return false when the event has one of that name */
    boolean insert(SharedQuotaView quota, int held, int sold) {
        int inserted = jdbc.sql("""
                        insert into ticketing.quotas (id, event_id, organization_id, size, held, sold, shared, kind, name)
                        values (?, ?, ?, ?, ?, ?, true, 'pool', ?)
                        on conflict (event_id, lower(name)) where kind = 'pool' and retired_at is null do nothing
                        """)
                .params(
                        quota.id(),
                        quota.event().value(),
                        quota.organization().value(),
                        quota.size(),
                        held,
                        sold,
                        quota.name())
                .update();
        if (inserted == 1) draw(quota.id(), quota.organization(), quota.types());
        return inserted == 1;
    }

    private void draw(UUID quota, OrganizationId organization, Collection<TicketTypeId> types) {
        jdbc.sql("""
                        insert into ticketing.draws (ticket_type_id, quota_id, organization_id)
                        select t, ?, ? from unnest(?) t
                        """).params(quota, organization.value(), ids(types)).update();
    }

    boolean nameIsFree(SharedQuotaView quota, String name) {
        return jdbc.sql("""
                        select not exists (select from ticketing.quotas
                          where event_id = ? and lower(name) = lower(?) and kind = 'pool' and retired_at is null and id <> ?)
                        """)
                .params(quota.event().value(), name, quota.id())
                .query(Boolean.class)
                .single();
    }

    /** @return false when more than that is held and sold */
    boolean update(UUID id, String name, int size) {
        return jdbc.sql("update ticketing.quotas set name = ?, size = ? where id = ? and held + sold <= ?")
                        .params(name, size, id, size)
                        .update()
                == 1;
    }

    boolean retire(UUID id, Instant at) {
        return jdbc.sql("""
                        update ticketing.quotas set retired_at = ?, size = ? where id = ? and retired_at is null
                        """).params(Timestamp.from(at), Integer.MAX_VALUE, id).update() == 1;
    }

    private static UUID[] ids(Collection<TicketTypeId> types) {
        return types.stream().map(TicketTypeId::value).toArray(UUID[]::new);
    }

    private static SharedQuotaView view(ResultSet row, int n) throws SQLException {
        return new SharedQuotaView(
                row.getObject("id", UUID.class),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getString("name"),
                row.getInt("size"),
                row.getInt("taken"),
                Arrays.stream((UUID[]) row.getArray("types").getArray())
                        .map(TicketTypeId::new)
                        .toList());
    }
}
