package io.marquee.privacy;

import io.marquee.identity.SecretToken;
import io.marquee.kernel.NotFound;
import io.marquee.media.PrivateFile;
import io.marquee.media.PrivateFiles;
import io.marquee.media.SignedLink;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The archives that were asked for, as private files. */
@Component
class Archives {
    /** How long one node has for it, before another one tries, or the same one again. */
    private static final Duration TURN = Duration.ofHours(1);

    private final Records records;
    private final PrivateFiles files;
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Archives(
            Records records,
            PrivateFiles files,
            JdbcClient jdbc,
            Acting acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.records = records;
        this.files = files;
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The rows are read in one transaction, the files fetched and put away after it. @return how many were made */
    int make(UUID id) {
        Asked asked = run(() -> taken(id));
        if (asked == null) return 0;
        Archive archive = Objects.requireNonNull(run(() -> records.archive(asked.subject())));
        PrivateFile file = files.put("marquee.zip", "application/zip", archive.zipped());
        return Objects.requireNonNull(run(() -> ready(asked, file)));
    }

    private @Nullable Asked taken(UUID id) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        update privacy.exports set due_at = ? where id = ? and state = 'preparing' and due_at <= ?
                        returning id, person_id, email, locale
                        """)
                .params(Timestamp.from(clock.instant().plus(TURN)), id, now)
                .query(Asked::of)
                .optional()
                .orElse(null);
    }

    /** Who was erased meanwhile has no row any more: then the file goes as all do that nobody names. */
    private int ready(Asked asked, PrivateFile file) {
        SecretToken token = SecretToken.next("");
        Instant until = clock.instant().plus(PersonalData.KEPT);
        int rows = jdbc.sql("""
                        update privacy.exports set state = 'ready', file_id = ?, token_hash = ?, expires_at = ?
                        where id = ? and state = 'preparing'
                        """)
                .params(file.id(), token.hash(), Timestamp.from(until), asked.id())
                .update();
        if (rows == 0) return 0;
        files.name(file, null);
        publisher.publishEvent(new PrivacyLetterDue(
                "export-" + asked.id(),
                "archive",
                asked.subject().email(),
                asked.locale(),
                "/data/archives/" + token.text(),
                until));
        return rows;
    }

    /** @throws NotFound for a link that is not, or no longer, good */
    SignedLink linked(String token) {
        UUID file = run(() -> jdbc.sql("""
                        select file_id from privacy.exports where token_hash = ? and state = 'ready' and expires_at > ? and file_id is not null
                        """)
                .params(SecretToken.hash(token), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .orElse(null));
        if (file == null) throw new NotFound("page");
        return files.link(file);
    }

    /** In the transaction that erases them. */
    void removeThoseOf(String email) {
        remove(jdbc.sql("delete from privacy.exports where email = ? returning file_id")
                .param(email)
                .query(UUID.class)
                .list());
    }

    /** In the caller's transaction, those whose time was over by then. @return how many */
    int removeBefore(Timestamp now) {
        List<@Nullable UUID> over = jdbc.sql("delete from privacy.exports where expires_at < ? returning file_id")
                .param(now)
                .query(UUID.class)
                .list();
        remove(over);
        return over.size();
    }

    private void remove(List<@Nullable UUID> ofExports) {
        ofExports.stream().filter(Objects::nonNull).forEach(files::remove);
    }

    private <T> @Nullable T run(Supplier<@Nullable T> work) {
        return acting.asPlatform(() -> transaction.execute(status -> work.get()));
    }
}
