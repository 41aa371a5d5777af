package io.marquee.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Whether row-level security really holds for the role of a connection. */
final class RowGuard {
    /** A role bypasses the policies itself, or can become one that does. */
    private static final String BYPASSING_ROLES = """
            select rolname || case when rolsuper then ' is a superuser' else ' bypasses row-level security' end
              from pg_roles
             where (rolsuper or rolbypassrls)
               and pg_has_role(current_user, oid, 'member')
             limit 1
            """;

    /** An owner can switch policies off. */
    private static final String OWNED_TABLES = """
            select n.nspname || '.' || c.relname || ' belongs to it'
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p')
               and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
               and n.nspname not like 'pg\\_temp%'
               and pg_has_role(current_user, c.relowner, 'member')
             limit 1
            """;

    private RowGuard() {}

    /** Why the role of this connection can get around row-level security, or null where it cannot. */
    static @Nullable String breach(Connection connection) throws SQLException {
        String role = first(connection, BYPASSING_ROLES);
        return role != null ? role : first(connection, OWNED_TABLES);
    }

    private static @Nullable String first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    static DatabaseUnusable refusal(String user, String breach) {
        return new DatabaseUnusable("The application may not work as the database role “" + user
                + "”, since row-level security would not hold for it: " + breach
                + ". Leave MARQUEE_DATABASE_APP_URL out, or give it a role that is neither superuser nor owner.");
    }
}
