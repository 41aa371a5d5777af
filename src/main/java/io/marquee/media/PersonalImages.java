package io.marquee.media;

import io.marquee.platform.personal.PersonalRecords;
import io.marquee.platform.personal.Subject;
import io.marquee.platform.tenancy.AfterCommit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Their own pictures. What they uploaded for an organization is the organization's. */
@Component
class PersonalImages implements PersonalRecords {
    private static final int WIDEST = MediaLibrary.WIDTHS.getLast();
    private static final String OWN = "from media.images where person_id = ? and organization_id is null";

    private final JdbcClient jdbc;
    private final ImageFolder folder;

    PersonalImages(JdbcClient jdbc, ImageFolder folder) {
        this.jdbc = jdbc;
        this.folder = folder;
    }

    @Override
    public String module() {
        return "media";
    }

    @Override
    public Map<String, String> told() {
        return Map.of("images", """
                select id, width, height, created_at from media.images where person_id = :person and organization_id is null
                """);
    }

    @Override
    public Map<String, byte[]> files(Subject subject) {
        Map<String, byte[]> files = new HashMap<>();
        own(subject).forEach(id -> {
            Path file = folder.find(id, WIDEST);
            if (file != null) files.put(id + ".jpg", bytes(file));
        });
        return files;
    }

    /** The files go once it is certain that the rows have. */
    @Override
    public void erase(Subject subject) {
        List<UUID> own = own(subject);
        jdbc.sql("delete " + OWN).param(subject.person()).update();
        AfterCommit.run(() -> own.forEach(folder::remove));
    }

    private List<UUID> own(Subject subject) {
        return jdbc.sql("select id " + OWN)
                .param(subject.person())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
