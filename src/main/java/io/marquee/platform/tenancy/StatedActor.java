package io.marquee.platform.tenancy;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.web.security.RequestIds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells PostgreSQL who acts, in one statement, for the rest of the transaction. The policies read it back. */
final class StatedActor {
    private static final String IN_FAILED_TRANSACTION = "25P02";
    private static final String STATE = """
            select set_config('marquee.kind', ?, true), set_config('marquee.person', ?, true),
                   set_config('marquee.email', ?, true), set_config('marquee.organizations', ?, true),
                   set_config('marquee.events', ?, true), set_config('marquee.door', ?, true),
                   set_config('marquee.capability', ?, true), set_config('marquee.everything', ?, true),
                   set_config('marquee.books', ?, true), set_config('marquee.trail', ?, true)
            """;

    private StatedActor() {}

    /** States the actor if a transaction is running; else the transaction that begins later will. */
    static void state(DataSource dataSource, Actor actor) {
        if (TransactionSynchronizationManager.hasResource(dataSource)
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            try {
                state(DataSourceUtils.getConnection(dataSource), actor);
            } catch (SQLException e) {
                throw new UncategorizedSQLException("stating who acts", STATE, e);
            }
        }
    }

    /** As {@link #state(DataSource, Actor)}, but quiet where the transaction has failed and can only roll back. */
    static void restate(DataSource dataSource, Actor actor) {
        try {
            state(dataSource, actor);
        } catch (UncategorizedSQLException e) {
            SQLException cause = e.getSQLException();
            if (cause == null || !IN_FAILED_TRANSACTION.equals(cause.getSQLState())) {
                throw e;
            }
        }
    }

    static void state(Connection connection, Actor actor) throws SQLException {
        Settings s = settings(actor);
        try (PreparedStatement statement = connection.prepareStatement(STATE)) {
            String[] values = {
                s.kind,
                s.person,
                s.email,
                s.organizations,
                s.events,
                s.door,
                s.capability,
                s.everything,
                s.books,
                trail(actor)
            };
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** Who it is for the history, where the system acts on somebody's behalf too; in what request, and from where. */
    private static String trail(Actor actor) {
        return String.join(
                "|",
                actor.kind(),
                actor.id() == null ? "" : actor.id().toString(),
                RequestIds.current(),
                Acting.origin());
    }

    private record Settings(
            String kind,
            String person,
            String email,
            String organizations,
            String events,
            String door,
            String capability,
            String everything,
            String books) {
        static Settings of(String kind) {
            return new Settings(kind, "", "", "{}", "{}", "{}", "", "off", "{}");
        }
    }

    private static Settings settings(Actor actor) {
        return switch (actor) {
            case Actor.Nobody nobody -> Settings.of("nobody");
            case Actor.Anonymous anonymous -> Settings.of("anonymous");
            case Actor.Capability c ->
                new Settings("capability", "", "", "{}", "{}", "{}", c.hold().toString(), "off", "{}");
            case Actor.Device d -> new Settings("device", "", "", "{}", "{}", "{" + d.event() + "}", "", "off", "{}");
            case Actor.System s -> system(s.organization());
            case Actor.Person p ->
                new Settings(
                        "person",
                        p.person().toString(),
                        p.verifiedEmail() == null ? "" : p.verifiedEmail(),
                        array(p.organizations().keySet()),
                        array(p.events().entrySet().stream()
                                .filter(e -> e.getValue().role() != EventRole.STAFF)
                                .map(Map.Entry::getKey)
                                .toList()),
                        array(p.events().keySet()),
                        "",
                        "off",
                        books(p));
        };
    }

    private static Settings system(@Nullable OrganizationId organization) {
        return organization == null
                ? new Settings("system", "", "", "{}", "{}", "{}", "", "on", "{}")
                : new Settings("system", "", "", "{" + organization + "}", "{}", "{}", "", "off", "{}");
    }

    /** Of organizations and events alike: whose books their owners and admins may open. */
    private static String books(Actor.Person person) {
        Stream<? extends Record> organizations = person.organizations().entrySet().stream()
                .filter(e -> e.getValue() == OrganizationRole.OWNER || e.getValue() == OrganizationRole.ADMIN)
                .map(Map.Entry::getKey);
        Stream<? extends Record> events = person.events().entrySet().stream()
                .filter(e ->
                        e.getValue().role() == EventRole.OWNER || e.getValue().role() == EventRole.ADMIN)
                .map(Map.Entry::getKey);
        return array(Stream.concat(organizations, events).toList());
    }

    private static String array(Collection<? extends Record> ids) {
        return ids.stream()
                .map(id -> switch (id) {
                    case OrganizationId organization -> organization.toString();
                    case EventId event -> event.toString();
                    default -> throw new IllegalArgumentException("no tenant's id: " + id);
                })
                .collect(Collectors.joining(",", "{", "}"));
    }
}
