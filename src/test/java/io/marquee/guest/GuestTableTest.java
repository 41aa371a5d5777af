package io.marquee.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Tables as people send them. */
class GuestTableTest {
    @Test
    void the_first_sheet_of_a_workbook_is_read_like_a_table_in_csv() throws Exception {
        byte[] workbook =
                workbook(List.of("name", "email", "plus ones"), List.of("Zoë \"Z\" Ärmel", "zoe@example.org", "2"));
        byte[] csv =
                "name;email;plus ones\n\"Zoë \"\"Z\"\" Ärmel\";zoe@example.org;2\n".getBytes(StandardCharsets.UTF_8);

        assertThat(lines(workbook)).isEqualTo(lines(csv)).hasSize(2);
        assertThat(lines(workbook).getLast().number()).isEqualTo(2);
    }

    @Test
    void what_is_no_table_is_refused_at_the_file() throws Exception {
        byte[] workbook = workbook(List.of("email"), List.of("zoe@example.org"));

        refuses(new byte[] {'P', 'K', 3, 4, 1, 2, 3, 4, 5}, "broken_workbook");
        refuses(Arrays.copyOf(workbook, workbook.length / 2), "broken_workbook");
        refuses(changed(workbook, sheet -> sheet.substring(0, sheet.length() / 2)), "broken_workbook");
        refuses(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                "old_workbook");
        refuses(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}, "not_utf8");
    }

    @Test
    void a_small_file_that_unpacks_to_a_huge_one_is_refused() throws Exception {
        byte[] bomb = changed(workbook(List.of("email")), sheet -> " ".repeat(41_000_000));

        assertThat(bomb).hasSizeLessThan(1_000_000);
        refuses(bomb, "workbook_too_large");
    }

    @Test
    void a_cell_beyond_the_last_column_there_is_takes_no_memory() throws Exception {
        byte[] far = changed(workbook(List.of("email")), sheet -> sheet.replace("r=\"A1\"", "r=\"AAA1\""));

        refuses(far, "broken_workbook");
    }

    /** The columns of our own export: how many somebody brings is not how many they may. */
    @Test
    void how_many_a_guest_may_bring_is_one_columns_word() {
        String header = "name,email,state,plus_ones,companions,allowance,tickets";

        assertThat(row(header, "Zoe,zoe@example.org,going,1,Tom 3rd,3,0").allowance())
                .isEqualTo(3);
        assertThat(row(header, "Zoe,zoe@example.org,going,1,Tom 3rd,,0").allowance())
                .isNull();
        assertThat(row(header, "Zoe,zoe@example.org,invited,0,,,0").allowance()).isNull();
        assertThat(row("email,plus ones", "zoe@example.org,+2").allowance()).isEqualTo(2);
        assertThat(row("email,companions", "zoe@example.org,2").allowance()).isEqualTo(2);
        ImportedRow named = row("email,companions", "zoe@example.org,Tom 3rd; Eva");
        assertThat(named.allowance()).isEqualTo(2);
        assertThat(named.companions()).containsExactly("Tom 3rd", "Eva");
    }

    @Test
    void a_name_is_kept_as_it_was_typed_without_the_address_beside_it() {
        assertThat(named("Łukasz \"Luk\" Müller;l@example.org")).isEqualTo("Łukasz \"Luk\" Müller");
        assertThat(named("=cmd|' /C calc'!A0;c@example.org")).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(named("Lind,  Ada;ada@example.org")).isEqualTo("Ada Lind");
        assertThat(named("Jane <jane@example.org>;jane@example.org")).isEqualTo("Jane");
        assertThat(named("Jane <jane@example.org>;Jane Doe <jane@example.org>")).isEqualTo("Jane Doe");
        assertThat(named("jane@example.org;jane@example.org")).isEmpty();
        assertThat(row("first name;last name;email", "Ada;Lind, PhD;ada@example.org", ";")
                        .name())
                .isEqualTo("Ada Lind, PhD");
    }

    private static String named(String line) {
        return row("name;email", line, ";").name();
    }

    private static ImportedRow row(String header, String line) {
        return row(header, line, ",");
    }

    private static ImportedRow row(String header, String line, String separator) {
        return Objects.requireNonNull(ImportedRow.of(
                List.of(line.split(separator, -1)), ImportedRow.columns(List.of(header.split(separator)))));
    }

    private static void refuses(byte[] file, String code) {
        assertThatThrownBy(() -> lines(file))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid ->
                                assertThat(invalid.problems().getFirst().code()).isEqualTo(code));
    }

    private static List<GuestTable.Line> lines(byte[] file) {
        try (Stream<GuestTable.Line> lines = GuestTable.lines(file)) {
            return lines.toList();
        }
    }

    @SafeVarargs
    private static byte[] workbook(List<String>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Guests");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    sheet.value(row, column, rows[row].get(column));
                }
            }
        }
        return out.toByteArray();
    }

    /** The same workbook with another text for its sheet. */
    private static byte[] changed(byte[] workbook, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(
                        entry.getName().contains("sheet1.xml")
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return out.toByteArray();
    }
}
