package io.marquee.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.marquee.platform.config.Login;
import io.marquee.platform.config.Settings;
import io.marquee.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTests {
    @TempDir
    private Path data;

    private final Map<String, String> environment = new HashMap<>();

    private record Report(int exitCode, String text) {}

    @Test
    void a_fresh_installation_is_well() {
        Report report = examine();
        assertThat(report.exitCode()).isZero();
        assertThat(report.text())
                .contains("ok    configuration: production")
                .contains("ok    database: none yet")
                .contains("warn  mail: stays in the outbox  — set MARQUEE_SMTP_URL")
                .contains("ok    secrets:")
                .contains("ok    clock: ");
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void a_secret_that_others_can_read_is_a_failure() throws IOException {
        examine();
        Files.setPosixFilePermissions(data.resolve("secret"), PosixFilePermissions.fromString("rw-r--r--"));
        Report report = examine();
        assertThat(report.exitCode()).isEqualTo(Doctor.FAILED);
        assertThat(report.text()).contains("fail  secret: others can read").contains("— chmod 600 ");
    }

    @Test
    void a_migrated_database_outside_is_well_but_for_what_tests_switch_off() {
        use(TestDatabase.fresh());
        Report report = examine();
        assertThat(report.text())
                .contains("ok    migrations: all applied")
                .contains("ok    row-level security: binds the role marquee_app")
                .contains("ok    database clock: ")
                .contains("fail  durability: fsync is off  — switch it on");
        assertThat(report.exitCode()).isEqualTo(Doctor.FAILED);
    }

    @Test
    void a_role_past_row_level_security_is_a_failure() {
        TestDatabase database = TestDatabase.fresh();
        use(new TestDatabase(database.owner(), database.superuserHere()));
        assertThat(examine().text()).contains("fail  row-level security: does not bind the role postgres");
    }

    @Test
    void a_database_that_is_away_is_a_failure() {
        Login away = new Login("jdbc:postgresql://localhost:1/away", "me", "pw");
        use(new TestDatabase(away, away));
        Report report = examine();
        assertThat(report.exitCode()).isEqualTo(Doctor.FAILED);
        assertThat(report.text()).contains("fail  database: cannot be reached").contains("MARQUEE_DATABASE_URL");
    }

    @Test
    void a_mail_server_that_answers_is_well_and_one_that_refuses_is_not() {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            server.setUser("me@example.org", "me", "pw");
            String host = "localhost:" + server.getSmtp().getPort();
            environment.put("MARQUEE_SMTP_URL", "smtp://me:pw@" + host);
            assertThat(examine().text()).contains("ok    mail: smtp://" + host + " answers");
            environment.put("MARQUEE_SMTP_URL", "smtp://me:wrong@" + host);
            assertThat(examine().text()).contains("fail  mail: smtp://" + host + " refuses the login");
        } finally {
            server.stop();
        }
        environment.put("MARQUEE_SMTP_URL", "smtp://localhost:1");
        Report report = examine();
        assertThat(report.exitCode()).isEqualTo(Doctor.FAILED);
        assertThat(report.text()).contains("fail  mail: smtp://localhost:1 cannot be reached");
    }

    @Test
    void a_disk_that_fills_up_warns_before_it_fails() {
        assertThat(StorageCheck.space(100L << 20).grade()).isEqualTo(Finding.Grade.FAIL);
        assertThat(StorageCheck.space(1L << 30).grade()).isEqualTo(Finding.Grade.WARN);
        assertThat(StorageCheck.space(10L << 30).grade()).isEqualTo(Finding.Grade.OK);
    }

    private void use(TestDatabase database) {
        environment.put("MARQUEE_SECRET", "a secret that only this test knows, and long enough");
        environment.put("MARQUEE_DATABASE_URL", url(database.owner()));
        environment.put("MARQUEE_DATABASE_APP_URL", url(database.app()));
    }

    private static String url(Login login) {
        return login.url() + "?user=" + login.user() + "&password=" + login.password();
    }

    private Report examine() {
        environment.put("MARQUEE_DATA", data.toString());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exitCode =
                Doctor.examine(Settings.from(environment), new PrintStream(printed, true, StandardCharsets.UTF_8));
        return new Report(exitCode, printed.toString(StandardCharsets.UTF_8));
    }
}
