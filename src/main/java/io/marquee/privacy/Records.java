package io.marquee.privacy;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EmailAddress;
import io.marquee.platform.personal.PersonalRecords;
import io.marquee.platform.personal.Subject;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What all modules keep about somebody, together. Who calls has a transaction and acts as the platform. */
@Component
class Records {
    private static final List<String> KEYS = List.of("orders", "holds", "held", "guests", "owned");
    private static final String NOBODY = "—";

    private final List<PersonalRecords> modules;
    private final People people;
    private final JdbcClient jdbc;

    Records(List<PersonalRecords> modules, People people, JdbcClient jdbc) {
        this.modules = modules;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** With the account that somebody who asked without one has confirmed since. */
    Subject asOfNow(Subject asked) {
        return asked.person() == null ? about(new EmailAddress(asked.email())) : asked;
    }

    /** What was bought with an address belongs to an account once it has shown that the address is its own. */
    Subject about(EmailAddress email) {
        PersonView person = people.byEmail(email);
        return new Subject(person != null && person.verified() ? person.id().value() : null, email.value());
    }

    /** Whether anything is kept about them at all. */
    boolean any(Subject subject) {
        Map<String, Object> keys = keys(subject);
        return modules.stream()
                .flatMap(module -> module.told().values().stream())
                .anyMatch(sql -> !json(sql, subject, keys).equals("[]"));
    }

    /** What is told of somebody, read in one transaction; the files are fetched when it is made a ZIP. */
    Archive archive(Subject subject) {
        Map<String, Object> keys = keys(subject);
        Map<String, Supplier<byte @Nullable []>> files = new LinkedHashMap<>();
        for (PersonalRecords module : modules) {
            new TreeMap<>(module.told()).forEach((name, sql) -> {
                byte[] json = json(sql, subject, keys).getBytes(StandardCharsets.UTF_8);
                files.put(module.module() + "/" + name + ".json", () -> json);
            });
            module.files(subject).forEach((name, file) -> files.put(module.module() + "/" + name, file));
        }
        return new Archive(files);
    }

    private String json(String sql, Subject subject, Map<String, Object> keys) {
        return bound("select coalesce(jsonb_agg(t), '[]')::text from (" + sql + ") t", subject, keys)
                .query(String.class)
                .single();
    }

    /** @throws PrivacyRefused.InTheWay */
    void requireErasable(Subject subject) {
        Map<String, Object> keys = keys(subject);
        for (PersonalRecords module : modules) {
            module.objections().forEach((code, sql) -> {
                List<String> names = bound(sql, subject, keys)
                        .query((row, n) -> row.getString(1))
                        .list();
                if (!names.isEmpty()) throw new PrivacyRefused.InTheWay(code, String.join(", ", names));
            });
        }
    }

    /** @param gone the address that stands in the place of theirs from now on */
    void erase(Subject subject, String gone) {
        // the keys are found by the address: all of them before any of it goes
        Map<String, Object> keys = new HashMap<>(keys(subject));
        keys.put("gone", gone);
        keys.put("nobody", NOBODY);
        jdbc.sql("select set_config('marquee.erasing', 'on', true)").query().singleRow();
        modules.forEach(module -> module.erase(subject));
        for (PersonalRecords module : modules) {
            // none to erase is as good as many
            module.erasing().forEach(sql -> bound(sql, subject, keys).update());
        }
        jdbc.sql("select set_config('marquee.erasing', '', true)").query().singleRow();
    }

    private Map<String, Object> keys(Subject subject) {
        Map<String, Object> keys = new HashMap<>();
        KEYS.forEach(name -> keys.put(name, new UUID[0]));
        for (PersonalRecords module : modules) {
            module.keys().forEach((name, sql) -> {
                List<UUID> ids = new ArrayList<>(
                        bound(sql, subject, Map.of()).query(UUID.class).list());
                keys.put(name, ids.toArray(UUID[]::new));
            });
        }
        return keys;
    }

    private StatementSpec bound(String sql, Subject subject, Map<String, Object> keys) {
        @Nullable UUID person = subject.person();
        return jdbc.sql(sql).params(keys).param("person", person, Types.OTHER).param("email", subject.email());
    }
}
