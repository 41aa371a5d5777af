package io.marquee.ordering;

import io.marquee.platform.config.Settings;
import io.marquee.platform.database.Patient;
import io.marquee.platform.operation.Check;
import io.marquee.platform.operation.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;

/** Whether the books balance, for the doctor. */
@Order(60)
class BooksCheck implements Check {
    private static final int SHOWN = 10;

    private final Settings settings;

    BooksCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() throws SQLException {
        try (Patient patient = Patient.find(settings)) {
            if (patient == null) return List.of();
            try (Connection app = patient.app().connect();
                    Statement statement = app.createStatement()) {
                return examine(statement);
            }
        }
    }

    private static List<Finding> examine(Statement statement) throws SQLException {
        if (texts(statement, "select to_regclass('ordering.book_breaches')::text")
                .isEmpty()) return List.of();
        statement.execute(
                "select set_config('marquee.kind', 'system', false), set_config('marquee.everything', 'on', false), set_config('work_mem', '128MB', false)");
        List<String> breaches = texts(statement, Books.BREACHES);
        if (breaches.isEmpty()) return List.of(Finding.ok("books: they balance, and agree with payments and orders"));
        return breaches.stream()
                .limit(SHOWN)
                .map(breach -> Finding.fail("books: " + breach, "keep the database as it is, and ask the maintainers"))
                .toList();
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String text = rows.getString(1);
                if (text != null) found.add(text);
            }
        }
        return found;
    }
}
