package io.marquee.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.identity.ProfileEdit;
import io.marquee.identity.Profiles;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.media.PrivateFile;
import io.marquee.media.PrivateFiles;
import io.marquee.platform.config.Login;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.FullHouse;
import io.marquee.testing.FullHouse.House;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever is erased is nowhere: every column of every table is looked through. Somebody who has a row of everything is erased;
 * whoever adds a table makes a row of it in {@link FullHouse}, and says in the module's {@code PersonalRecords} what goes.
 */
@MarqueeTest
class ErasureTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String NAME = "Zephyrine Quastel";
    private static final String PHONE = "+49 151 7771234";

    /** Sealed, and kept for as long as the law wants. */
    private static final Set<String> KEPT = Set.of("invoicing.documents");

    private static final String NAMES = "/db/migration/ordering/V824__names_in_the_trail.sql";

    /** Columns that are called as if they had people in them. */
    private static final String PEOPLES = ".*email|recipient|phone|buyer|(buyer|holder|to|from)_name";

    /** Those in which nobody stands in the house. */
    private static final Set<String> EMPTY = Set.of();

    @Autowired
    private OwnData data;

    @Autowired
    private DueData due;

    @Autowired
    private PrivateFiles files;

    @Autowired
    private Profiles profiles;

    @Autowired
    private FullHouse houses;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Settings settings;

    private final String email = PeopleFixture.address("zephyrine");

    @Test
    void nothing_names_whoever_was_erased_but_sealed_invoices() throws SQLException, IOException {
        PersonId person = people.personWithPassword(email);
        acting.as(people.actor(person), () -> profiles.edit(new ProfileEdit(NAME, "Quastel & Co", PHONE, "en", "UTC")));
        people.token(person);
        House house = houses.build();
        everything_of_the_house_is_about(house);
        somebody_typed_a_word_of_hers_where_words_of_ours_stand(house);
        somebody_else_names_her_in_an_order_of_theirs();

        Set<String> before = found();
        assertThat(before).as("places where she stands, or the test is blind").hasSizeGreaterThan(30);
        Set<String> empty = columnsOfPeople();
        empty.removeAll(before);
        assertThat(empty).as("columns of people in which FullHouse puts nobody").isEqualTo(EMPTY);

        acting.as(people.actor(person), data::exportMine);
        // another application's job may have taken it, and not be done
        await().atMost(SOON).untilAsserted(() -> {
            due.run();
            assertThat(archive()).containsKeys("identity/account.json", "ordering/orders.json", "guest/guests.json");
        });
        assertThat(archive().get("identity/account.json")).contains(NAME, email, PHONE);
        assertThat(archive().get("checkin/check_ins.json")).contains("admitted");
        assertThat(archive().get("ordering/approvals.json")).contains("requires_action");
        assertThat(archive().get("ordering/cancelled_tickets.json")).contains("zephyrine");

        assertThatThrownBy(() -> acting.as(people.actor(person), this::eraseMe))
                .as("her stake is not decided")
                .isInstanceOf(PrivacyRefused.InTheWay.class)
                .hasMessageContaining("stakes_undecided");
        execute("update escrow.stakes set state = 'forgiven', decided_at = now() where organization_id = '"
                + house.organization() + "'");
        acting.as(people.actor(person), this::eraseMe);
        due.run();
        assertThat(found()).as("she may still call it off").contains("identity.persons.email");
        execute("update privacy.erasures set due_at = now() - interval '1 second' where email = '" + email + "'");
        await().atMost(SOON).untilAsserted(() -> {
            due.run();
            assertThat(found().stream().filter(place -> KEPT.stream().noneMatch(place::startsWith)))
                    .isEmpty();
        });
        assertThat(reasons(house)).as("words of ours stay").containsExactlyInAnyOrder("", "", "event_cancelled");
        assertThat(found()).as("invoices stay").anyMatch(place -> place.startsWith("invoicing.documents"));
    }

    private void somebody_typed_a_word_of_hers_where_words_of_ours_stand(House house) throws SQLException {
        String ofHouse = " where organization_id = '" + house.organization() + "'";
        execute("update ordering.ticket_cancellations set reason = 'zephyrine'" + ofHouse);
        execute("update ordering.refunds set reason = 'zephyrine'" + ofHouse);
        execute(
                "insert into ordering.refunds (id, order_id, hold_id, event_id, organization_id, amount, surplus, state, reason,"
                        + " created_at, decided_at) select gen_random_uuid(), order_id, hold_id, event_id, organization_id, amount, surplus, state,"
                        + " 'event_cancelled', created_at, decided_at from ordering.refunds" + ofHouse);
        assertThat(reasons(house)).containsExactlyInAnyOrder("zephyrine", "zephyrine", "event_cancelled");
    }

    private List<String> reasons(House house) throws SQLException {
        return query("select reason from ordering.refunds where organization_id = '%1$s' union all"
                .concat(" select reason from ordering.ticket_cancellations where organization_id = '%1$s'")
                .formatted(house.organization()));
    }

    private void eraseMe() {
        data.eraseMe(PeopleFixture.PASSWORD, PeopleFixture.client());
    }

    /** What the fixture made for somebody is hers. */
    private void everything_of_the_house_is_about(House house) throws SQLException {
        String text = "house-" + house.id();
        // the house has a guest of its own, who is to be her: the buyer is none beside
        String buyers = "(select id from guest.guests where organization_id = '" + house.organization()
                + "' and email = 'ada@example.org')";
        for (String table : List.of("terms", "moments", "answers", "tickets")) {
            execute("delete from guest." + table + " where guest_id in " + buyers);
        }
        execute("delete from guest.guests where id in " + buyers);
        for (String column : columns("text", "jsonb", "text[]")) {
            String table = column.substring(0, column.lastIndexOf('.'));
            String name = column.substring(column.lastIndexOf('.') + 1);
            String changed = "\"%s\"::text".formatted(name);
            for (String address : List.of("ada@example.org", text + "@example.org", text + "@guests.example.org")) {
                changed = "replace(%s, '%s', '%s')".formatted(changed, address, email);
            }
            if (name.matches(".*name|sheet")) {
                changed = "regexp_replace(%s, 'Ada( Lind)?', '%s')".formatted(changed, NAME);
            }
            execute("update %s t set \"%s\" = (%s)::%s where (%s) and \"%2$s\"::text ~ 'ada@example.org|%s@|Ada'"
                    .formatted(table, name, changed, typeOf(column), ofHouse(table, house, text), text));
        }
        String hers = " set %s = '" + email + "' where organization_id = '" + house.organization() + "'";
        execute("update ticketing.hold_draws" + hers.formatted("buyer"));
        execute("update ticketing.tickets" + hers.formatted("first_email"));
        execute("update ticketing.transfers" + hers.formatted("to_email"));
        execute("update ticketing.transfers" + hers.formatted("buyer_email"));
        execute("update ticketing.transfers set to_name = '" + NAME + "' where to_email = '" + email + "'");
    }

    /** And twice: what stood there before is in the trail. */
    private void somebody_else_names_her_in_an_order_of_theirs() throws SQLException {
        House other = houses.build();
        name(other, NAME, email);
        name(other, NAME + " Esq.", email);
        name(other, "Ada Lind", "ada@example.org");
        assertThat(query("select 1 from audit.personal where value like '" + NAME + "%' and organization_id = '"
                        + other.organization() + "'"))
                .hasSize(4);
        as_if_they_stood_there_before_addresses_were_kept(other);
    }

    private void as_if_they_stood_there_before_addresses_were_kept(House other) throws SQLException {
        String ofHers = " audit.personal set address = null where organization_id = '" + other.organization() + "'";
        execute("update" + ofHers);
        try (InputStream migration = getClass().getResourceAsStream(NAMES)) {
            execute("begin; " + new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8)
                    + " commit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void name(House house, String name, String address) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> assertThat(jdbc.sql(
                                "update ordering.attendees set name = ?, email = ? where order_id = ? and position = 1")
                        .params(name, address, house.order().id().value())
                        .update())
                .isEqualTo(1)));
    }

    /** The rows of the house alone: other tests share the database. */
    private String ofHouse(String table, House house, String text) {
        if (types.containsKey(table + ".organization_id")) {
            return "organization_id = '" + house.organization() + "'";
        } else if (table.equals("payment.sandbox_charges")) {
            return "id in (select provider_ref from payment.payments where organization_id = '" + house.organization()
                    + "')";
        } else {
            return "t::text like '%" + text + "%'";
        }
    }

    private Set<String> found() throws SQLException {
        Set<String> found = new TreeSet<>();
        for (String column : columns("text", "jsonb", "text[]", "bytea")) {
            String table = column.substring(0, column.lastIndexOf('.'));
            String name = column.substring(column.lastIndexOf('.') + 1);
            String value = typeOf(column).equals("bytea")
                    ? "encode(\"%s\", 'escape')".formatted(name)
                    : "\"%s\"::text".formatted(name);
            for (String what : List.of(email, NAME, PHONE)) {
                if (!query("select 1 from %s where position('%s' in %s) > 0 limit 1".formatted(table, what, value))
                        .isEmpty()) found.add(column);
            }
        }
        return found;
    }

    private Set<String> columnsOfPeople() throws SQLException {
        Set<String> columns = new TreeSet<>();
        for (String column : columns("text")) {
            if (column.substring(column.lastIndexOf('.') + 1).matches(PEOPLES)) columns.add(column);
        }
        return columns;
    }

    private final TreeMap<String, String> types = new TreeMap<>();

    private String typeOf(String column) {
        return Objects.requireNonNull(types.get(column));
    }

    private List<String> columns(String... wanted) throws SQLException {
        for (String row : query("""
                select n.nspname || '.' || c.relname || '.' || a.attname || '=' || format_type(a.atttypid, null)
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                """)) {
            types.put(row.substring(0, row.indexOf('=')), row.substring(row.indexOf('=') + 1));
        }
        return types.entrySet().stream()
                .filter(e -> List.of(wanted).contains(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private TreeMap<String, String> archive() throws SQLException, IOException {
        TreeMap<String, String> read = new TreeMap<>();
        for (String id : archives()) {
            PrivateFile file = new PrivateFile(UUID.fromString(id), "", "", 0);
            try (ZipInputStream zip = new ZipInputStream(files.open(file).content())) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    read.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (NotFound ofTheHouse) {
                read.clear();
            }
        }
        return read;
    }

    private List<String> archives() throws SQLException {
        return query(
                "select file_id::text from privacy.exports where email = '" + email + "' and person_id is not null");
    }

    private List<String> query(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private @Nullable Connection open;

    private Connection connection() throws SQLException {
        Connection known = open;
        if (known == null) {
            known = superuser().connect();
            open = known;
            try (Statement statement = known.createStatement()) {
                statement.execute("set session_replication_role = replica");
            }
        }
        return known;
    }

    @AfterEach
    void close() throws SQLException {
        if (open != null) open.close();
    }

    private Login superuser() {
        String url = Objects.requireNonNull(settings.database()).owner().url();
        return TestDatabase.superuser().to(url.substring(url.lastIndexOf('/') + 1));
    }
}
