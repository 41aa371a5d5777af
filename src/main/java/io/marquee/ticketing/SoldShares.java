package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much of what events sell is sold, from the counters of stock. */
@Component
public class SoldShares {
    private static final String SELECT = """
            select event_id, organization_id, sum(sold) filter (where not shared) sold,
              least(sum(size) filter (where not shared), min(size) filter (where kind = 'capacity')) size
            from ticketing.quotas
            where %s
            group by event_id, organization_id having sum(sold) filter (where not shared) > 0
            """;

    private final JdbcClient jdbc;

    SoldShares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param size how many could be sold: of all types together, or what the whole event has room for, if that is less */
    public record Share(EventId event, OrganizationId organization, int sold, int size) {}

    /** Of all events of which anything is sold, as the actor's rows allow. */
    @Transactional(readOnly = true)
    public List<Share> sold() {
        return jdbc.sql(SELECT.formatted("true")).query(SoldShares::read).list();
    }

    /** @return null where nothing of it is sold */
    @Transactional(readOnly = true)
    public @Nullable Share of(EventId event) {
        return jdbc.sql(SELECT.formatted("event_id = ?"))
                .param(event.value())
                .query(SoldShares::read)
                .optional()
                .orElse(null);
    }

    private static Share read(ResultSet row, int number) throws SQLException {
        return new Share(
                EventId.of(row.getObject(1, UUID.class)),
                OrganizationId.of(row.getObject(2, UUID.class)),
                row.getInt(3),
                (int) Math.min(Integer.MAX_VALUE, row.getLong(4)));
    }
}
