package io.marquee.media;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files away that no row names: at once those whose row was deleted, and once a day whatever else was left over, by uploads
 * that broke off. A file is there before its row, so what is younger than a day may still get one. Nothing goes from a store that is not
 * ours alone, nor where most of it would go: a row that is not there may have been lost.
 */
@Component
class Orphans {
    static final Duration GRACE = Duration.ofDays(1);

    private static final int BATCH = 500;

    /** So many may go, also where little else is there. */
    private static final int FEW = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    private final ObjectStore store;
    private final Installation installation;
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Orphans(
            ObjectStore store,
            Installation installation,
            JdbcClient jdbc,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.installation = installation;
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        @Bean
        RecurringTask<Void> removeFiles(Orphans orphans) {
            return Tasks.recurring("media.removals", FixedDelay.ofSeconds(30))
                    .execute((instance, context) -> orphans.remove());
        }

        @Bean
        RecurringTask<Void> collectOrphans(Orphans orphans) {
            return Tasks.recurring("media.orphans", Schedules.daily(LocalTime.of(3, 40)))
                    .execute((instance, context) -> orphans.collect());
        }
    }

    private record Removal(UUID id, boolean image) {}

    /** The files of rows that were deleted. @return how many rows those were */
    int remove() {
        List<Removal> due = asPlatform(() -> jdbc.sql(
                        "select id, image from media.removals where due_at <= ? order by due_at limit " + BATCH)
                .param(Timestamp.from(clock.instant()))
                .query((row, n) -> new Removal(row.getObject(1, UUID.class), row.getBoolean(2)))
                .list());
        if (due.isEmpty() || !installation.ownsStore()) return 0;
        for (Removal removal : due) {
            if (removal.image) MediaLibrary.WIDTHS.forEach(width -> store.remove(Keys.image(removal.id, width)));
            else store.remove(Keys.privately(removal.id));
            // another node may have been quicker: gone is gone
            asPlatform(() -> jdbc.sql("delete from media.removals where id = ? and image = ?")
                    .params(removal.id, removal.image)
                    .update());
        }
        return due.size();
    }

    /** @return how many files went */
    int collect() {
        return installation.renews() ? collect(clock.instant().minus(GRACE)) : 0;
    }

    /** @param before what was put there later is left alone */
    int collect(Instant before) {
        List<String> orphans = new ArrayList<>();
        int listed = 0;
        try (Stream<ObjectStore.Entry> all = store.list("")) {
            Iterator<ObjectStore.Entry> entries = all.filter(
                            entry -> Keys.owner(entry.key()) != null || Keys.isPassing(entry.key()))
                    .iterator();
            List<String> batch = new ArrayList<>();
            while (entries.hasNext()) {
                ObjectStore.Entry entry = entries.next();
                listed++;
                if (entry.at().isBefore(before)) batch.add(entry.key());
                if (batch.size() == BATCH || !entries.hasNext()) {
                    orphans.addAll(orphans(batch));
                    batch.clear();
                }
            }
        }
        if (orphans.size() > FEW && orphans.size() > listed / 2) {
            LOG.warn(
                    "{} of {} files in {} have no row: none is removed. Is this the right database?",
                    orphans.size(),
                    listed,
                    store);
            return 0;
        }
        orphans.forEach(store::remove);
        return orphans.size();
    }

    /** The rows are read after the files: a file whose row came in between is found to have one. */
    private List<String> orphans(List<String> keys) {
        Set<UUID> named = named(keys);
        return keys.stream().filter(key -> !named.contains(Keys.owner(key))).toList();
    }

    private Set<UUID> named(List<String> keys) {
        UUID[] ids = keys.stream()
                .map(Keys::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        return new HashSet<>(asPlatform(
                () -> jdbc.sql("""
                        select id from media.images where id = any (:ids)
                        union all
                        select id from media.files where id = any (:ids)
                        """).param("ids", ids).query(UUID.class).list()));
    }

    private <T> T asPlatform(Supplier<T> work) {
        return acting.asPlatform(() -> transaction.execute(status -> work.get()));
    }
}
