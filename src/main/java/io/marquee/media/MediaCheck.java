package io.marquee.media;

import io.marquee.platform.config.S3Storage;
import io.marquee.platform.config.Settings;
import io.marquee.platform.database.Examination;
import io.marquee.platform.operation.Check;
import io.marquee.platform.operation.Finding;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Whether files can be put where they are to lie, whether that store's clock agrees with ours, and whether all files are there. */
@Order(41)
class MediaCheck implements Check {
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final String ROWS = "select id from media.images union all select id from media.files";

    private final Settings settings;
    private final Clock clock;

    MediaCheck(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() throws Exception {
        List<Finding> findings = new ArrayList<>();
        ObjectStore store = ObjectStores.of(settings);
        try (AutoCloseable closing = store instanceof AutoCloseable closeable ? closeable : () -> {}) {
            if (settings.s3() != null) findings.addAll(tried(settings.s3(), store));
            if (works(findings)) findings.addAll(complete(store));
        }
        return findings;
    }

    private static boolean works(List<Finding> findings) {
        return findings.stream().allMatch(finding -> finding.grade() != Finding.Grade.FAIL);
    }

    /** Puts a file there, finds it in the list, and takes it away again. */
    private List<Finding> tried(S3Storage s3, ObjectStore store) {
        String key = Keys.TRIALS + "/" + UUID.randomUUID();
        try {
            store.put(key, "text/plain", new byte[] {'o', 'k'});
            Finding time = clock(at(store, key));
            store.remove(key);
            return List.of(Finding.ok("files: " + s3 + " can be written"), time);
        } catch (RuntimeException e) {
            return List.of(Finding.fail(
                    "files: " + s3 + " does not take any (" + e.getMessage() + ")",
                    "correct the MARQUEE_S3_ settings, make the bucket, let the key list it, and read, write and delete in it;"
                            + " where it says that the time differs, set this machine’s clock"));
        }
    }

    private static @Nullable Instant at(ObjectStore store, String key) {
        try (Stream<ObjectStore.Entry> found = store.list(key)) {
            return found.map(ObjectStore.Entry::at).findFirst().orElse(null);
        }
    }

    private Finding clock(@Nullable Instant at) {
        if (at == null)
            return Finding.fail("files: what was written is not in the list", "let the key list the bucket");
        Duration apart = Duration.between(at, clock.instant()).abs();
        return apart.compareTo(SKEW) < 0
                ? Finding.ok("files: the store’s clock agrees with ours")
                : Finding.warn(
                        "files: the store’s clock and ours are " + apart.toSeconds() + " seconds apart",
                        "let a time service such as chrony set this machine’s clock");
    }

    /** Rows whose file is gone: a disk that was lost, a copy that was not whole. */
    List<Finding> complete(ObjectStore store) throws SQLException {
        return Examination.of(settings, "select to_regclass('media.installation')::text", statement -> {
            List<Finding> findings = new ArrayList<>(whose(Examination.texts(statement, Installation.TOKENS), store));
            findings.add(complete(Examination.texts(statement, ROWS), store));
            return findings;
        });
    }

    private static List<Finding> whose(List<String> ours, ObjectStore store) {
        String there = Installation.inStore(store);
        if (there == null || ours.contains(there)) return List.of();
        return List.of(Finding.warn(
                "files: %s is another installation’s too, or this database is a copy: nothing is removed from it"
                        .formatted(store),
                "give each installation a bucket or a MARQUEE_S3_PREFIX of its own; then take the file “%s” away there,"
                                .formatted(Keys.INSTALLATION)
                        + " and whoever uses the store takes it"));
    }

    /** The rows first: a file is there before its row, so none of them can be about to come. */
    private static Finding complete(List<String> rows, ObjectStore store) {
        Set<String> there = new HashSet<>();
        try (Stream<ObjectStore.Entry> files = store.list("")) {
            files.forEach(file -> there.add(String.valueOf(Keys.owner(file.key()))));
        }
        List<String> gone = rows.stream().filter(id -> !there.contains(id)).toList();
        return gone.isEmpty()
                ? Finding.ok("files: all %,d are in %s".formatted(rows.size(), store))
                : Finding.warn(
                        "files: %,d of %,d are not in %s, such as that of %s"
                                .formatted(gone.size(), rows.size(), store, gone.getFirst()),
                        "bring them back from a backup; until then pictures are missing");
    }
}
