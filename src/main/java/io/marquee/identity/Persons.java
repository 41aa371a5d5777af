package io.marquee.identity;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of accounts and profiles. Who calls has a transaction and acts as the platform, or as the person. */
@Component
class Persons {
    private static final String SELECT = """
            select p.id, p.email, p.email_verified_at, p.password_hash, p.disabled_at,
                   f.name, f.avatar, f.company, f.phone, f.locale, f.time_zone
            from identity.persons p join identity.profiles f on f.person_id = p.id
            """;

    private final JdbcClient jdbc;

    Persons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    PersonRow byId(PersonId id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id.value())
                .query(Persons::row)
                .optional()
                .orElse(null);
    }

    @Nullable
    PersonRow byEmail(EmailAddress email) {
        return jdbc.sql(SELECT + "where p.email = ?")
                .param(email.value())
                .query(Persons::row)
                .optional()
                .orElse(null);
    }

    List<PersonRow> byIds(Collection<PersonId> ids) {
        return jdbc.sql(SELECT + "where p.id = any(?)")
                .param(ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(Persons::row)
                .list();
    }

    List<PersonRow> byEmails(Collection<String> emails) {
        return jdbc.sql(SELECT + "where p.email = any(?)")
                .param(emails.toArray(String[]::new))
                .query(Persons::row)
                .list();
    }

    /** @return whether it was made; false when an account has this address */
    boolean insert(PersonView view, @Nullable String passwordHash, Instant now) {
        int rows = jdbc.sql("""
                        insert into identity.persons (id, email, email_verified_at, password_hash, created_at)
                        values (?, ?, ?, ?, ?) on conflict (email) do nothing
                        """)
                .param(view.id().value())
                .param(view.email().value())
                .param(view.verified() ? Timestamp.from(now) : null)
                .param(passwordHash)
                .param(Timestamp.from(now))
                .update();
        if (rows == 1) {
            insertProfile(view);
        }
        return rows == 1;
    }

    private void insertProfile(PersonView view) {
        jdbc.sql("""
                        insert into identity.profiles (person_id, name, avatar, company, phone, locale, time_zone)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(view.id().value())
                .param(view.name())
                .param(view.avatar())
                .param(view.company())
                .param(view.phone())
                .param(view.locale().toLanguageTag())
                .param(view.timeZone().getId())
                .update();
    }

    void setPassword(PersonId person, @Nullable String hash) {
        one(jdbc.sql("update identity.persons set password_hash = ? where id = ?")
                .param(hash)
                .param(person.value())
                .update());
    }

    /** @return whether it was unconfirmed until now */
    boolean confirmEmail(PersonId person, Instant now) {
        return jdbc.sql("update identity.persons set email_verified_at = ? where id = ? and email_verified_at is null")
                        .param(Timestamp.from(now))
                        .param(person.value())
                        .update()
                == 1;
    }

    /** The avatar is not among it. */
    void setProfile(PersonView view) {
        one(jdbc.sql("""
                        update identity.profiles set name = ?, company = ?, phone = ?, locale = ?, time_zone = ?
                        where person_id = ?
                        """)
                .param(view.name())
                .param(view.company())
                .param(view.phone())
                .param(view.locale().toLanguageTag())
                .param(view.timeZone().getId())
                .param(view.id().value())
                .update());
    }

    void setAvatar(PersonId person, @Nullable UUID image) {
        one(jdbc.sql("update identity.profiles set avatar = ? where person_id = ?")
                .param(image)
                .param(person.value())
                .update());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("one person was to change, but it were " + rows);
        }
    }

    private static PersonRow row(ResultSet row, int n) throws SQLException {
        PersonView view = new PersonView(
                PersonId.of(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getTimestamp("email_verified_at") != null,
                row.getString("name"),
                row.getObject("avatar", UUID.class),
                row.getString("company"),
                row.getString("phone"),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("time_zone")));
        return new PersonRow(view, row.getString("password_hash"), row.getTimestamp("disabled_at") != null);
    }
}
