package io.marquee.crash;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The product as a process of its own with its embedded PostgreSQL, fsync on, so that it can be killed. */
final class RunningProduct implements AutoCloseable {
    static final String ADMIN = "admin@crash.example";
    static final String PASSWORD = "nineteen quiet harbours";

    private static final String DEADLOCK = "40P01";
    private static final int TRIES = 10;

    private final Path data;
    private final Map<String, String> settings;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Process process;

    RunningProduct(Path data) throws IOException {
        this(data, Map.of());
    }

    /** @param settings beside those that every one has */
    RunningProduct(Path data, Map<String, String> settings) throws IOException {
        this.data = data.toAbsolutePath();
        this.settings = settings;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    /** A second node on this one's database, to be started while this one runs. */
    RunningProduct anotherNode(Path folder) throws IOException {
        String database = "@127.0.0.1:" + databasePort() + "/marquee";
        return new RunningProduct(
                folder,
                Map.of(
                        "MARQUEE_DATABASE_URL",
                        "postgres://marquee_owner:" + secret("postgres/marquee_owner.secret") + database,
                        "MARQUEE_DATABASE_APP_URL",
                        "postgres://marquee_app:" + secret("postgres/marquee_app.secret") + database,
                        "MARQUEE_SECRET",
                        secret("secret")));
    }

    private String secret(String file) throws IOException {
        return Files.readString(data.resolve(file)).strip();
    }

    private int databasePort() throws IOException {
        return Integer.parseInt(
                Files.readAllLines(file("postmaster.pid")).get(3).strip());
    }

    String url() {
        return "http://localhost:" + port;
    }

    void start() throws Exception {
        process = launch(data.resolve("console.log"));
        long deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("did not start: " + Files.readString(data.resolve("console.log")));
            }
            Thread.sleep(100);
        }
    }

    /** What {@code bin/doctor} says of it. */
    String doctor() throws IOException, InterruptedException {
        Path report = data.resolve("doctor.log");
        launch(report, "--doctor").waitFor();
        return Files.readString(report);
    }

    private Process launch(Path console, String... arguments) throws IOException {
        ProcessBuilder command = new ProcessBuilder(new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.marquee.Marquee")));
        command.command().addAll(List.of(arguments));
        command.environment().put("MARQUEE_DATA", data.toString());
        command.environment().put("MARQUEE_PORT", String.valueOf(port));
        command.environment().put("MARQUEE_ENV", "production");
        command.environment().put("MARQUEE_LOG", "file");
        command.environment().put("MARQUEE_RATE_LIMIT", "off");
        command.environment().put("MARQUEE_ADMIN_EMAIL", ADMIN);
        command.environment().put("MARQUEE_ADMIN_PASSWORD", PASSWORD);
        command.environment().putAll(settings);
        Files.createDirectories(data);
        return command.redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
    }

    /** As a power cut would: no shutdown hook runs. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** @param token null for none; @return the answer whatever its status */
    HttpResponse<String> send(String method, String path, @Nullable String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A number, read past row-level security. */
    long count(String sql) throws SQLException, IOException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Rows as texts, read past row-level security. */
    List<List<String>> rows(String sql) throws SQLException, IOException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++)
                    row.add(String.valueOf(rows.getString(i)));
                all.add(row);
            }
            return all;
        }
    }

    /** Changes what only time or an accident would. It locks rows in any order, and gives way to the product where both wait. */
    void execute(String sql) throws SQLException, IOException {
        for (int again = 1; ; again++) {
            try (Connection connection = superuser();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return;
            } catch (SQLException e) {
                if (!DEADLOCK.equals(e.getSQLState()) || again == TRIES) throw e;
            }
        }
    }

    private Connection superuser() throws IOException, SQLException {
        String secret = Files.readString(file("superuser.secret")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/marquee", "postgres", secret);
    }

    /** Not deeper than the folders of PostgreSQL itself, in which files come and go. */
    private Path file(String name) throws IOException {
        try (Stream<Path> folders = Files.walk(data, 2)) {
            return folders.map(folder -> folder.resolve(name))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new IOException(name + " is not there yet"));
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return send("GET", "/actuator/health/readiness", null, "").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
    }
}
