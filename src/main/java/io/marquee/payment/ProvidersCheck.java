package io.marquee.payment;

import io.marquee.platform.config.Settings;
import io.marquee.platform.database.Examination;
import io.marquee.platform.operation.Check;
import io.marquee.platform.operation.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;

/** Whether payment providers answer, and whether anything about money waits for a person. */
@Order(61)
class ProvidersCheck implements Check {
    private final Settings settings;

    ProvidersCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() throws SQLException {
        return Examination.of(settings, "select to_regclass('payment.reconciliations')::text", ProvidersCheck::look);
    }

    private static List<Finding> look(Statement statement) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "select provider, since, last_error from payment.provider_states where state = 'down'")) {
            while (row.next()) {
                findings.add(Finding.warn(
                        "payments: " + row.getString(1) + " does not answer since " + row.getString(2) + " ("
                                + row.getString(3) + ")",
                        "look at its status page; what is under way waits, and nothing new is started through it"));
            }
        }
        differences(statement, findings);
        wait(
                statement,
                findings,
                "select count(*) from payment.webhooks where outcome = 'given_up'",
                "webhooks were given up",
                "look at them at /admin/webhooks?outcome=given_up");
        return findings.isEmpty()
                ? List.of(Finding.ok("payments: providers answer, and nothing waits for a person"))
                : findings;
    }

    /** Each kind by itself: what to do about it, the page says. */
    private static void differences(Statement statement, List<Finding> findings) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select kind, count(*) from payment.discrepancies where state = 'open' group by kind order by kind")) {
            while (row.next()) {
                findings.add(Finding.warn(
                        "payments: " + row.getLong(2) + " difference(s) of the kind " + row.getString(1)
                                + " between a provider’s books and ours wait for somebody",
                        "decide them at /admin/reconciliation"));
            }
        }
    }

    private static void wait(Statement statement, List<Finding> findings, String query, String what, String mend)
            throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            if (row.next() && row.getLong(1) > 0) {
                findings.add(Finding.warn("payments: " + row.getLong(1) + " " + what, mend));
            }
        }
    }
}
