package io.marquee.integration;

import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of the importer, and what came of it so far.
 *
 * @param merged rows that stood for an event which another row of the file had already
 * @param rejected with the number of the line, and why
 */
public record ImportView(
        UUID id,
        OrganizationId organization,
        String fileName,
        ImportFormat format,
        ImportState state,
        Mapping mapping,
        String timeZone,
        int rowsTotal,
        int rowsDone,
        int created,
        int updated,
        int unchanged,
        int merged,
        List<Rejection> rejected,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /**
     * A row that was refused whole.
     *
     * @param field that was wrong, {@code code} and {@code arguments} as in {@link io.marquee.kernel.InvalidInput.Problem}
     */
    public record Rejection(int line, String field, String code, List<String> arguments) {}
}
