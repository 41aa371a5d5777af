package io.marquee.integration;

import io.marquee.integration.ImportView.Rejection;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of imports. */
@Repository
class ImportTable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS = """
            id, organization_id, file_name, format, state, mapping, time_zone, rows_total, rows_done, created, updated, unchanged,
            merged, rejected, created_at, finished_at
            """;

    private final JdbcClient jdbc;

    ImportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ImportView run, UUID by, String body) {
        jdbc.sql("""
                        insert into integration.imports
                          (id, organization_id, created_by, created_at, file_name, format, body, mapping, time_zone, state, rows_total)
                        values (:id, :organization, :by, :at, :name, :format, :body, :mapping::jsonb, :zone, :state, :rows)
                        """)
                .param("id", run.id())
                .param("organization", run.organization().value())
                .param("by", by)
                .param("at", Timestamp.from(run.createdAt()))
                .param("name", run.fileName())
                .param("format", Wire.name(run.format()))
                .param("body", body)
                .param("mapping", JSON.writeValueAsString(run.mapping().columns()))
                .param("zone", run.timeZone())
                .param("state", Wire.name(run.state()))
                .param("rows", run.rowsTotal())
                .update();
    }

    /** Compare-and-set. @return false when it was in another state */
    boolean move(UUID id, ImportState from, ImportState to) {
        return jdbc.sql("update integration.imports set state = ? where id = ? and state = ?")
                        .params(Wire.name(to), id, Wire.name(from))
                        .update()
                == 1;
    }

    void choose(UUID id, Mapping mapping, String zone) {
        expectOne(jdbc.sql(
                        "update integration.imports set mapping = ?::jsonb, time_zone = ? where id = ? and state = 'draft'")
                .params(JSON.writeValueAsString(mapping.columns()), zone, id)
                .update());
    }

    /** What one batch added. */
    record Progress(
            int groups, int rows, int created, int updated, int unchanged, int merged, List<Rejection> rejected) {}

    void add(UUID id, Progress progress) {
        expectOne(jdbc.sql("""
                        update integration.imports
                        set groups_done = groups_done + :groups, rows_done = rows_done + :rows, created = created + :created,
                            updated = updated + :updated, unchanged = unchanged + :unchanged, merged = merged + :merged,
                            rejected = rejected || :rejected::jsonb
                        where id = :id
                        """)
                .param("groups", progress.groups())
                .param("rows", progress.rows())
                .param("created", progress.created())
                .param("updated", progress.updated())
                .param("unchanged", progress.unchanged())
                .param("merged", progress.merged())
                .param("rejected", JSON.writeValueAsString(progress.rejected()))
                .param("id", id)
                .update());
    }

    /** Locked, so that one worker at a time goes on with it. */
    int groupsDone(UUID id) {
        return jdbc.sql("select groups_done from integration.imports where id = ? for update")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void finish(UUID id, Instant at) {
        expectOne(jdbc.sql("update integration.imports set state = 'done', finished_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update());
    }

    String body(UUID id) {
        return jdbc.sql("select body from integration.imports where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Nullable
    ImportView find(OrganizationId organization, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from integration.imports where id = ? and organization_id = ?")
                .params(id, organization.value())
                .query(ImportTable::map)
                .optional()
                .orElse(null);
    }

    List<ImportView> latest(OrganizationId organization, int limit) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from integration.imports where organization_id = ? and state <> 'draft' order by id desc limit ?")
                .params(organization.value(), limit)
                .query(ImportTable::map)
                .list();
    }

    private static ImportView map(ResultSet row, int n) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new ImportView(
                row.getObject("id", UUID.class),
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                row.getString("file_name"),
                Wire.parse(ImportFormat.class, row.getString("format")),
                Wire.parse(ImportState.class, row.getString("state")),
                new Mapping(JSON.readValue(row.getString("mapping"), new TypeReference<Map<Target, String>>() {})),
                row.getString("time_zone"),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                row.getInt("created"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("merged"),
                JSON.readValue(row.getString("rejected"), new TypeReference<List<Rejection>>() {}),
                row.getTimestamp("created_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static void expectOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("expected one row, found " + rows);
        }
    }
}
