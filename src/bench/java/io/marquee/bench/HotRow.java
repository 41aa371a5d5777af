package io.marquee.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The textbook transaction on one hot row of the product's own PostgreSQL: begin; update the counter where enough is left;
 * insert the hold; commit. By pgbench where it is installed, else by the same loop over JDBC.
 */
final class HotRow {
    private static final int CLIENTS = 32;
    private static final int SECONDS = 8;
    private static final String UPDATE = "update bench_quota set taken = taken + 1 where id = 1 and size - taken >= 1";
    private static final String INSERT = "insert into bench_hold (quota, at) values (1, now())";

    private HotRow() {}

    static String how() {
        return pgbench() ? "pgbench" : "JDBC loop, as pgbench is not installed";
    }

    static double rate(Product product) throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + product.databasePort() + "/postgres?user=postgres&password="
                + product.databasePassword();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_quota (id int primary key, size int, taken int)");
            statement.execute(
                    "create table if not exists bench_hold (id bigint generated always as identity primary key, quota int, at timestamptz)");
            statement.execute("insert into bench_quota values (1, 100000000, 0) on conflict do nothing");
        }
        return pgbench() ? byPgbench(product) : byJdbc(url);
    }

    private static double byPgbench(Product product) throws Exception {
        Path script = Files.writeString(
                product.statics().resolve("hot-row.sql"), "begin;\n" + UPDATE + ";\n" + INSERT + ";\ncommit;\n");
        ProcessBuilder command = new ProcessBuilder(
                "pgbench",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(product.databasePort()),
                "-U",
                "postgres",
                "-n",
                "-c",
                String.valueOf(CLIENTS),
                "-j",
                "2",
                "-M",
                "prepared",
                "-T",
                String.valueOf(SECONDS),
                "-f",
                script.toString(),
                "postgres");
        command.environment().put("PGPASSWORD", product.databasePassword());
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher tps = Pattern.compile("tps = ([0-9.]+)").matcher(said);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IOException("pgbench: " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static double byJdbc(String url) throws Exception {
        return Load.flatOut(CLIENTS, SECONDS, number -> {
                    Connection connection = DriverManager.getConnection(url);
                    connection.setAutoCommit(false);
                    PreparedStatement update = connection.prepareStatement(UPDATE);
                    PreparedStatement insert = connection.prepareStatement(INSERT);
                    return () -> {
                        update.executeUpdate();
                        insert.executeUpdate();
                        connection.commit();
                        return true;
                    };
                })
                .rate();
    }

    private static boolean pgbench() {
        try {
            return new ProcessBuilder("pgbench", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
