package io.marquee.platform.database;

import io.marquee.platform.config.Login;
import io.marquee.platform.config.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Boot's own data source and Flyway stay in charge; we tell them where to connect, and as whom. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Database database(Settings settings) {
        Settings.Database external = settings.database();
        return external == null
                ? EmbeddedDatabase.start(settings.data())
                : ExternalDatabase.reach(external, settings.secret());
    }

    @Bean
    JdbcConnectionDetails applicationLogin(Database database) {
        return new AppConnection(database.app());
    }

    @Bean
    FlywayConnectionDetails migrationLogin(Database database) {
        return new OwnerConnection(database.owner());
    }

    /** Nothing reaches the data before the migrations are in and the application's role is known to be guarded. */
    @Bean
    FlywayMigrationStrategy migrateThenVerify(Database database) {
        return flyway -> {
            flyway.migrate();
            verify(database.app());
        };
    }

    private static void verify(Login app) {
        try (Connection connection = app.connect()) {
            String breach = RowGuard.breach(connection);
            if (breach != null) throw RowGuard.refusal(app.user(), breach);
        } catch (SQLException e) {
            throw new DatabaseUnusable("The application's database role cannot be checked: " + e.getMessage(), e);
        }
    }

    private record AppConnection(Login login) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return login.url();
        }
    }

    private record OwnerConnection(Login login) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }

        @Override
        public String getJdbcUrl() {
            return login.url();
        }
    }
}
