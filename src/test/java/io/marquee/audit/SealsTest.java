package io.marquee.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.config.Login;
import io.marquee.platform.config.Settings;
import io.marquee.platform.operation.Finding;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever may write to the database past us may write what they like: it shows. */
@MarqueeTest
class SealsTest {
    @Autowired
    private Seals seals;

    @Autowired
    private Trail trail;

    @Autowired
    private Events events;

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Settings settings;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private OrganizationId organization = OrganizationId.next();
    private @Nullable EventView event;

    @BeforeEach
    void three_seals_of_one_organization() {
        organization = fixture.organization();
        event = fixture.draft(organization);
        seal();
        event = retitled("The first title");
        seal();
        event = retitled("The second title");
        seal();
        assertThat(count("select count(*) from audit.seals where chain = '%s'")).isGreaterThanOrEqualTo(3);
        assertThat(breaks()).isEmpty();
    }

    @Test
    void what_was_done_is_written_down_with_who_and_what() {
        TrailEntry entry = entries().stream()
                .filter(e -> e.action().equals("changed"))
                .findFirst()
                .orElseThrow();

        assertThat(entry.subject()).isEqualTo("event");
        assertThat(entry.actorKind()).isEqualTo("person");
        assertThat(entry.changes())
                .contains(new TrailEntry.Change("title", "The first title", "The second title", false));
        assertThat(entry.changes()).extracting(TrailEntry.Change::field).doesNotContain("version", "updated_at");
    }

    @Test
    void a_change_that_is_undone_with_its_transaction_is_not_written_down() {
        int before = entries().size();
        transaction.executeWithoutResult(status -> {
            retitled("Never");
            status.setRollbackOnly();
        });
        assertThat(entries()).hasSize(before);
    }

    @Test
    void the_applications_role_can_neither_write_nor_change_nor_remove_an_entry() {
        for (String sql : List.of(
                "update audit.entries set diff = '{}'",
                "delete from audit.entries",
                "insert into audit.entries (chain, subject, subject_id, action, actor_kind, diff) values "
                        + "(gen_random_uuid(), 'event', gen_random_uuid(), 'made', 'person', '{}')",
                "update audit.entries set seal = null where seal is not null",
                "delete from audit.seals")) {
            assertThatThrownBy(() -> acting.asPlatform(() -> transaction.executeWithoutResult(
                            status -> jdbc.sql(sql).update())))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_changed_entry_shows_at_its_seal() {
        tamper("update audit.entries set diff = '{\"title\": [\"x\", \"y\"]}' where seal = 2 and chain = '%s'");
        assertThat(breaks()).singleElement().asString().contains("number 2", "changed");
    }

    @Test
    void a_changed_move_shows_too() {
        tamper("update audit.transitions set actor_id = gen_random_uuid() where organization_id = '%s' and seal = 1");
        assertThat(breaks()).singleElement().asString().contains("number 1", "changed");
    }

    @Test
    void a_removed_entry_shows() {
        tamper("delete from audit.entries where seal = 3 and chain = '%s'");
        assertThat(breaks()).singleElement().asString().contains("number 3", "there are 0");
    }

    @Test
    void an_entry_that_was_slipped_in_shows() {
        tamper(
                "insert into audit.entries (organization_id, chain, subject, subject_id, action, actor_kind, diff, seal) "
                        + "values ('%1$s', '%1$s', 'event', gen_random_uuid(), 'made', 'person', '{}', 2)");
        assertThat(breaks()).singleElement().asString().contains("number 2");
    }

    @Test
    void a_removed_seal_shows_also_where_its_entries_went_with_it() {
        tamper("delete from audit.entries where seal = 2 and chain = '%s'");
        tamper("delete from audit.seals where number = 2 and chain = '%s'");
        assertThat(breaks()).singleElement().asString().contains("number 2", "missing");
    }

    @Test
    void the_last_seal_cannot_go_without_its_entries() {
        tamper("delete from audit.seals where number = 3 and chain = '%s'");
        assertThat(breaks()).singleElement().asString().contains("number 3", "missing");
    }

    @Test
    void a_seal_that_somebody_made_without_the_key_shows() {
        tamper("update audit.seals set hash = sha256('anything') where number = 2 and chain = '%s'");
        assertThat(breaks()).singleElement().asString().contains("number 2");
    }

    @Test
    void what_is_kept_apart_may_go_and_may_not_differ() {
        acting.as(
                EventFixture.owner(organization),
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into event.invitations values
                          (gen_random_uuid(), ?, ?, 'tom@example.org', 'staff', '{}', gen_random_uuid(), now(), now() + interval '1 day')
                        """)
                        .params(Objects.requireNonNull(event).id().value(), organization.value())
                        .update()));
        seal();
        assertThat(entries().getFirst().changes())
                .contains(new TrailEntry.Change("email", null, "tom@example.org", false));

        tamper("update audit.personal set value = 'eve@example.org' where organization_id = '%s'");
        assertThat(breaks()).singleElement().asString().contains("apart");

        tamper("delete from audit.personal where organization_id = '%s'");
        assertThat(breaks()).isEmpty();
        assertThat(entries().getFirst().changes()).contains(new TrailEntry.Change("email", null, null, true));
    }

    @Test
    void two_nodes_that_seal_at_once_make_one_chain() throws InterruptedException {
        for (int i = 0; i < 20; i++) retitled("Title " + i);
        Thread other = Thread.startVirtualThread(this::seal);
        seal();
        other.join();
        seal();
        assertThat(count("select count(*) from audit.entries where seal is null and chain = '%s'"))
                .isZero();
        assertThat(breaks()).isEmpty();
    }

    private EventView retitled(String title) {
        Actor owner = EventFixture.owner(organization);
        EventView until = Objects.requireNonNull(event);
        return acting.as(owner, () -> {
            EventView now =
                    events.edit(until.id(), until.details().but().title(title).build(), until.version());
            event = now;
            return now;
        });
    }

    /** The job beside us may have been quicker with some. */
    private void seal() {
        try {
            seals.sealSome();
        } catch (DataAccessException quicker) {
            assertThat(quicker).isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        }
    }

    private List<TrailEntry> entries() {
        return acting.as(
                EventFixture.owner(organization),
                () -> trail.of(organization, TrailFilter.ALL, null, 100).items());
    }

    private List<String> breaks() {
        try {
            return new SealCheck(settings)
                    .examine().stream()
                            .map(Finding::what)
                            .filter(what -> what.contains(organization.toString()))
                            .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String sql) {
        return acting.asPlatform(() -> Objects.requireNonNull(transaction.execute(status ->
                jdbc.sql(sql.formatted(organization)).query(Long.class).single())));
    }

    private void tamper(String sql) {
        String url = Objects.requireNonNull(settings.database()).owner().url();
        Login superuser = TestDatabase.superuser().to(url.substring(url.lastIndexOf('/') + 1));
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql.formatted(organization)))
                    .as(sql)
                    .isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
