package io.marquee.platform.failure;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * What PostgreSQL refused, by its SQLSTATE. Commands check their input before; this is the net below them: whatever they
 * let through is still answered as the sender's input, as a conflict or as a fault that passes, and is logged.
 */
final class DatabaseFailures {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFailures.class);

    private DatabaseFailures() {}

    static Failure read(DataAccessException e) {
        String state = state(e);
        if (state == null) {
            return Failures.unexpected(e);
        }
        LOG.warn(
                "PostgreSQL refused with {}: {}",
                state,
                e.getMostSpecificCause().getMessage());
        return switch (state.substring(0, 2)) {
            case "22" -> Failure.of(422, "unusable_value");
            case "23" -> Failure.of(409, "conflict");
            case "40", "08", "53", "55", "57" -> Failures.byStatus(503);
            default -> Failures.unexpected(e);
        };
    }

    private static @Nullable String state(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
