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

    /** Whether the database refused, whoever wrapped it: libraries that speak to it have exceptions of their own. */
    static boolean areBehind(Throwable e) {
        return e instanceof DataAccessException || refusal(e) != null;
    }

    static Failure read(Throwable e) {
        SQLException refusal = refusal(e);
        if (refusal == null) {
            return Failures.unexpected(e);
        }
        LOG.warn("PostgreSQL refused with {}: {}", refusal.getSQLState(), refusal.getMessage());
        return switch (refusal.getSQLState().substring(0, 2)) {
            case "22" -> Failure.of(422, "unusable_value");
            case "23" -> Failure.of(409, "conflict");
            case "40", "08", "53", "55", "57" -> Failures.byStatus(503);
            default -> Failures.unexpected(e);
        };
    }

    private static @Nullable SQLException refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql;
            }
        }
        return null;
    }
}
