package io.marquee.platform.database;

import io.marquee.platform.config.Settings;
import io.marquee.platform.operation.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A look into the database for the doctor, as the application's role and seeing every row. */
public final class Examination {
    private static final String EVERYTHING =
            "select set_config('marquee.kind', 'system', false), set_config('marquee.everything', 'on', false)";

    private Examination() {}

    /** What is looked at, and what is to be said of it. */
    @FunctionalInterface
    public interface Look {
        List<Finding> at(Statement statement) throws SQLException;
    }

    /**
     * @param there a query for a text, without rows or null where the installation was not brought up to date and has nothing to
     *     look at
     * @return nothing where there is nothing to look at
     */
    public static List<Finding> of(Settings settings, String there, Look look) throws SQLException {
        try (Patient patient = Patient.find(settings)) {
            if (patient == null) return List.of();
            try (Connection app = patient.app().connect();
                    Statement statement = app.createStatement()) {
                if (texts(statement, there).isEmpty()) return List.of();
                statement.execute(EVERYTHING);
                return look.at(statement);
            }
        }
    }

    /** The first column; rows without a value are left out. */
    public static List<String> texts(Statement statement, String query) throws SQLException {
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
