package io.marquee.payment;

import io.marquee.kernel.Wire;
import io.marquee.payment.provider.Evidence;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
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
                        row.getString("file_ref")))
                .list();
    }

    void put(DisputeView dispute, EvidenceItem item) {
        int rows = jdbc.sql("""
                        insert into payment.evidence
                          (dispute_id, field, organization_id, event_id, body, file_name, file_bytes, file_ref, updated_at)
                        values (:dispute, :field, :organization, :event, :body, :name, :bytes, :ref, :now)
                        on conflict (dispute_id, field) do update
                        set body = excluded.body, file_name = excluded.file_name, file_bytes = excluded.file_bytes,
                            file_ref = excluded.file_ref, updated_at = excluded.updated_at
                        """)
                .param("dispute", dispute.id())
                .param("field", Wire.name(item.field()))
                .param("organization", dispute.organization().value())
                .param("event", dispute.event().value())
                .param("body", item.text())
                .param("name", item.fileName())
                .param("bytes", item.fileName() == null ? null : item.fileBytes())
                .param("ref", item.fileRef())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("the evidence was not written");
        }
    }

    /** @return whether there was any */
    boolean remove(DisputeView dispute, Evidence field) {
        return jdbc.sql("delete from payment.evidence where dispute_id = ? and field = ?")
                        .params(dispute.id(), Wire.name(field))
                        .update()
                > 0;
    }
}
