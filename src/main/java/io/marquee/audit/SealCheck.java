package io.marquee.audit;

import io.marquee.platform.config.Settings;
import io.marquee.platform.database.Examination;
import io.marquee.platform.operation.Check;
import io.marquee.platform.operation.Finding;
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
        List<Finding> found = Examination.of(settings, "select to_regclass('audit.seals')::text", this::look);
        return found.isEmpty() ? List.of(Finding.ok("audit: nothing yet")) : found;
    }

    private List<Finding> look(Statement statement) throws SQLException {
        SealVerification verification = new SealVerification(
                statement.getConnection(), settings.secret().keyFor(Seals.PURPOSE));
        List<SealVerification.Broken> broken = verification.run();
        return broken.isEmpty()
                ? List.of(Finding.ok("audit: all %,d seals are whole".formatted(verification.seals())))
                : broken.stream().map(SealCheck::finding).toList();
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
