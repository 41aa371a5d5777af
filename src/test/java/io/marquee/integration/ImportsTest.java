package io.marquee.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.integration.Imports.Upload;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class ImportsTest {
    private static final Path DATA = Path.of("src/test/resources/data");

    @Autowired
    Imports imports;

    @Autowired
    EventFixture events;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    OrganizationId organization = OrganizationId.next();
    Actor owner = Actor.ANONYMOUS;

    @BeforeEach
    void anOrganizationWithItsOwner() {
        organization = events.organization();
        owner = EventFixture.owner(organization);
    }

    @Test
    void conferences_of_many_topics_come_in_once_and_a_second_run_changes_nothing() throws IOException {
        String some = Files.readAllLines(DATA.resolve("conferences.jsonl")).stream()
                .filter(line -> line.contains("\"name\": \"Dev"))
                .collect(Collectors.joining("\n"));
        comeInOnce(some.getBytes(StandardCharsets.UTF_8), 516, 481);
    }

    @Test
    @Tag("long")
    void and_so_do_all_there_were() throws IOException {
        comeInOnce(Files.readAllBytes(DATA.resolve("conferences.jsonl")), 6831, 6006);
    }

    private void comeInOnce(byte[] conferences, int rows, int different) {
        ImportView first = finished(start(ImportFormat.NDJSON, conferences));
        assertThat(first.rowsTotal()).isEqualTo(rows);
        assertThat(first.rejected()).isEmpty();
        assertThat(first.created()).isEqualTo(different);
        assertThat(first.merged()).isEqualTo(rows - different);
        assertThat(first.rowsDone()).isEqualTo(rows);

        ImportView second = finished(start(ImportFormat.NDJSON, conferences));
        assertThat(second.created()).isZero();
        assertThat(second.updated()).isZero();
        assertThat(second.unchanged()).isEqualTo(different);

        assertThat(count("true")).isEqualTo(different);
        assertThat(count("state not in ('published', 'live', 'ended')")).isZero();
        assertThat(count("state = 'ended' and ends_at > now()")).isZero();
        assertThat(jdbcCount(
                        "select count(*) from (select slug from event.events group by slug having count(*) > 1) d"))
                .isZero();
        assertThat(count("cardinality(tags) > 1"))
                .as("one event under several topics")
                .isPositive();
        assertThat(jdbcCount("select count(*) from notification.mails where organization_id = '" + organization + "'"))
                .isZero();
    }

    @Test
    void rows_as_people_typed_them_come_in_or_say_why_not() throws IOException {
        ImportView run = start(ImportFormat.CSV, Files.readAllBytes(DATA.resolve("python-events.csv")));
        assertThat(run.state()).isEqualTo(ImportState.DONE);
        assertThat(run.created() + run.merged() + run.rejected().size()).isEqualTo(85);
        assertThat(run.rejected()).extracting(ImportView.Rejection::code).containsOnly("end_before_start");
        assertThat(run.rejected()).hasSize(1);
        assertThat(zone("PyTexas")).isEqualTo("America/Chicago");
        assertThat(zone("PyCon Taiwan")).isEqualTo("Asia/Taipei");
    }

    @Test
    void a_corrected_mapping_is_followed() {
        String csv = "Was;Wann;Wo\nLichterfest;18.06.2031;Lisbon\n";
        ImportView run = acting.as(
                owner,
                () -> imports.start(
                        organization,
                        new Upload(
                                "feste.csv",
                                ImportFormat.CSV,
                                csv.getBytes(StandardCharsets.UTF_8),
                                "title:Was,startsAt:Wann,city:Wo",
                                "Europe/Lisbon")));
        assertThat(run.created()).isOne();
        assertThat(count("title = 'Lichterfest' and all_day and city = 'Lisbon' and state = 'published'"))
                .isOne();
    }

    @Test
    void a_changed_row_changes_its_event() {
        start(
                ImportFormat.CSV,
                "name,startDate,city,venue\nPyDay,2031-03-01,Porto,Old hall\n".getBytes(StandardCharsets.UTF_8));
        ImportView again = start(
                ImportFormat.CSV,
                "name,startDate,city,venue\npyday,2031-03-01, porto ,New hall\n".getBytes(StandardCharsets.UTF_8));
        assertThat(again.updated()).isOne();
        assertThat(count("venue = 'New hall'")).isOne();
    }

    @Test
    void a_file_without_a_start_is_refused_at_its_mapping() {
        assertThatThrownBy(() -> start(ImportFormat.CSV, "name,city\nX,Porto\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(InvalidInput.Problem::code)
                                .containsExactly("no_start_column"));
    }

    @Test
    void what_is_no_text_is_refused() {
        for (byte[] bytes : new byte[][] {{'a', 0, 'b'}, {(byte) 0xc3, (byte) 0x28}, {}}) {
            assertThatThrownBy(() -> start(ImportFormat.CSV, bytes)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void broken_lines_are_refused_one_by_one() {
        String lines =
                "{\"name\":\"Fine\",\"startDate\":\"2031-05-05\"}\n{broken\n[1]\n{\"name\":\"No date\"}\n{\"name\":\"Unclear\",\"startDate\":\"3/4/2031\"}\n";
        ImportView run = start(ImportFormat.NDJSON, lines.getBytes(StandardCharsets.UTF_8));
        assertThat(run.created()).isOne();
        assertThat(run.rejected())
                .extracting(ImportView.Rejection::line, ImportView.Rejection::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "broken_line"),
                        org.assertj.core.groups.Tuple.tuple(3, "broken_line"),
                        org.assertj.core.groups.Tuple.tuple(4, "required"),
                        org.assertj.core.groups.Tuple.tuple(5, "unclear_date"));
    }

    @Test
    void only_owners_and_administrators_import() {
        Actor member = EventFixture.person(organization, OrganizationRole.MEMBER);
        for (Actor actor : new Actor[] {member, EventFixture.stranger(), Actor.ANONYMOUS}) {
            assertThatThrownBy(() -> acting.as(actor, () -> imports.latest(organization)))
                    .isInstanceOf(Refusal.class);
        }
    }

    private ImportView start(ImportFormat format, byte[] bytes) {
        return acting.as(owner, () -> imports.start(organization, new Upload("file", format, bytes, null, "UTC")));
    }

    private ImportView finished(ImportView run) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> read(run.id()).state() == ImportState.DONE);
        return read(run.id());
    }

    private ImportView read(UUID id) {
        return acting.as(owner, () -> imports.find(organization, id));
    }

    private int count(String condition) {
        return jdbcCount(
                "select count(*) from event.events where organization_id = '" + organization + "' and " + condition);
    }

    private int jdbcCount(String sql) {
        Integer count = acting.asPlatform(() ->
                transaction.execute(status -> jdbc.sql(sql).query(Integer.class).single()));
        return count == null ? -1 : count;
    }

    private @Nullable String zone(String title) {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql(
                        "select time_zone from event.events where organization_id = ? and title = ? order by starts_at limit 1")
                .params(organization.value(), title)
                .query(String.class)
                .single()));
    }
}
