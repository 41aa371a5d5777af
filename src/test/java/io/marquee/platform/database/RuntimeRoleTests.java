package io.marquee.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.platform.config.Login;
import io.marquee.platform.config.Settings;
import io.marquee.platform.config.SettingsInitializer;
import io.marquee.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The application starts only as a role that row-level security binds. */
class RuntimeRoleTests {
    @TempDir
    private Path data;

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void a_role_that_owns_nothing_may_work() {
        assertStarts(database.app());
    }

    @Test
    void a_superuser_may_not() {
        assertRefused(database.superuserHere(), "is a superuser");
    }

    @Test
    void the_owner_of_the_tables_may_not() {
        assertRefused(database.owner(), "belongs to it");
    }

    @Test
    void a_role_that_bypasses_the_policies_may_not() throws SQLException {
        assertRefused(role("bypassing", "bypassrls"), "bypasses row-level security");
    }

    @Test
    void a_role_that_can_become_the_owner_may_not() throws SQLException {
        Login heir = role("heir", "");
        superuser("grant " + Roles.OWNER + " to heir");
        assertRefused(heir, "belongs to it");
    }

    @Test
    void where_only_the_owner_is_given_it_makes_the_role_if_it_may() throws SQLException {
        Login creator = role("creator", "createrole");
        superuser("grant " + Roles.OWNER + " to creator");
        superuser("grant " + Roles.APP + " to creator with admin option");
        try {
            starter(creator, null).run(context -> {
                assertThat(context).hasNotFailed();
                try (Connection connection = context.getBean(DataSource.class).getConnection()) {
                    assertThat(connection.getMetaData().getUserName()).isEqualTo(Roles.APP);
                }
            });
        } finally {
            Roles.ensure(
                    TestDatabase.superuser().connect(),
                    Roles.APP,
                    database.app().password());
        }
    }

    @Test
    void where_the_owner_may_not_make_roles_the_sentence_says_so() throws SQLException {
        Login modest = role("modest", "");
        starter(modest, null)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .satisfies(root -> assertThat(context.getStartupFailure())
                                .hasStackTraceContaining("may not make the role " + Roles.APP)));
    }

    @Test
    void an_old_server_is_refused() {
        assertThatCode(() -> ExternalDatabase.requireVersion(18)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ExternalDatabase.requireVersion(17))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessage("MARQUEE_DATABASE_URL leads to PostgreSQL 17, but Marquee needs 18 or later.");
    }

    private void assertStarts(Login app) {
        starter(database.owner(), app).run(context -> assertThat(context).hasNotFailed());
    }

    private void assertRefused(Login app, String why) {
        starter(database.owner(), app)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("may not work as the database role “" + app.user() + "”")
                        .hasStackTraceContaining(why));
    }

    private ApplicationContextRunner starter(Login owner, @Nullable Login app) {
        Map<String, String> environment = new HashMap<>();
        environment.put("MARQUEE_DATA", data.toString());
        environment.put("MARQUEE_SECRET", "a secret that only this test knows, and long enough");
        environment.put("MARQUEE_DATABASE_URL", url(owner));
        if (app != null) environment.put("MARQUEE_DATABASE_APP_URL", url(app));
        return new ApplicationContextRunner()
                .withInitializer(context -> new SettingsInitializer(Settings.from(environment)).initialize(context))
                .withPropertyValues("spring.flyway.default-schema=platform")
                .withUserConfiguration(DatabaseConfiguration.class)
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class));
    }

    private static String url(Login login) {
        return login.url() + "?user=" + login.user() + "&password=" + login.password();
    }

    private Login role(String name, String attributes) throws SQLException {
        superuser("drop role if exists " + name);
        superuser("create role %s login %s password 'pw'".formatted(name, attributes));
        superuser("grant " + Roles.APP + " to " + name);
        return new Login(database.app().url(), name, "pw");
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection = TestDatabase.superuser().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
