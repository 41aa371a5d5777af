package io.marquee.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.Ids;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** In a folder of its own: the others' is shared by all that run now. */
@MarqueeTest
class OrphansTest {
    @TempDir
    private Path folder;

    @Autowired
    private ImageReading reading;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Autowired
    private Settings settings;

    private ObjectStore store = new FolderStore(Path.of("unused"));
    private Orphans orphans;

    @BeforeEach
    void theirs() {
        store = new CarefulStore(new FolderStore(folder));
        orphans = orphans(store);
    }

    @Test
    void files_that_no_row_names_go_a_day_later() {
        ImageView image = upload(store);
        UUID broken = Ids.next();
        store.put(Keys.image(broken, 800), "image/jpeg", new byte[] {1});
        store.put(Keys.privately(broken), "application/pdf", new byte[] {1});
        store.put(Keys.TRIALS + "/x", "text/plain", new byte[] {1});
        store.put("notes-of-the-operator.txt", "text/plain", new byte[] {1});

        assertThat(orphans.collect(clock.instant().minus(Orphans.GRACE)))
                .as("whoever uploads has a day")
                .isZero();

        assertThat(orphans.collect(aDayLater())).isEqualTo(3);
        assertThat(keys())
                .containsExactlyInAnyOrder(
                        Keys.image(image.id(), 400),
                        Keys.image(image.id(), 800),
                        Keys.image(image.id(), 1600),
                        "notes-of-the-operator.txt");
    }

    @Test
    void an_upload_under_way_is_not_lost_though_its_row_comes_after_its_files() {
        ImageView image = upload(collectingAfterEach(clock.instant().minus(Orphans.GRACE)));
        assertThat(keys()).hasSize(3).contains(Keys.image(image.id(), 800));
    }

    @Test
    void without_the_day_of_grace_it_were_lost() {
        upload(collectingAfterEach(aDayLater()));
        assertThat(keys()).isEmpty();
    }

    @Test
    void the_doctor_names_rows_whose_file_is_gone() throws Exception {
        ImageView image = upload(store);
        MediaLibrary.WIDTHS.forEach(width -> store.remove(Keys.image(image.id(), width)));
        assertThat(new MediaCheck(settings, clock).complete(store))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.what()).startsWith("files: ").contains(" are not in " + folder));
    }

    @Test
    void nothing_goes_where_most_of_it_would_since_the_database_may_be_the_wrong_one() {
        ImageView image = upload(store);
        for (int n = 0; n < 101; n++) store.put(Keys.privately(Ids.next()), "text/plain", new byte[] {1});
        assertThat(orphans.collect(aDayLater())).isZero();
        assertThat(keys()).hasSize(104).contains(Keys.image(image.id(), 800));
    }

    @Test
    void only_the_store_that_is_ours_is_swept() {
        rolledBack(() -> {
            UUID orphan = Ids.next();
            old(orphan);
            assertThat(orphans.collect()).as("it was nobody’s until now").isZero();
            jdbc.sql("update media.installation set since = since - interval '13 hours'")
                    .update();
            String first = token();
            assertThat(orphans.collect()).as("ours").isOne();
            assertThat(token()).as("changes each night").isNotEqualTo(first);

            String ours = token();
            old(orphan);
            jdbc.sql("update media.installation set place = 'where the dump was taken'")
                    .update();
            assertThat(orphans.collect()).as("of a dump that was read in").isZero();
            assertThat(token()).as("whose it is still works").isEqualTo(ours);
        });
    }

    @Test
    void two_that_claim_one_store_both_stop() {
        rolledBack(() -> {
            assertThat(orphans.collect()).isZero();
            jdbc.sql("update media.installation set since = since - interval '13 hours'")
                    .update();
            old(Ids.next());
            String ours = token();
            write(Ids.next().toString());
            assertThat(orphans.collect()).as("a copy has renewed it").isZero();
            assertThat(token()).isEqualTo("contested");
            assertThat(orphans.collect()).isZero();

            write(ours);
            assertThat(orphans.collect()).as("somebody decided").isOne();
        });
    }

    /** In the shared folder others would notice that the token changed. */
    private void rolledBack(Runnable work) {
        store = new FolderStore(folder);
        orphans = orphans(store);
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        }));
    }

    private void old(UUID id) {
        store.put(Keys.privately(id), "text/plain", new byte[] {1});
        try {
            Files.setLastModifiedTime(
                    folder.resolve(Keys.privately(id)),
                    FileTime.from(clock.instant().minus(Duration.ofDays(2))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String token() {
        return String.valueOf(Installation.inStore(store));
    }

    private void write(String token) {
        store.put(Keys.INSTALLATION, "text/plain", token.getBytes(StandardCharsets.US_ASCII));
    }

    private Orphans orphans(ObjectStore of) {
        Installation installation = new Installation(of, jdbc, acting, transaction, clock);
        return new Orphans(of, installation, jdbc, acting, transaction, clock);
    }

    /** The job comes by at the worst moment: the file is there, its row is not. */
    private ObjectStore collectingAfterEach(Instant before) {
        return new ObjectStore() {
            @Override
            public void put(String key, String type, byte[] content) {
                store.put(key, type, content);
                orphans.collect(before);
            }

            @Override
            public StoredFile open(String key) {
                return store.open(key);
            }

            @Override
            public void remove(String key) {
                store.remove(key);
            }

            @Override
            public Stream<Entry> list(String prefix) {
                return store.list(prefix);
            }
        };
    }

    private Instant aDayLater() {
        return clock.instant().plus(Duration.ofSeconds(5));
    }

    private List<String> keys() {
        try (Stream<ObjectStore.Entry> all = store.list("")) {
            return all.map(ObjectStore.Entry::key).toList();
        }
    }

    private ImageView upload(ObjectStore to) {
        MediaLibrary library = new MediaLibrary(reading, to, jdbc, transaction, clock);
        return acting.as(EventFixture.stranger(), () -> library.add("image", null, picture()));
    }

    private static byte[] picture() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
