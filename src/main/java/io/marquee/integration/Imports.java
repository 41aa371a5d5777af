package io.marquee.integration;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.marquee.event.EventDetails;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.web.SentTable;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the events of a file in. Each command asks whether the actor may import into the organization. */
@Component
public class Imports {
    /** Up to so many rows are brought in while the caller waits. */
    public static final int AT_ONCE = 500;

    private static final int SHOWN = 20;
    private static final int PREVIEWED = 8;
    private static final int LONGEST_NAME = 200;

    private final Access access;
    private final ImportTable table;
    private final ImportWork work;
    private final SchedulerClient scheduler;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imports(
            Access access,
            ImportTable table,
            ImportWork work,
            SchedulerClient scheduler,
            TransactionTemplate transaction,
            Clock clock) {
        this.access = access;
        this.transaction = transaction;
        this.table = table;
        this.work = work;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * A file to bring in.
     *
     * @param mapping corrections as {@code title:Subject,startsAt:Start Date}; the rest is guessed
     * @param timeZone for dates whose place does not tell; an IANA name
     */
    public record Upload(
            String fileName,
            ImportFormat format,
            byte[] bytes,
            @Nullable String mapping,
            String timeZone) {}

    /** Takes the file in and guesses what its columns mean; a person looks at it before it runs. @throws InvalidInput */
    @Transactional
    public ImportView draft(OrganizationId organization, Upload upload) {
        access.require(Permission.IMPORT_EVENTS, organization);
        return insert(organization, upload, ImportState.DRAFT);
    }

    /**
     * Takes the file in and brings it in: at once where it is small, else as a job.
     *
     * @throws InvalidInput when the file cannot be read or the mapping lacks title or start
     */
    public ImportView start(OrganizationId organization, Upload upload) {
        return go(organization, transaction.execute(status -> {
            access.require(Permission.IMPORT_EVENTS, organization);
            ImportView run = insert(organization, upload, ImportState.QUEUED);
            run.mapping().complete();
            return schedule(run);
        }));
    }

    /** Runs a draft with the mapping and zone that a person chose. @throws InvalidInput when title or start are not mapped */
    public ImportView confirm(OrganizationId organization, UUID id, String mapping, String timeZone) {
        return go(organization, transaction.execute(status -> {
            ImportView draft = find(organization, id);
            Mapping chosen = Mapping.corrected(file(draft).columns(), mapping).complete();
            table.choose(id, chosen, zone(timeZone));
            if (!table.move(id, ImportState.DRAFT, ImportState.QUEUED)) {
                throw new NotFound("import");
            }
            return schedule(draft);
        }));
    }

    private ImportView schedule(ImportView run) {
        if (run.rowsTotal() > AT_ONCE) {
            scheduler.scheduleIfNotExists(ImportJobs.RUN
                    .instance(run.id().toString())
                    .data(new ImportJobs.Due(run.organization().value(), run.id()))
                    .scheduledTo(clock.instant()));
        }
        return run;
    }

    private ImportView go(OrganizationId organization, ImportView run) {
        if (run.rowsTotal() <= AT_ONCE) {
            work.run(organization, run.id());
        }
        return transaction.execute(status -> find(organization, run.id()));
    }

    @Transactional(readOnly = true)
    public ImportView find(OrganizationId organization, UUID id) {
        access.require(Permission.IMPORT_EVENTS, organization);
        ImportView run = table.find(organization, id);
        if (run == null) {
            throw new NotFound("import");
        }
        return run;
    }

    @Transactional(readOnly = true)
    public List<ImportView> latest(OrganizationId organization) {
        access.require(Permission.IMPORT_EVENTS, organization);
        return table.latest(organization, SHOWN);
    }

    /** How the first rows will come out. {@code problem} is null where the row is fine. */
    public record Preview(List<String> columns, List<Row> rows) {
        public record Row(int line, @Nullable EventDetails details, ImportView.@Nullable Rejection problem) {}
    }

    @Transactional(readOnly = true)
    public Preview preview(OrganizationId organization, UUID id, @Nullable String mapping, String timeZone) {
        ImportView draft = find(organization, id);
        ImportFile file = file(draft);
        RowReader reader = new RowReader(
                mapping == null ? draft.mapping() : Mapping.corrected(file.columns(), mapping),
                ZoneId.of(zone(timeZone)));
        List<Preview.Row> rows = file.rows().stream()
                .limit(PREVIEWED)
                .map(row -> preview(reader, row))
                .toList();
        return new Preview(List.copyOf(file.columns()), rows);
    }

    private static Preview.Row preview(RowReader reader, ImportFile.Row row) {
        try {
            return new Preview.Row(row.line(), reader.read(row).details(), null);
        } catch (InvalidInput invalid) {
            return new Preview.Row(row.line(), null, Groups.rejection(row.line(), invalid.problems()));
        }
    }

    /** The values of the refused rows, by line and column. */
    @Transactional(readOnly = true)
    public Map<Integer, Map<String, String>> rejectedRows(OrganizationId organization, UUID id) {
        ImportView run = find(organization, id);
        List<Integer> lines =
                run.rejected().stream().map(ImportView.Rejection::line).toList();
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        file(run).rows().stream()
                .filter(row -> lines.contains(row.line()))
                .forEach(row -> rows.put(row.line(), row.values()));
        return rows;
    }

    private ImportFile file(ImportView run) {
        return ImportFile.read(run.format(), table.body(run.id()));
    }

    private ImportView insert(OrganizationId organization, Upload upload, ImportState state) {
        String text = SentTable.text(upload.bytes());
        ImportFile file = ImportFile.read(upload.format(), text);
        ImportView run = new ImportView(
                Ids.next(),
                organization,
                name(upload.fileName()),
                upload.format(),
                state,
                Mapping.corrected(file.columns(), upload.mapping()),
                zone(upload.timeZone()),
                file.rows().size(),
                0,
                0,
                0,
                0,
                0,
                List.of(),
                clock.instant(),
                null);
        table.insert(run, access.personId().value(), text);
        return run;
    }

    private static String zone(String timeZone) {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw InvalidInput.at("timeZone", "unknown_time_zone", timeZone);
        }
        return timeZone;
    }

    private static String name(String typed) {
        String line = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return line.isEmpty() ? "-" : line.substring(0, Math.min(line.length(), LONGEST_NAME));
    }
}
