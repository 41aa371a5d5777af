package io.marquee.platform.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;

/** Listens to the database for all hearers of this node, on one connection of its own. */
final class Wire implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final int WAIT_MILLIS = 5_000;
    private static final int REST_MILLIS = 1_000;

    private final JdbcConnectionDetails login;
    private final Map<String, Hearer> hearers;
    private @Nullable Thread listener;

    Wire(JdbcConnectionDetails login, List<Hearer> hearers) {
        this.login = login;
        this.hearers = hearers.stream().collect(Collectors.toMap(Hearer::channel, Function.identity()));
    }

    private void listen() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection =
                    DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword())) {
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                if (isRunning()) LOG.warn("does not hear of news for the moment: {}", e.getMessage());
                rest();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String channel : hearers.keySet()) statement.execute("listen " + channel);
        }
        hearers.values().forEach(Hearer::lost);
        PGConnection wire = connection.unwrap(PGConnection.class);
        while (!Thread.currentThread().isInterrupted()) {
            for (PGNotification told : wire.getNotifications(WAIT_MILLIS)) {
                Hearer hearer = hearers.get(told.getName());
                if (hearer != null) hearer.heard(told.getParameter());
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        listener = Thread.ofVirtual().name("news-wire").start(this::listen);
    }

    @Override
    public void stop() {
        Thread running = listener;
        listener = null;
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }
}
