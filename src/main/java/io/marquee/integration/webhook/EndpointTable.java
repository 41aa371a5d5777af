package io.marquee.integration.webhook;

import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of endpoints. */
@Repository
class EndpointTable {
    private static final String COLUMNS =
            "select id, organization_id, url, event_types, created_at, failing_since, disabled_at from integration.webhook_endpoints ";

    private final JdbcClient jdbc;
    private final Clock clock;

    EndpointTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(UUID id, OrganizationId organization, String url, Collection<HappeningType> types) {
        jdbc.sql("insert into integration.webhook_endpoints values (?, ?, ?, ?, ?, null, null)")
                .params(id, organization.value(), url, words(types), now())
                .update();
    }

    List<EndpointView> of(OrganizationId organization) {
        return jdbc.sql(COLUMNS + "where organization_id = ? order by created_at, id")
                .param(organization.value())
                .query(EndpointTable::map)
                .list();
    }

    @Nullable
    EndpointView find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(EndpointTable::map)
                .optional()
                .orElse(null);
    }

    boolean exists() {
        return jdbc.sql("select exists (select from integration.webhook_endpoints where disabled_at is null)")
                .query(Boolean.class)
                .single();
    }

    boolean delete(OrganizationId organization, UUID id) {
        return jdbc.sql("delete from integration.webhook_endpoints where organization_id = ? and id = ?")
                        .params(organization.value(), id)
                        .update()
                == 1;
    }

    /** Also brings one back that we gave up. */
    boolean change(OrganizationId organization, UUID id, String url, Collection<HappeningType> types) {
        return jdbc.sql("""
                        update integration.webhook_endpoints
                        set url = ?, event_types = ?, failing_since = null, disabled_at = null
                        where organization_id = ? and id = ?
                        """).params(url, words(types), organization.value(), id).update() == 1;
    }

    void works(UUID id) {
        jdbc.sql(
                        "update integration.webhook_endpoints set failing_since = null where id = ? and failing_since is not null")
                .param(id)
                .update();
    }

    void fails(UUID id) {
        jdbc.sql("update integration.webhook_endpoints set failing_since = ? where id = ? and failing_since is null")
                .params(now(), id)
                .update();
    }

    /** @return whether it failed since before then, and is given up now */
    boolean giveUp(UUID id, Instant before) {
        return jdbc.sql("""
                        update integration.webhook_endpoints set disabled_at = ?
                        where id = ? and disabled_at is null and failing_since < ?
                        """).params(now(), id, Timestamp.from(before)).update() == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String[] words(Collection<HappeningType> types) {
        return types.stream().map(Wire::name).toArray(String[]::new);
    }

    private static EndpointView map(ResultSet row, int n) throws SQLException {
        Array types = row.getArray("event_types");
        return new EndpointView(
                row.getObject("id", UUID.class),
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                row.getString("url"),
                Arrays.stream((String[]) types.getArray())
                        .map(word -> Wire.parse(HappeningType.class, word))
                        .toList(),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("failing_since")),
                instant(row.getTimestamp("disabled_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
