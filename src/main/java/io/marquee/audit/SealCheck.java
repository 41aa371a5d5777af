package io.marquee.audit;

import io.marquee.platform.config.Settings;
import io.marquee.platform.database.Patient;
import io.marquee.platform.operation.Check;
import io.marquee.platform.operation.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** Whether somebody changed what was written down of who did what. */
@Order(30)
class SealCheck implements Check {
    private static final UUID PLATFORM = new UUID(0, 0);

    private final Settings settings;

    SealCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() throws SQLException {
        try (Patient patient = Patient.find(settings)) {
            if (patient == null) return List.of(Finding.ok("audit: nothing yet"));
            try (Connection connection = patient.app().connect();
                    Statement statement = connection.createStatement()) {
                if (!isMade(statement)) return List.of(Finding.ok("audit: nothing yet"));
                statement.execute("select set_config('marquee.everything', 'on', false)");
                SealVerification verification =
                        new SealVerification(connection, settings.secret().keyFor(Seals.PURPOSE));
                List<SealVerification.Broken> broken = verification.run();
                return broken.isEmpty()
                        ? List.of(Finding.ok("audit: all %,d seals are whole".formatted(verification.seals())))
                        : broken.stream().map(SealCheck::finding).toList();
            }
        }
    }

    private static boolean isMade(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('audit.seals') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Finding finding(SealVerification.Broken broken) {
        String whose = broken.chain().equals(PLATFORM) ? "the platform" : "organization " + broken.chain();
        String when = broken.sealedAt() == null ? "" : " of " + broken.sealedAt();
        return Finding.fail(
                "audit: the first broken seal of %s is number %d%s: %s"
                        .formatted(whose, broken.number(), when, broken.why()),
                "somebody wrote past Marquee: compare with a backup from before");
    }
}
