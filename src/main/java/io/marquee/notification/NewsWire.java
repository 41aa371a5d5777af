package io.marquee.notification;

import io.marquee.kernel.PersonId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears from the database, on a connection of its own, whose news changed on any node. What it misses while the connection is
 * gone nobody tells again: so all that was known is forgotten when it is back.
 */
@Component
class NewsWire implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NewsWire.class);
    private static final int WAIT_MILLIS = 5_000;
    private static final int REST_MILLIS = 1_000;

    private final JdbcConnectionDetails login;
    private final NoticeBoard board;
    private final NewsStreams streams;
    private @Nullable Thread listener;

    NewsWire(JdbcConnectionDetails login, NoticeBoard board, NewsStreams streams) {
        this.login = login;
        this.board = board;
        this.streams = streams;
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
            statement.execute("listen " + NoticeTable.CHANNEL);
        }
        board.changedUnheard();
        streams.tellAll();
        PGConnection wire = connection.unwrap(PGConnection.class);
        while (!Thread.currentThread().isInterrupted()) {
            for (PGNotification told : wire.getNotifications(WAIT_MILLIS)) {
                PersonId person = PersonId.of(UUID.fromString(told.getParameter()));
                board.changed(person);
                streams.tell(person);
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
