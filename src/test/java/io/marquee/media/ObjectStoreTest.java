package io.marquee.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.marquee.kernel.Ids;
import io.marquee.platform.config.S3Storage;
import io.marquee.platform.config.Settings;
import io.marquee.testing.S3Server;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A folder and a bucket are the same to whoever uses them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectStoreTest {
    private Path folder = Path.of("");
    private final S3Server server = S3Server.start();
    private final S3Store bucket = new S3Store(server.storage("files"));

    @BeforeAll
    void both_are_there(@TempDir Path empty) {
        folder = empty;
        bucket.client().createBucket(create -> create.bucket("files"));
    }

    @AfterAll
    void stop() {
        bucket.close();
        server.close();
    }

    Stream<ObjectStore> stores() {
        return Stream.of(new FolderStore(folder), bucket);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_was_put_there_comes_back_byte_by_byte(ObjectStore store) {
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        store.put("ab/cd/large.jpg", "image/jpeg", content);
        StoredFile file = store.open("ab/cd/large.jpg");
        assertThat(file).isNotNull();
        assertThat(file.bytes()).isEqualTo(content.length);
        assertThat(file.read()).isEqualTo(content);
        store.remove("ab/cd/large.jpg");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_not_there_is_nothing_and_no_failure(ObjectStore store) {
        assertThat(store.open("private/nobody")).isNull();
        store.remove("private/nobody");
        store.put("private/empty", "text/plain", new byte[0]);
        assertThat(store.open("private/empty").read()).isEmpty();
        store.remove("private/empty");
        assertThat(store.open("private/empty")).isNull();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void all_are_listed_with_when_they_came(ObjectStore store) {
        for (int n = 0; n < 12; n++) store.put("private/" + n, "text/plain", new byte[] {1});
        store.put("trials/x", "text/plain", new byte[] {1});
        Instant now = Clock.systemUTC().instant();
        try (Stream<ObjectStore.Entry> all = store.list("private/")) {
            List<ObjectStore.Entry> listed = all.toList();
            assertThat(listed)
                    .hasSize(12)
                    .allSatisfy(entry -> assertThat(entry.at()).isCloseTo(now, within(1, ChronoUnit.MINUTES)));
        }
        try (Stream<ObjectStore.Entry> all = store.list("")) {
            List<String> keys = all.map(ObjectStore.Entry::key).toList();
            assertThat(keys).hasSize(13).contains("trials/x", "private/0");
            keys.forEach(store::remove);
        }
    }

    @Test
    void a_wrong_key_and_a_server_that_is_away_are_failures() {
        S3Storage right = server.storage("files");
        S3Storage forged =
                new S3Storage("files", right.endpoint(), "us-east-1", right.accessKey(), "another", true, "");
        S3Storage away = new S3Storage("files", URI.create("http://127.0.0.1:1"), "us-east-1", "a", "b", true, "");
        for (S3Storage wrong : List.of(forged, away, server.storage("no-such-bucket"))) {
            try (S3Store store = new S3Store(wrong)) {
                ObjectStore careful = new CarefulStore(store);
                assertThatThrownBy(() -> careful.put("private/x", "text/plain", new byte[] {1}))
                        .isInstanceOf(MediaRefused.StoreDown.class);
            }
        }
    }

    @Test
    void a_store_that_is_down_is_left_alone_for_a_while() {
        AtomicInteger asked = new AtomicInteger();
        ObjectStore careful = new CarefulStore(new Down(asked));
        for (int n = 0; n < 50; n++) {
            assertThatThrownBy(() -> careful.open("private/x")).isInstanceOf(MediaRefused.StoreDown.class);
        }
        assertThat(asked).hasValue(5);
    }

    @Test
    void what_goes_while_all_are_listed_is_not_there() throws Exception {
        FolderStore store = new FolderStore(folder.resolve("restless"));
        AtomicBoolean over = new AtomicBoolean();
        Thread restless = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                List<String> keys = IntStream.range(0, 40)
                        .mapToObj(n -> Keys.image(Ids.next(), 800))
                        .toList();
                keys.forEach(key -> store.put(key, "image/jpeg", new byte[] {1}));
                keys.forEach(store::remove);
            }
        });
        try {
            for (int n = 0; n < 40; n++) {
                try (Stream<ObjectStore.Entry> all = store.list("")) {
                    all.forEach(entry -> assertThat(entry.at()).isNotNull());
                }
            }
        } finally {
            over.set(true);
            restless.join();
        }
    }

    @Test
    void a_store_that_goes_down_between_two_pages_is_down() {
        ObjectStore careful = new CarefulStore(new Down(new AtomicInteger()) {
            @Override
            public Stream<Entry> list(String prefix) {
                return Stream.of(1, 2).map(n -> {
                    if (n == 2) throw new IllegalStateException("down");
                    return new Entry("private/x", Instant.EPOCH);
                });
            }
        });
        try (Stream<ObjectStore.Entry> all = careful.list("")) {
            assertThatThrownBy(all::toList).isInstanceOf(MediaRefused.StoreDown.class);
        }
    }

    @Test
    void installations_that_share_a_bucket_under_two_prefixes_see_their_own() {
        S3Storage all = server.storage("files");
        S3Storage staging =
                new S3Storage("files", all.endpoint(), "us-east-1", all.accessKey(), all.secretKey(), true, "staging/");
        try (S3Store store = new S3Store(staging)) {
            bucket.put("private/x", "text/plain", new byte[] {1});
            assertThat(store.open("private/x")).isNull();
            store.put("private/x", "text/plain", new byte[] {1, 2});
            try (Stream<ObjectStore.Entry> listed = store.list("private/")) {
                assertThat(listed.map(ObjectStore.Entry::key)).containsExactly("private/x");
            }
            store.remove("private/x");
            assertThat(bucket.open("private/x")).isNotNull();
            bucket.remove("private/x");
        }
    }

    @Test
    void nobody_reaches_for_files_inside_a_transaction() {
        ObjectStore careful = new CarefulStore(new FolderStore(folder));
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> careful.open("private/x")).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(careful.open("private/x")).isNull();
    }

    @Test
    void the_doctor_tries_the_bucket_and_compares_the_clocks() throws Exception {
        Clock clock = Clock.systemUTC();
        assertThat(examined("files", server.storage("files").secretKey(), clock))
                .containsExactly(
                        "OK files: s3://files at " + server.storage("files").endpoint() + " can be written",
                        "OK files: the store’s clock agrees with ours");
        assertThat(examined("files", server.storage("files").secretKey(), Clock.offset(clock, Duration.ofMinutes(-3))))
                .anySatisfy(line -> assertThat(line).startsWith("WARN files: the store’s clock and ours are 1"));
        assertThat(examined("files", "another", clock))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("FAIL files: s3://files");
        assertThat(examined("no-such-bucket", server.storage("files").secretKey(), clock))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("FAIL files: s3://no-such-bucket");
    }

    private List<String> examined(String name, String secret, Clock clock) throws Exception {
        S3Storage storage = server.storage(name);
        Settings settings = Settings.from(Map.of(
                "MARQUEE_DATA", folder.resolve("data").toString(),
                "MARQUEE_S3_BUCKET", name,
                "MARQUEE_S3_ENDPOINT", String.valueOf(storage.endpoint()),
                "MARQUEE_S3_ACCESS_KEY", storage.accessKey(),
                "MARQUEE_S3_SECRET_KEY", secret));
        return new MediaCheck(settings, clock)
                .examine().stream()
                        .map(finding -> finding.grade() + " " + finding.what())
                        .toList();
    }

    private static class Down implements ObjectStore {
        private final AtomicInteger asked;

        Down(AtomicInteger asked) {
            this.asked = asked;
        }

        @Override
        public void put(String key, String type, byte[] content) {
            throw new IllegalStateException("down");
        }

        @Override
        public @Nullable StoredFile open(String key) {
            asked.incrementAndGet();
            throw new IllegalStateException("down");
        }

        @Override
        public void remove(String key) {
            throw new IllegalStateException("down");
        }

        @Override
        public Stream<Entry> list(String prefix) {
            throw new IllegalStateException("down");
        }
    }
}
