package io.marquee.planning;

import io.marquee.event.EventType;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of templates. */
@Repository
class TemplateTable {
    private final JdbcClient jdbc;

    TemplateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    List<TemplateView> of(OrganizationId organization) {
        return jdbc.sql(
                        "select id, name, type from planning.templates where organization_id = ? order by lower(name), id")
                .param(organization.value())
                .query((row, n) -> new TemplateView(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        type(row.getString(3)),
                        tasks(row.getObject(1, UUID.class))))
                .list();
    }

    private static @Nullable EventType type(@Nullable String name) {
        return name == null ? null : Wire.parse(EventType.class, name);
    }

    private List<TaskDetails> tasks(UUID template) {
        return jdbc.sql(
                        "select title, note, phase, due_days from planning.template_tasks where template_id = ? order by position")
                .param(template)
                .query((row, n) -> new TaskDetails(
                        row.getString(1),
                        row.getString(2),
                        Wire.parse(Phase.class, row.getString(3)),
                        null,
                        row.getObject(4, Integer.class)))
                .list();
    }

    UUID insert(
            OrganizationId organization, String name, @Nullable EventType type, List<TaskDetails> tasks, Instant now) {
        UUID id = Ids.next();
        jdbc.sql("insert into planning.templates (id, organization_id, name, type, created_at) values (?, ?, ?, ?, ?)")
                .params(id, organization.value(), name)
                .param(type == null ? null : Wire.name(type))
                .param(Timestamp.from(now))
                .update();
        for (int i = 0; i < tasks.size(); i++) {
            TaskDetails task = tasks.get(i);
            jdbc.sql("insert into planning.template_tasks values (?, ?, ?, ?, ?, ?, ?)")
                    .params(id, i, organization.value(), task.title(), task.note(), Wire.name(task.phase()))
                    .param(task.dueDays())
                    .update();
        }
        return id;
    }

    /** @return false when the organization has no such template */
    boolean remove(OrganizationId organization, UUID id) {
        return jdbc.sql("delete from planning.templates where id = ? and organization_id = ?")
                        .params(id, organization.value())
                        .update()
                == 1;
    }
}
