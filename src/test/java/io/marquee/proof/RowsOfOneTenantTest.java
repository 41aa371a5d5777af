package io.marquee.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.FullHouse;
import io.marquee.testing.FullHouse.House;
import io.marquee.testing.MarqueeTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A row that names an event and an organization names the event's own: the policies let a tenant write whatever carries its
 * organization, so that keys must hold the two together. Whoever adds such a table calls {@code event.within_tenant}.
 */
@MarqueeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowsOfOneTenantTest {
    private static final String NO_SUCH_EVENT_OF_THIS_TENANT = "23503";

    private static final Map<String, String> EXEMPT = Map.of(
            "audit.transitions",
            "on the ground floor, below events: it is written beside the row that moves, by nobody else",
            "audit.entries",
            "on the ground floor too: a trigger writes it of a row that is of one tenant, and nobody else may",
            "audit.personal",
            "as the entries that it belongs to",
            "seating.occupants",
            "its key is its seat, and a second one must be another seat");

    /** What lets a second row stand beside the first where an index looks at some rows only. */
    private static final Map<String, String> ELSE =
            Map.of("ordering.refund_requests", ", 'decided_at', now(), 'approved', true");

    @Autowired
    private FullHouse houses;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    private House mine;
    private UUID mineToo;
    private UUID theirs;

    @BeforeAll
    void two_organizations_with_one_of_everything() {
        mine = houses.build();
        mineToo = hidden(mine);
        theirs = hidden(houses.build());
    }

    @Test
    void every_table_with_an_event_and_an_organization_holds_the_two_together_by_a_key() {
        assertThat(tables())
                .hasSizeGreaterThan(25)
                .allSatisfy(table -> assertThat(keys(table))
                        .as("keys of %s: call event.within_tenant", table)
                        .isPositive());
    }

    @Test
    void no_row_of_mine_can_name_an_event_of_theirs() {
        Map<String, String> outcomes = outcomes(theirs);

        assertThat(outcomes.values()).doesNotContain("1 rows");
        assertThat(outcomes.entrySet())
                .filteredOn(outcome -> outcome.getValue().equals(NO_SUCH_EVENT_OF_THIS_TENANT))
                .hasSizeGreaterThan(20);
    }

    @Test
    void the_same_rows_may_name_another_event_of_mine_but_for_what_belongs_to_something_of_the_first() {
        Map<String, String> outcomes = outcomes(mineToo);

        assertThat(outcomes.entrySet())
                .filteredOn(outcome -> outcome.getValue().equals("1 rows"))
                .hasSizeGreaterThan(15);
        assertThat(outcomes)
                .containsEntry("ticketing.holds", "1 rows")
                .containsEntry("ordering.order_lines", NO_SUCH_EVENT_OF_THIS_TENANT);
    }

    private Map<String, String> outcomes(UUID event) {
        return tables().stream().collect(Collectors.toMap(table -> table, table -> insertAnother(table, event)));
    }

    /** How many foreign keys hold both columns. */
    private int keys(String table) {
        return jdbc.sql("""
                        select count(*) from pg_constraint f
                        where f.conrelid = cast(:table as regclass) and f.contype = 'f'
                          and (select count(*) from pg_attribute a where a.attrelid = f.conrelid
                               and a.attnum = any (f.conkey) and a.attname in ('event_id', 'organization_id')) = 2
                        """).param("table", table).query(Integer.class).single();
    }

    /** Another than the house's public one. */
    private UUID hidden(House house) {
        return in(
                new Actor.System(house.organization(), null),
                () -> jdbc.sql("select id from event.events where organization_id = ? and visibility = 'private'")
                        .param(house.organization().value())
                        .query(UUID.class)
                        .single());
    }

    private List<String> tables() {
        return jdbc.sql("""
                        select format('%I.%I', c.table_schema, c.table_name) from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.column_name in ('event_id', 'organization_id') and t.table_type = 'BASE TABLE'
                        group by 1 having count(*) = 2
                        """).query(String.class).stream()
                .filter(table -> !EXEMPT.containsKey(table))
                .toList();
    }

    /** A row like one of mine, with this event in it. @return "1 rows", or the SQLSTATE that refused it */
    private String insertAnother(String table, UUID event) {
        return in(new Actor.System(mine.organization(), null), () -> {
            String changes = freshColumns(table).stream()
                            .map(column -> ", '%s', %s".formatted(column.name(), column.fresh()))
                            .collect(Collectors.joining())
                    + ELSE.getOrDefault(table, "");
            return write("""
                    insert into %1$s overriding system value
                    select r.* from %1$s t,
                      jsonb_populate_record(null::%1$s, to_jsonb(t) || jsonb_build_object('event_id', :event%2$s)) r
                    where t.event_id = :mine and t.organization_id = :organization limit 1
                    """.formatted(table, changes), event);
        });
    }

    private String write(String sql, UUID event) {
        try {
            return jdbc.sql(sql)
                            .param("mine", mine.event().id().value())
                            .param("organization", mine.organization().value())
                            .param("event", event)
                            .update()
                    + " rows";
        } catch (DataAccessException e) {
            return e.getMostSpecificCause() instanceof SQLException refused ? refused.getSQLState() : e.toString();
        }
    }

    /** A column that must be another one, so that a copy of the row is not refused for being there already. */
    record Column(String name, String type) {
        String fresh() {
            return switch (type) {
                case "uuid" -> "'" + UUID.randomUUID() + "'::uuid";
                case "text" -> "'" + UUID.randomUUID() + "'::text";
                default -> "9999";
            };
        }
    }

    /** One of every unique index that does not hold the event already: best one that refers to nothing. */
    private List<Column> freshColumns(String table) {
        return jdbc.sql("""
                        select distinct on (i.indexrelid) a.attname as name, format_type(a.atttypid, null) as type
                        from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                        where i.indrelid = cast(:table as regclass) and i.indisunique
                          and not exists (select from pg_attribute e where e.attrelid = i.indrelid
                                          and e.attnum = any (i.indkey) and e.attname = 'event_id')
                          and not exists (select from pg_constraint f where f.conrelid = i.indrelid and f.contype = 'f'
                                          and a.attnum = any (f.conkey))
                        order by i.indexrelid, a.atttypid = 'uuid'::regtype desc, a.attnum desc
                        """).param("table", table).query(Column.class).list();
    }

    private <T> T in(Actor actor, Supplier<T> work) {
        return acting.as(
                actor,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    return work.get();
                }));
    }
}
