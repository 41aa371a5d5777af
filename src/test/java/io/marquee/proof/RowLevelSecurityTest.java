package io.marquee.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.proof.Catalog.Table;
import io.marquee.testing.FullHouse;
import io.marquee.testing.FullHouse.House;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PostgreSQL itself keeps tenants apart, in every table that there is: whoever adds a table adds a row of it to {@link
 * FullHouse}, or a reason to the lists here.
 */
@MarqueeTest(ownDatabase = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelSecurityTest {
    private static final String REFUSED = "42501";

    private static final Map<String, String> WITHOUT_POLICIES = Map.of(
            "platform.flyway_schema_history", "the application's role may not even read it",
            "platform.event_publication", "the registry's own, read by no page: ids and facts on their way",
            "platform.scheduled_tasks", "the scheduler's own, read by no page: ids of what is to be done");

    /** Tables of which everybody may see rows, and which: what the organization shows on its public pages. */
    private static final Map<String, String> PUBLIC = Map.ofEntries(
            Map.entry("organization.organizations", "true"),
            Map.entry("media.images", "true"),
            Map.entry("event.events", "id = :event"),
            Map.entry("event.listings", "event_id = :event"),
            Map.entry("event.pictures", "event_id = :event"),
            Map.entry("event.series", "id in (select series_id from event.occurrences where event_id = :event)"),
            Map.entry("event.occurrences", "event_id = :event"),
            Map.entry("programme.speakers", "event_id = :event"),
            Map.entry("programme.sessions", "event_id = :event"),
            Map.entry("programme.session_speakers", "event_id = :event"),
            Map.entry("registration.questions", "event_id = :event"),
            Map.entry("ticketing.ticket_types", "event_id = :event"),
            Map.entry("ticketing.quotas", "event_id = :event"),
            Map.entry(
                    "ticketing.draws",
                    "ticket_type_id in (select id from ticketing.ticket_types where event_id = :event)"));

    /** Refused even before the policies are asked, by a trigger that cannot see the payment. */
    private static final Map<String, String> REFUSED_OTHERWISE = Map.of("payment.refunds", "23514");

    @Autowired
    private FullHouse houses;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Settings settings;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    private final Map<Table, List<String>> theirs = new LinkedHashMap<>();
    private final Map<String, Actor> others = new LinkedHashMap<>();
    private List<Table> tables = List.of();
    private @Nullable House house;

    @BeforeAll
    void two_organizations_with_one_of_everything() throws SQLException {
        nothing_is_sealed();
        House their = houses.build();
        house = their;
        tables = Catalog.tables(jdbc);
        protectedTables().forEach(table -> theirs.put(table, keys(Platform.ACTOR, table, "true")));
        House mine = houses.build();
        others.put("owner elsewhere", people.actor(mine.owner()));
        others.put("member elsewhere", people.actor(mine.member()));
        others.put("stranger", people.actor(people.person("Sam Stranger")));
        others.put(
                "holder of another token",
                new Actor.Capability(mine.order().hold().value()));
        others.put("system for another organization", new Actor.System(mine.organization(), null));
        others.put(
                "device of another event",
                new Actor.Device(mine.id(), mine.organization(), mine.event().id()));
        others.put("anonymous", Actor.ANONYMOUS);
        others.put("nobody", Actor.NOBODY);
    }

    @Test
    void every_table_is_under_row_security_that_binds_its_owner_too() {
        assertThat(protectedTables())
                .hasSizeGreaterThan(35)
                .allSatisfy(table -> assertThat(table.secured() && table.forced() && table.policies() > 0)
                        .as(table.name())
                        .isTrue());
        assertThat(tables).extracting(Table::name).containsAll(WITHOUT_POLICIES.keySet());
    }

    @Test
    void every_table_has_a_row_that_the_platform_sees_so_that_nothing_here_is_blind() {
        assertThat(theirs)
                .allSatisfy((table, keys) -> assertThat(keys)
                        .as("rows of %s: add one to FullHouse", table)
                        .isNotEmpty());
        assertThat(theirs.entrySet().stream()
                        .filter(e -> visible(Platform.ACTOR, e.getKey(), e.getValue())
                                < e.getValue().size())
                        .map(e -> e.getKey().name()))
                .isEmpty();
    }

    @Test
    void nobody_else_sees_a_row_that_is_not_public() {
        List<String> leaks = new ArrayList<>();
        theirs.forEach((table, keys) -> others.forEach((who, actor) -> {
            long seen = visible(actor, table, keys);
            if (seen != expected(table)) leaks.add(who + " sees " + seen + " of " + table);
        }));
        assertThat(leaks).isEmpty();
    }

    @Test
    void drafts_and_private_events_are_among_the_rows_that_stay_hidden() {
        for (String name : List.of("event.events", "ticketing.ticket_types", "ticketing.quotas", "ticketing.draws")) {
            Table table = tables.stream()
                    .filter(t -> t.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(expected(table))
                    .as(name)
                    .isBetween(1L, (long) keysOf(table).size() - 3);
        }
    }

    @Test
    void nobody_else_changes_or_deletes_a_row() {
        List<String> breaches = new ArrayList<>();
        theirs.forEach((table, keys) -> others.forEach((who, actor) -> {
            for (String sql : List.of(
                    "update %s set %s = %s where %s = any (:keys)"
                            .formatted(table, table.column(), table.column(), table.key()),
                    "delete from %s where %s = any (:keys)".formatted(table, table.key()))) {
                String outcome = write(actor, sql, Map.of("keys", keys.toArray(String[]::new)));
                if (!List.of("0 rows", REFUSED).contains(outcome)) {
                    breaches.add(who + ": " + sql + ": " + outcome);
                }
            }
        }));
        assertThat(breaches).isEmpty();
    }

    @Test
    void nobody_else_inserts_a_row_as_theirs() {
        List<String> breaches = new ArrayList<>();
        theirs.forEach((table, keys) -> {
            String row = row(table, keys.getFirst());
            others.forEach((who, actor) -> {
                String outcome = write(
                        actor,
                        "insert into %1$s overriding system value select * from json_populate_record(null::%1$s, :row::json)"
                                .formatted(table),
                        Map.of("row", row));
                if (!outcome.equals(REFUSED_OTHERWISE.getOrDefault(table.name(), REFUSED))) {
                    breaches.add(who + " into " + table + ": " + outcome);
                }
            });
        });
        assertThat(breaches).isEmpty();
    }

    @Test
    void the_applications_role_is_bound_by_all_of_this() {
        Map<String, Object> role = jdbc.sql("select * from pg_roles where rolname = current_user")
                .query()
                .singleRow();
        assertThat(role)
                .containsEntry("rolsuper", false)
                .containsEntry("rolbypassrls", false)
                .containsEntry("rolcreaterole", false);
        assertThat(jdbc.sql("select count(*) from pg_class where pg_has_role(current_user, relowner, 'member')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The job that moves postings into sub-totals would take the rows of the houses away while they are looked at. */
    private void nothing_is_sealed() throws SQLException {
        String url = Objects.requireNonNull(settings.database()).owner().url();
        try (Connection connection = TestDatabase.superuser()
                        .to(url.substring(url.lastIndexOf('/') + 1))
                        .connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create function platform.stays() returns trigger language plpgsql as 'begin return null; end';
                    create trigger stays before delete on ledger.unsealed for each row
                      when (platform.everything()) execute function platform.stays();
                    """);
        }
    }

    private List<Table> protectedTables() {
        return tables.stream()
                .filter(table -> !WITHOUT_POLICIES.containsKey(table.name()))
                .toList();
    }

    private List<String> keysOf(Table table) {
        return theirs.getOrDefault(table, List.of());
    }

    private long expected(Table table) {
        String condition = PUBLIC.get(table.name());
        return condition == null
                ? 0
                : keys(Platform.ACTOR, table, condition).stream()
                        .filter(keysOf(table)::contains)
                        .count();
    }

    private List<String> keys(Actor actor, Table table, String condition) {
        assertThat(house).isNotNull();
        return in(
                actor,
                () -> jdbc.sql("select %s from %s where %s".formatted(table.key(), table, condition))
                        .param("event", house.event().id().value())
                        .query(String.class)
                        .list());
    }

    private long visible(Actor actor, Table table, List<String> keys) {
        return in(
                actor,
                () -> jdbc.sql("select count(*) from %s where %s = any (:keys)".formatted(table, table.key()))
                        .param("keys", keys.toArray(String[]::new))
                        .query(Long.class)
                        .single());
    }

    private String row(Table table, String key) {
        return in(
                Platform.ACTOR,
                () -> jdbc.sql("select to_json(t)::text from %s t where %s = :key".formatted(table, table.key()))
                        .param("key", key)
                        .query(String.class)
                        .single());
    }

    /** What a write did before it was rolled back: the number of rows, or the SQLSTATE that refused it. */
    private String write(Actor actor, String sql, Map<String, ?> parameters) {
        try {
            return in(actor, () -> jdbc.sql(sql).params(parameters).update() + " rows");
        } catch (DataAccessException e) {
            return e.getMostSpecificCause() instanceof SQLException refused ? refused.getSQLState() : e.toString();
        }
    }

    private <T> T in(Actor actor, java.util.function.Supplier<T> work) {
        return acting.as(
                actor,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    return work.get();
                }));
    }

    private static final class Platform {
        static final Actor ACTOR = new Actor.System(null, null);
    }
}
