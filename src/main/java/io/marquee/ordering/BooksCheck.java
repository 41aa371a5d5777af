package io.marquee.ordering;

import io.marquee.platform.config.Settings;
import io.marquee.platform.database.Examination;
import io.marquee.platform.operation.Check;
import io.marquee.platform.operation.Finding;
import java.sql.SQLException;
import java.sql.Statement;
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
        return Examination.of(settings, "select to_regclass('ordering.book_breaches')::text", BooksCheck::look);
    }

    private static List<Finding> look(Statement statement) throws SQLException {
        statement.execute("set work_mem = '128MB'");
        List<String> breaches = Examination.texts(statement, Books.BREACHES);
        if (breaches.isEmpty()) return List.of(Finding.ok("books: they balance, and agree with payments and orders"));
        return breaches.stream()
                .limit(SHOWN)
                .map(breach -> Finding.fail("books: " + breach, "keep the database as it is, and ask the maintainers"))
                .toList();
    }
}
