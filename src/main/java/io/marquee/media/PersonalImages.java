package io.marquee.media;

import io.marquee.platform.personal.PersonalRecords;
import io.marquee.platform.personal.Subject;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Their own pictures. What they uploaded for an organization is the organization's. */
@Component
class PersonalImages implements PersonalRecords {
    private static final int WIDEST = MediaLibrary.WIDTHS.getLast();
    private static final String OWN = "from media.images where person_id = :person and organization_id is null";

    private final JdbcClient jdbc;
    private final ObjectStore store;

    PersonalImages(JdbcClient jdbc, ObjectStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Override
    public String module() {
        return "media";
    }

    @Override
    public Map<String, String> told() {
        return Map.of("images", "select id, width, height, created_at " + OWN);
    }

    /** The files go once the rows have: see {@link Orphans}. */
    @Override
    public List<String> erasing() {
        return List.of("delete " + OWN);
    }

    @Override
    public Map<String, Supplier<byte @Nullable []>> files(Subject subject) {
        Map<String, Supplier<byte @Nullable []>> files = new HashMap<>();
        jdbc.sql("select id " + OWN)
                .param("person", subject.person(), Types.OTHER)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .forEach(id -> files.put(id + ".jpg", () -> content(id)));
        return files;
    }

    private byte @Nullable [] content(UUID id) {
        StoredFile file = store.open(Keys.image(id, WIDEST));
        return file == null ? null : file.read();
    }
}
