package io.marquee.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.platform.config.Login;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With fsync on, as an operator has it. */
class EmbeddedPostgresTests {
    @TempDir
    private static Path home;

    @BeforeAll
    static void make() throws SQLException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {
            run(first.superuser(), "create table kept (x int)");
            run(first.superuser(), "insert into kept values (42)");
        }
    }

    @Test
    void it_keeps_its_data_and_stays_durable() throws IOException, SQLException {
        try (EmbeddedPostgres again = EmbeddedPostgres.start(home)) {
            assertThat(ask(again.superuser(), "select x from kept where x = 42"))
                    .isEqualTo("42");
            assertThat(ask(again.superuser(), "show fsync")).isEqualTo("on");
            assertThat(PostgresBinaries.VERSION).startsWith(ask(again.superuser(), "show server_version"));
        }
        assertThat(PostmasterFile.read(data())).isNull();
    }

    @Test
    void a_second_one_in_the_same_folder_is_refused() throws IOException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("Another Marquee already works in");
            assertThat(EmbeddedPostgres.running(home)).isEqualTo(first.superuser());
        }
        assertThat(EmbeddedPostgres.running(home)).isNull();
    }

    @Test
    void it_recovers_from_a_crash_whose_process_number_somebody_else_has_now() throws Exception {
        EmbeddedPostgres crashed = EmbeddedPostgres.start(home);
        run(crashed.superuser(), "insert into kept values (43)");
        killAtOnce(server());
        nameAnotherProcess(ProcessHandle.current().pid());
        crashed.close();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(home)) {
            assertThat(ask(next.superuser(), "select x from kept where x = 43")).isEqualTo("43");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void it_stops_a_server_that_outlived_its_application() throws Exception {
        Process orphan = orphan();
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            PostmasterFile said = PostmasterFile.read(data());
            return said != null && said.ready();
        });
        ProcessHandle left = server();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(home)) {
            assertThat(left.isAlive()).isFalse();
            assertThat(ask(next.superuser(), "select x from kept where x = 42")).isEqualTo("42");
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void the_server_ends_when_its_application_is_killed() throws Exception {
        Process application = Neighbour.start(home);
        ProcessHandle server = server();
        assertThat(server.isAlive()).isTrue();
        application.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(40)).until(() -> !server.isAlive());
        try (EmbeddedPostgres next = EmbeddedPostgres.start(home)) {
            assertThat(ask(next.superuser(), "select max(x) from kept")).isEqualTo(String.valueOf(Neighbour.ROW));
        }
    }

    @Test
    void another_process_is_kept_out_and_found() throws Exception {
        Process application = Neighbour.start(home);
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home)).isInstanceOf(DatabaseUnusable.class);
            Login running = Objects.requireNonNull(EmbeddedPostgres.running(home));
            assertThat(ask(running, "select max(x) from kept")).isEqualTo(String.valueOf(Neighbour.ROW));
        } finally {
            application.destroyForcibly().waitFor();
        }
    }

    private Path data() {
        return DataFolder.in(home.toAbsolutePath());
    }

    private ProcessHandle server() throws IOException {
        long pid = Objects.requireNonNull(PostmasterFile.read(data())).pid();
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** As a power cut does: the server and all its processes, without a word. */
    private static void killAtOnce(ProcessHandle server) {
        List<ProcessHandle> all = server.descendants().toList();
        server.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        server.onExit().join();
    }

    private void nameAnotherProcess(long pid) throws IOException {
        List<String> lines = Files.readAllLines(PostmasterFile.in(data()));
        lines.set(0, String.valueOf(pid));
        Files.write(PostmasterFile.in(data()), lines);
    }

    /** A server without watchdog, lock and application. */
    private Process orphan() throws IOException {
        DataFolder data = new DataFolder(data(), PostgresBinaries.unpackedIn(home.toAbsolutePath()), RunAs.detected());
        return new ProcessBuilder(data.command(
                        "postgres", "-D", data.path().toString(), "-p", freePort(), "-c", "unix_socket_directories="))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("orphan.log").toFile())
                .start();
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    private static void run(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Login login, String query) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Another application on the same folder, in a process of its own. */
    static final class Neighbour {
        static final int ROW = 77;
        private static final String READY = "ready";

        private Neighbour() {}

        public static void main(String[] home) throws Exception {
            EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(home[0]));
            run(server.superuser(), "insert into kept values (" + ROW + ")");
            System.out.println(READY);
            Thread.sleep(Duration.ofMinutes(5));
        }

        static Process start(Path home) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Neighbour.class.getName(),
                            home.toString())
                    .redirectErrorStream(true)
                    .start();
            var lines = process.inputReader(StandardCharsets.UTF_8);
            String line = lines.readLine();
            while (line != null && !line.equals(READY)) line = lines.readLine();
            assertThat(line).as("the other application's word that it is up").isEqualTo(READY);
            return process;
        }
    }
}
