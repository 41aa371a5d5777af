package io.marquee.payment;

import io.marquee.kernel.Wire;
import io.marquee.payment.provider.Evidence;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the organizer has put together for a dispute. */
@Component
class EvidenceRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    EvidenceRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<EvidenceItem> of(UUID dispute) {
        return jdbc.sql("select * from payment.evidence where dispute_id = ?")
                .param(dispute)
                .query((row, n) -> new EvidenceItem(
                        Wire.parse(Evidence.class, row.getString("field")),
                        row.getString("body"),
                        row.getString("file_name"),
                        row.getLong("file_bytes"),
                        row.getString("file_ref"),
                        row.getObject("file_id", UUID.class)))
                .list();
    }

    /** @return our file that it replaces; null where there was none */
    @Nullable
    UUID put(DisputeView dispute, EvidenceItem item) {
        return jdbc.sql("""
                        insert into payment.evidence
                          (dispute_id, field, organization_id, event_id, body, file_name, file_bytes, file_ref, file_id, updated_at)
                        values (:dispute, :field, :organization, :event, :body, :name, :bytes, :ref, :file, :now)
                        on conflict (dispute_id, field) do update
                        set body = excluded.body, file_name = excluded.file_name, file_bytes = excluded.file_bytes,
                            file_ref = excluded.file_ref, file_id = excluded.file_id, updated_at = excluded.updated_at
                        returning old.file_id
                        """)
                .param("dispute", dispute.id())
                .param("field", Wire.name(item.field()))
                .param("organization", dispute.organization().value())
                .param("event", dispute.event().value())
                .param("body", item.text())
                .param("name", item.fileName())
                .param("bytes", item.fileName() == null ? null : item.fileBytes())
                .param("ref", item.fileRef())
                .param("file", item.fileId())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Replaced(row.getObject(1, UUID.class)))
                .single()
                .file();
    }

    private record Replaced(@Nullable UUID file) {}

    /** @return our file, or null for a text; empty where there was nothing */
    List<@Nullable UUID> remove(DisputeView dispute, Evidence field) {
        return jdbc.sql("delete from payment.evidence where dispute_id = ? and field = ? returning file_id")
                .params(dispute.id(), Wire.name(field))
                .query(UUID.class)
                .list();
    }
}
