package io.marquee.privacy;

import io.marquee.platform.personal.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** That somebody asked for their data, or to be erased: a row of id, person_id, email and locale. */
record Asked(UUID id, Subject subject, String locale) {
    static Asked of(ResultSet row, int n) throws SQLException {
        return new Asked(
                row.getObject(1, UUID.class),
                new Subject(row.getObject(2, UUID.class), row.getString(3)),
                row.getString(4));
    }
}
