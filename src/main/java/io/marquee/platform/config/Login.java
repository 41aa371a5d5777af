package io.marquee.platform.config;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where a database is and as whom to enter it.
 *
 * @param url a JDBC URL of the form {@code jdbc:postgresql://host:port/database}
 */
public record Login(String url, String user, String password) {

    /** A connection of its own, outside any pool; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same login for another database of the same server. */
    public Login to(String database) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        String parameters = query < 0 ? "" : url.substring(query);
        return new Login(path.substring(0, path.lastIndexOf('/') + 1) + database + parameters, user, password);
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
