package io.marquee.event.gallery;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of pictures. */
@Repository
class PictureRows {
    private static final String SELECT =
            "select id, event_id, organization_id, alt, width, height from event.pictures ";

    private final JdbcClient jdbc;

    PictureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PictureView> of(EventId event) {
        return jdbc.sql(SELECT + "where event_id = ? order by position, id")
                .param(event.value())
                .query(PictureRows::picture)
                .list();
    }

    Optional<PictureView> find(EventId event, UUID id) {
        return jdbc.sql(SELECT + "where event_id = ? and id = ?")
                .params(event.value(), id)
                .query(PictureRows::picture)
                .optional();
    }

    /** As the last. */
    void add(PictureView picture, Instant now) {
        expectOne(jdbc.sql("""
                        insert into event.pictures (id, event_id, organization_id, position, alt, width, height, added_at)
                        select :id, :event, :organization, coalesce(max(position), 0) + 1, :alt, :width, :height, :now
                          from event.pictures where event_id = :event
                        """)
                .param("id", picture.id())
                .param("event", picture.event().value())
                .param("organization", picture.organization().value())
                .param("alt", picture.alt())
                .param("width", picture.width())
                .param("height", picture.height())
                .param("now", Timestamp.from(now))
                .update());
    }

    void describe(PictureView picture, String alt) {
        expectOne(jdbc.sql("update event.pictures set alt = ? where event_id = ? and id = ?")
                .params(alt, picture.event().value(), picture.id())
                .update());
    }

    void remove(PictureView picture) {
        expectOne(jdbc.sql("delete from event.pictures where event_id = ? and id = ?")
                .params(picture.event().value(), picture.id())
                .update());
    }

    /** The same pictures, in the same order. */
    void copy(EventId from, EventId to, Instant now) {
        jdbc.sql("""
                        insert into event.pictures (id, event_id, organization_id, position, alt, width, height, added_at)
                        select id, ?, organization_id, position, alt, width, height, ? from event.pictures where event_id = ?
                        """).params(to.value(), Timestamp.from(now), from.value()).update();
    }

    /** @param order all of the event */
    void reorder(EventId event, List<UUID> order) {
        int moved =
                jdbc.sql("""
                        update event.pictures p set position = n.position
                          from unnest(?) with ordinality n (id, position) where p.id = n.id and p.event_id = ?
                        """).params(order.toArray(UUID[]::new), event.value()).update();
        if (moved != order.size()) throw new IllegalStateException("a picture is gone");
    }

    private static PictureView picture(ResultSet row, int n) throws SQLException {
        return new PictureView(
                row.getObject(1, UUID.class),
                new EventId(row.getObject(2, UUID.class)),
                new OrganizationId(row.getObject(3, UUID.class)),
                row.getString(4),
                row.getInt(5),
                row.getInt(6));
    }

    private static void expectOne(int rows) {
        if (rows != 1) throw new IllegalStateException("expected one row, found " + rows);
    }
}
