package io.marquee.privacy;

import io.marquee.identity.SecretToken;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Ids;
import io.marquee.platform.personal.Subject;
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

/**
 * What somebody asks for about their own data. Whoever calls has found out that it is them, or that an administrator asks for
 * them. Acts as the platform.
 */
@Component
class PersonalData {
    static final Duration KEPT = Duration.ofDays(7);
    private static final Duration BETWEEN = Duration.ofDays(1);
    static final Duration WAITING = Duration.ofDays(14);

    private final Records records;
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    PersonalData(
            Records records,
            JdbcClient jdbc,
            Acting acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.records = records;
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
        this.publisher = publisher;
        this.clock = clock;
    }

    DataStanding standing(Subject subject) {
        return run(() -> new DataStanding(exports(subject), erasedAt(subject), inTheWay(subject)));
    }

    private List<DataStanding.Export> exports(Subject subject) {
        return jdbc.sql("""
                                select id, state, created_at, expires_at from privacy.exports
                                where email = ? and expires_at > ? order by created_at desc limit 20
                                """)
                .params(subject.email(), Timestamp.from(clock.instant()))
                .query((row, n) -> new DataStanding.Export(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    private @Nullable Instant erasedAt(Subject subject) {
        return jdbc.sql("select due_at from privacy.erasures where email = ? and state = 'waiting'")
                .param(subject.email())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    private DataStanding.@Nullable InTheWay inTheWay(Subject subject) {
        return jdbc.sql("""
                        select in_the_way, in_the_way_names from privacy.erasures
                        where email = ? and state = 'waiting' and in_the_way is not null
                        """)
                .param(subject.email())
                .query((row, n) -> new DataStanding.InTheWay(row.getString(1), row.getString(2)))
                .optional()
                .orElse(null);
    }

    /**
     * Has an archive made, and mails where it can be had. One that is being made already is enough.
     *
     * @throws PrivacyRefused.ArchiveIsRecent
     */
    void export(Subject subject, String locale) {
        Instant now = clock.instant();
        run(() -> {
            long recent = jdbc.sql(
                            "select count(*) from privacy.exports where email = ? and state = 'ready' and created_at > ?")
                    .params(subject.email(), Timestamp.from(now.minus(BETWEEN)))
                    .query(Long.class)
                    .single();
            if (recent > 0) throw new PrivacyRefused.ArchiveIsRecent();
            return jdbc.sql("""
                            insert into privacy.exports (id, person_id, email, locale, state, created_at, expires_at, due_at)
                            select ?, ?, ?, ?, 'preparing', ?, ?, ?
                            where not exists (select from privacy.exports where email = ? and state = 'preparing')
                            """)
                    .param(Ids.next())
                    .param(subject.person())
                    .params(subject.email(), locale)
                    .params(Timestamp.from(now), Timestamp.from(now.plus(KEPT)), Timestamp.from(now), subject.email())
                    .update();
        });
    }

    /**
     * Has them erased when the waiting time is over, and writes to them how to call it off.
     *
     * @param by an administrator; null where they ask themselves
     * @return when
     * @throws PrivacyRefused.InTheWay
     */
    Instant erase(Subject subject, String locale, @Nullable UUID by) {
        Instant now = clock.instant();
        Instant due = now.plus(WAITING);
        return run(() -> {
            records.requireErasable(subject);
            UUID id = Ids.next();
            int rows = jdbc.sql("""
                            insert into privacy.erasures (id, person_id, email, locale, state, asked_by, created_at, due_at)
                            values (?, ?, ?, ?, 'waiting', ?, ?, ?)
                            on conflict (email) where state = 'waiting' do nothing
                            """)
                    .param(id)
                    .param(subject.person())
                    .params(subject.email(), locale)
                    .param(by)
                    .params(Timestamp.from(now), Timestamp.from(due))
                    .update();
            if (rows == 1) {
                String path = prove(subject.email(), locale, WAITING);
                publisher.publishEvent(
                        new PrivacyLetterDue("erasure-" + id, "erasure", subject.email(), locale, path, due));
            }
            return Objects.requireNonNull(standing(subject).erasedAt());
        });
    }

    /** @throws PrivacyRefused.NothingWaits */
    void callOff(Subject subject) {
        int rows = run(() -> jdbc.sql("""
                        update privacy.erasures set state = 'called_off', ended_at = ?
                        where email = ? and state = 'waiting'
                        """)
                .params(Timestamp.from(clock.instant()), subject.email())
                .update());
        if (rows == 0) throw new PrivacyRefused.NothingWaits();
    }

    /** Mails the link that opens the page of this address. */
    void mailLink(String email, String locale) {
        run(() -> {
            String path = prove(email, locale, KEPT);
            publisher.publishEvent(new PrivacyLetterDue(
                    Ids.next().toString(),
                    "link",
                    email,
                    locale,
                    path,
                    clock.instant().plus(KEPT)));
            return true;
        });
    }

    /** A link that opens the page of this address. */
    String prove(String email, String locale, Duration life) {
        SecretToken token = SecretToken.next("");
        Instant now = clock.instant();
        jdbc.sql("insert into privacy.proofs values (?, ?, ?, ?, ?)")
                .params(token.hash(), email, locale, Timestamp.from(now), Timestamp.from(now.plus(life)))
                .update();
        return "/data/" + token.text();
    }

    Subject about(EmailAddress email) {
        return records.about(email);
    }

    /** Whether anything is kept about them. */
    boolean isKnown(Subject subject) {
        return run(() -> records.any(subject));
    }

    private <T> T run(Supplier<T> work) {
        return acting.asPlatform(() -> transaction.execute(status -> work.get()));
    }
}
