package io.marquee.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A module's SQL names its own tables; others are asked through their public reads. */
class OwnTablesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/marquee");
    private static final Set<String> SCHEMAS = Set.of(
            "platform",
            "audit",
            "media",
            "identity",
            "privacy",
            "organization",
            "event",
            "seating",
            "ticketing",
            "waitingroom",
            "ledger",
            "payment",
            "ordering",
            "checkin",
            "guest",
            "escrow",
            "feedback",
            "conversation",
            "invoicing",
            "payout",
            "pricing",
            "registration",
            "notification",
            "integration");
    private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+([a-z]+)\\.[a-z_]+");

    @Test
    void no_module_reads_or_writes_another_modules_tables() throws IOException {
        List<String> foreign = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String module = SOURCES.relativize(file).getName(0).toString();
                foreign.addAll(foreignTables(
                        module, Files.readString(file), file.getFileName().toString()));
            }
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void a_planted_join_is_found() {
        assertThat(foreignTables(
                        "ordering", "select * from ordering.orders o join ticketing.tickets t on true", "Planted"))
                .containsExactly("Planted: join ticketing.tickets");
    }

    private static List<String> foreignTables(String module, String source, String file) {
        List<String> found = new ArrayList<>();
        Matcher matcher = TABLE.matcher(source.replaceAll("(?m)^import .*$|^package .*$|^\\s*\\*.*$|//.*$", ""));
        while (matcher.find()) {
            String schema = matcher.group(1);
            if (SCHEMAS.contains(schema) && !schema.equals(module)) {
                found.add(file + ": " + matcher.group());
            }
        }
        return found;
    }
}
