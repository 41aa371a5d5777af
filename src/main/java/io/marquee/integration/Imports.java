package io.marquee.integration;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the events of a file in. Each command asks whether the actor may import into the organization. */
@Component
public class Imports {
    /** Up to so many rows are brought in while the caller waits. */
    public static final int AT_ONCE = 500;

    private static final int SHOWN = 20;
    private static final int LONGEST_NAME = 200;

    private final Access access;
    private final ImportTable table;
    private final ImportWork work;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Imports(Access access, ImportTable table, ImportWork work, SchedulerClient scheduler, Clock clock) {
        this.access = access;
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
    public record Upload(String fileName, ImportFormat format, byte[] bytes, @Nullable String mapping, String timeZone) {}

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
        access.require(Permission.IMPORT_EVENTS, organization);
        ImportView run = insert(organization, upload, ImportState.QUEUED);
        run.mapping().complete();
        return go(organization, run);
    }

    /** Runs a draft with the mapping and zone that a person chose. */
    public ImportView confirm(OrganizationId organization, UUID id, String mapping, String timeZone) {
        ImportView draft = find(organization, id);
        ImportFile file = file(organization, id);
        table.choose(id, Mapping.corrected(file.columns(), mapping).complete(), zone(timeZone));
        if (!table.move(id, ImportState.DRAFT, ImportState.QUEUED)) {
            throw new NotFound("import");
        }
        return go(organization, draft);
    }

    private ImportView go(OrganizationId organization, ImportView run) {
        if (run.rowsTotal() <= AT_ONCE) {
            work.run(organization, run.id());
        } else {
            scheduler.scheduleIfNotExists(ImportJobs.RUN
                    .instance(run.id().toString())
                    .data(new ImportJobs.Due(organization.value(), run.id()))
                    .scheduledTo(clock.instant()));
        }
        return find(organization, run.id());
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

    @Transactional(readOnly = true)
    public ImportFile file(OrganizationId organization, UUID id) {
        ImportView run = find(organization, id);
        return ImportFile.read(run.format(), table.body(id));
    }

    /** The values of a row, by column, for a download of what was refused. */
    @Transactional(readOnly = true)
    public Map<Integer, Map<String, String>> rows(OrganizationId organization, UUID id) {
        Map<Integer, Map<String, String>> rows = new java.util.HashMap<>();
        file(organization, id).rows().forEach(row -> rows.put(row.line(), row.values()));
        return rows;
    }

    private ImportView insert(OrganizationId organization, Upload upload, ImportState state) {
        String text = ImportFile.text(upload.bytes());
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
