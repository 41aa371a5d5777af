package io.marquee.integration;

import io.marquee.event.EventImports;
import io.marquee.event.EventImports.Incoming;
import io.marquee.event.EventImports.Outcome;
import io.marquee.integration.Groups.Group;
import io.marquee.integration.ImportView.Rejection;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries an import out in batches, each a transaction that also notes how far it came: a worker that dies is followed by one
 * that goes on from there, and the counts come out the same.
 */
@Component
class ImportWork {
    private static final int BATCH = 200;

    private final ImportTable table;
    private final EventImports events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportWork(ImportTable table, EventImports events, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Until it is done. Acts as whoever calls. */
    void run(OrganizationId organization, UUID id) {
        Groups groups = transaction.execute(status -> read(organization, id));
        boolean more = groups != null;
        while (more && groups != null) {
            more = Boolean.TRUE.equals(transaction.execute(status -> batch(organization, id, groups)));
        }
    }

    private Groups read(OrganizationId organization, UUID id) {
        ImportView run = table.find(organization, id);
        if (run == null) {
            throw new NotFound("import");
        }
        table.move(id, ImportState.QUEUED, ImportState.RUNNING);
        ImportFile file = ImportFile.read(run.format(), table.body(id));
        return Groups.of(file, new RowReader(run.mapping(), ZoneId.of(run.timeZone())));
    }

    /** @return whether there is more to do */
    private boolean batch(OrganizationId organization, UUID id, Groups groups) {
        int done = table.groupsDone(id);
        List<Group> batch = groups.groups()
                .subList(
                        Math.min(done, groups.groups().size()),
                        Math.min(done + BATCH, groups.groups().size()));
        List<Outcome> outcomes = events.put(
                organization,
                batch.stream().map(g -> new Incoming(g.key(), g.details())).toList());
        table.add(id, progress(batch, outcomes, done == 0 ? groups.rejected() : List.of()));
        boolean more = done + batch.size() < groups.groups().size();
        if (!more) {
            table.finish(id, clock.instant());
        }
        return more;
    }

    private static ImportTable.Progress progress(
            List<Group> batch, List<Outcome> outcomes, List<Rejection> unreadable) {
        int created = 0;
        int updated = 0;
        int unchanged = 0;
        int merged = 0;
        int rows = unreadable.size();
        List<Rejection> rejected = new ArrayList<>(unreadable);
        for (int i = 0; i < batch.size(); i++) {
            Group group = batch.get(i);
            rows += group.lines().size();
            merged += group.lines().size() - 1;
            switch (outcomes.get(i)) {
                case Outcome.Created c -> created++;
                case Outcome.Updated u -> updated++;
                case Outcome.Unchanged u -> unchanged++;
                case Outcome.Refused refused -> {
                    merged -= group.lines().size() - 1;
                    group.lines().forEach(line -> rejected.add(Groups.rejection(line, refused.problems())));
                }
            }
        }
        return new ImportTable.Progress(batch.size(), rows, created, updated, unchanged, merged, rejected);
    }
}
