package io.marquee.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Marquee as an operator runs it: {@code bin/run}, production settings, its own PostgreSQL with fsync on. */
final class Product implements AutoCloseable {
    static final String ADMIN = "admin@bench.example";
    static final String PASSWORD = "bench-" + Long.toHexString(System.nanoTime());

    final int port;
    final Path data;
    private final MailSink mail = new MailSink();
    private final Map<String, String> more;
    private Process process;

    Product() throws IOException {
        this(Map.of());
    }

    private Product(Map<String, String> more) throws IOException {
        this.more = more;
        this.port = freePort();
        this.data = Files.createTempDirectory("marquee-bench");
    }

    /** @return seconds until the address was printed and the first page answered */
    double start() throws Exception {
        long from = System.nanoTime();
        ProcessBuilder command = new ProcessBuilder("bin/run");
        command.environment().put("MARQUEE_DATA", data.toString());
        command.environment().put("MARQUEE_PORT", String.valueOf(port));
        command.environment().put("MARQUEE_ENV", "production");
        command.environment().put("MARQUEE_ADMIN_EMAIL", ADMIN);
        command.environment().put("MARQUEE_ADMIN_PASSWORD", PASSWORD);
        command.environment().put("MARQUEE_RATE_LIMIT", "off");
        command.environment().put("MARQUEE_SMTP_URL", "smtp://localhost:" + mail.port());
        command.environment().put("MARQUEE_BENCH_ECHO", "true");
        command.environment().put("MARQUEE_BASE_URL", "http://localhost:" + port);
        command.environment()
                .put("SPRING_WEB_RESOURCES_STATIC_LOCATIONS", "classpath:/static/,file:" + statics() + "/");
        command.environment().putAll(more);
        process = command.redirectErrorStream(true).start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); ; line = said.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the product did not start:\n" + all);
            }
            all.append(line).append('\n');
            if (line.contains("Marquee is up at")) {
                break;
            }
        }
        Thread.ofVirtual().start(() -> said.lines().forEach(line -> {}));
        try (Http http = new Http(port)) {
            Http.Answer answer = http.send(Http.request("GET", "/", "", ""));
            if (answer.status() != 200) {
                throw new IllegalStateException("the first page answered " + answer.status());
            }
        }
        return (System.nanoTime() - from) / 1e9;
    }

    /** A second node on this one's database, to be started. */
    Product anotherNode() throws IOException {
        String url = "@127.0.0.1:" + databasePort() + "/marquee";
        return new Product(Map.of(
                "MARQUEE_DATABASE_URL", "postgres://marquee_owner:" + secret("postgres/marquee_owner.secret") + url,
                "MARQUEE_DATABASE_APP_URL", "postgres://marquee_app:" + secret("postgres/marquee_app.secret") + url,
                "MARQUEE_SECRET", secret("secret")));
    }

    private String secret(String file) throws IOException {
        return Files.readString(data.resolve(file)).strip();
    }

    /** A folder whose files the product serves beside its own. */
    Path statics() throws IOException {
        return Files.createDirectories(data.resolveSibling(data.getFileName() + "-static"));
    }

    /** Where its PostgreSQL listens. */
    int databasePort() throws IOException {
        try (Stream<Path> files = Files.walk(data, 4)) {
            Path file = files.filter(f -> f.getFileName().toString().equals("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return Integer.parseInt(Files.readAllLines(file).get(3).strip());
        }
    }

    String databasePassword() throws IOException {
        try (Stream<Path> files = Files.walk(data, 4)) {
            return Files.readString(files.filter(f -> f.getFileName().toString().equals("superuser.secret"))
                            .findFirst()
                            .orElseThrow())
                    .strip();
        }
    }

    /** Where its mail goes. */
    MailSink mail() {
        return mail;
    }

    /** What it and its database have used so far: tells the cost of a thing also where others use the machine. */
    double cpuSeconds() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(used -> used.toNanos() / 1e9)
                .sum();
    }

    /** Megabytes of its heap that are in use, after a full collection, which this has it do. */
    double heapMegabytes() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(jcmd.toString(), String.valueOf(java().pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        String total = told.lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(told));
        return Long.parseLong(total.strip().split("\\s+")[2]) / 1e6;
    }

    private ProcessHandle java() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(one -> one.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
    }

    /** What its own process, without the database, has in memory. */
    long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + java().pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Its own database, as its superuser. */
    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort()
                + "/marquee?user=postgres&password=" + databasePassword());
    }

    long number(String query) throws IOException, SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** @return how many rows it changed */
    int change(String statement) throws IOException, SQLException {
        try (Connection connection = database();
                Statement run = connection.createStatement()) {
            return run.executeUpdate(statement);
        }
    }

    void stop() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() throws Exception {
        stop();
        mail.close();
        for (Path folder : new Path[] {data, statics()}) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
