package io.marquee.event;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code event.events} as a record. */
final class EventRows {
    /** What {@link #map} reads. */
    static final String COLUMNS = """
            id, organization_id, slug, state, visibility, title, summary, description, type, category, tags,
            starts_local, ends_local, time_zone, all_day, starts_at, ends_at, registration_closes_at, venue, address,
            city, country, online_url, capacity, minimum_age, ticketing, approval_required, refund_policy, cover, hue, page,
            website, published_at, cancellation_reason, postponed_from, new_date_known, postponement_reason, refunds_until,
            refunds_offered_at, version
            """;

    private EventRows() {}

    static EventView map(ResultSet row, int number) throws SQLException {
        return new EventView(
                EventId.of(row.getObject("id", UUID.class)),
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                row.getString("slug"),
                Wire.parse(EventState.class, row.getString("state")),
                details(row),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                instant(row, "published_at"),
                row.getString("cancellation_reason"),
                postponement(row),
                refundOffer(row),
                row.getInt("version"));
    }

    private static @Nullable Postponement postponement(ResultSet row) throws SQLException {
        LocalDateTime from = row.getObject("postponed_from", LocalDateTime.class);
        return from == null
                ? null
                : new Postponement(from, row.getBoolean("new_date_known"), row.getString("postponement_reason"));
    }

    private static @Nullable RefundOffer refundOffer(ResultSet row) throws SQLException {
        LocalDate until = row.getObject("refunds_until", LocalDate.class);
        return until == null
                ? null
                : new RefundOffer(until, row.getTimestamp("refunds_offered_at").toInstant());
    }

    private static EventDetails details(ResultSet row) throws SQLException {
        return new EventDetails(
                row.getString("title"),
                row.getString("summary"),
                row.getString("description"),
                Wire.parse(EventType.class, row.getString("type")),
                Wire.parse(Category.class, row.getString("category")),
                texts(row.getArray("tags")),
                row.getObject("starts_local", LocalDateTime.class),
                row.getObject("ends_local", LocalDateTime.class),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("all_day"),
                instant(row, "registration_closes_at"),
                row.getString("venue"),
                row.getString("address"),
                row.getString("city"),
                row.getString("country"),
                row.getString("online_url"),
                row.getString("website"),
                row.getObject("capacity", Integer.class),
                row.getObject("minimum_age", Integer.class),
                Wire.parse(Visibility.class, row.getString("visibility")),
                row.getBoolean("ticketing"),
                row.getBoolean("approval_required"),
                row.getString("refund_policy"),
                row.getObject("cover", UUID.class),
                row.getInt("hue"),
                PageLayout.read(row.getString("page")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
