package io.marquee.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.platform.config.Settings.Logs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {
    private static final String SECRET = "0123456789 0123456789 0123456789";

    @TempDir
    private Path folder;

    @Test
    void nothing_set_is_production_on_the_embedded_database() {
        Settings settings = read();
        assertThat(settings.production()).isTrue();
        assertThat(settings.logs()).isEqualTo(Logs.JSON);
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.baseUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.database()).isNull();
        assertThat(settings.smtp()).isNull();
        assertThat(settings.administrator()).isNull();
        assertThat(settings.sandbox()).isTrue();
        assertThat(settings.behindProxy()).isFalse();
        assertThat(settings.metricsToken()).isNull();
        assertThat(settings.mailFrom()).isEqualTo("Marquee <no-reply@localhost>");
    }

    @Test
    void files_lie_in_a_bucket_where_one_is_named() throws IOException {
        assertThat(read().s3()).isNull();
        Path key = Files.writeString(folder.resolve("s3"), "very secret\n");
        S3Storage s3 = read(
                        "MARQUEE_S3_BUCKET", "marquee-files",
                        "MARQUEE_S3_ENDPOINT", "http://minio:9000/",
                        "MARQUEE_S3_ACCESS_KEY", "marquee",
                        "MARQUEE_S3_SECRET_KEY_FILE", key.toString())
                .s3();
        assertThat(s3)
                .isEqualTo(new S3Storage(
                        "marquee-files",
                        URI.create("http://minio:9000"),
                        "us-east-1",
                        "marquee",
                        "very secret",
                        true,
                        ""))
                .hasToString("s3://marquee-files at http://minio:9000");
        assertThat(Objects.requireNonNull(read(
                                "MARQUEE_S3_BUCKET", "marquee-files",
                                "MARQUEE_S3_REGION", "eu-central-1",
                                "MARQUEE_S3_ACCESS_KEY", "a",
                                "MARQUEE_S3_SECRET_KEY", "b")
                        .s3()))
                .as("Amazon’s own")
                .isEqualTo(new S3Storage("marquee-files", null, "eu-central-1", "a", "b", false, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "MARQUEE_S3_ENDPOINT,https://s3.example.org",
        "MARQUEE_S3_SECRET_KEY,hidden",
        "MARQUEE_S3_BUCKET,marquee-files"
    })
    void half_of_a_bucket_is_refused_without_its_keys(String name, String value) {
        assertThatThrownBy(() -> read(name, value))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "MARQUEE_S3_BUCKET,Not_A_Bucket",
        "MARQUEE_S3_ENDPOINT,https://s3.example.org/path",
        "MARQUEE_S3_ENDPOINT,s3.example.org",
        "MARQUEE_S3_REGION,Somewhere!",
        "MARQUEE_S3_PREFIX,staging",
        "MARQUEE_S3_PATH_STYLE,maybe"
    })
    void a_bucket_that_cannot_be_is_refused(String name, String value) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "MARQUEE_DATA", folder.toString(),
                "MARQUEE_S3_BUCKET", "files",
                "MARQUEE_S3_ACCESS_KEY", "a",
                "MARQUEE_S3_SECRET_KEY", "b"));
        environment.put(name, value);
        assertThatThrownBy(() -> Settings.from(environment))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(name);
    }

    @Test
    void development_logs_for_people() {
        Settings settings = read("MARQUEE_ENV", "development");
        assertThat(settings.production()).isFalse();
        assertThat(settings.logs()).isEqualTo(Logs.TEXT);
    }

    @Test
    void the_address_follows_the_port_unless_it_is_given() {
        assertThat(read("MARQUEE_PORT", "9000").baseUrl()).isEqualTo(URI.create("http://localhost:9000"));
        assertThat(read("MARQUEE_PORT", "9000", "MARQUEE_BASE_URL", "https://Tickets.Example.org/")
                        .baseUrl())
                .isEqualTo(URI.create("https://tickets.example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "80 80", "http", "99999999999"})
    void a_port_is_a_number_in_range(String port) {
        assertRefused("MARQUEE_PORT", port, "from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tickets.example.org",
                "ftp://example.org",
                "https://example.org/shop",
                "https://example.org?x=1",
                "https://u@example.org",
                "https://example.org#top",
                "https://"
            })
    void an_address_is_http_and_has_no_path(String address) {
        assertRefused("MARQUEE_BASE_URL", address, "https://tickets.example.org");
    }

    @ParameterizedTest
    @CsvSource({"MARQUEE_ENV,staging", "MARQUEE_SANDBOX,yes", "MARQUEE_PROXY,1", "MARQUEE_LOG,xml"})
    void a_choice_is_one_of_the_listed_words(String name, String value) {
        assertRefused(name, value, "must be");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://me:p%40ss%2Fword@db.example.org/tickets, jdbc:postgresql://db.example.org:5432/tickets",
        "postgresql://me:p%40ss%2Fword@db:6432/tickets?sslmode=require,"
                + " jdbc:postgresql://db:6432/tickets?sslmode=require",
        "jdbc:postgresql://db/tickets?user=me&password=p%40ss%2Fword&sslmode=require,"
                + " jdbc:postgresql://db:5432/tickets?sslmode=require"
    })
    void a_database_is_named_in_either_form(String value, String url) {
        Settings.Database database =
                read("MARQUEE_DATABASE_URL", value, "MARQUEE_SECRET", SECRET).database();
        assertThat(database).isNotNull();
        assertThat(database.owner()).isEqualTo(new Login(url, "me", "p@ss/word"));
        assertThat(database.owner().toString()).doesNotContain("p@ss/word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://me:hush@db/x",
                "postgres://db/tickets",
                "postgres://me@db/tickets",
                "postgres://me:hush@db",
                "postgres://me:hush@db/",
                "postgres://me:hu sh@db/x",
                "postgres://me:hush@db:99999/x"
            })
    void a_database_without_login_or_name_is_refused_without_repeating_the_password(String value) {
        assertThatThrownBy(() -> read("MARQUEE_DATABASE_URL", value, "MARQUEE_SECRET", SECRET))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("MARQUEE_DATABASE_URL")
                .hasMessageNotContaining("hush");
    }

    @Test
    void the_application_login_needs_the_migrating_one() {
        assertRefused("MARQUEE_DATABASE_APP_URL", "postgres://a:b@db/x", "MARQUEE_DATABASE_URL");
    }

    @Test
    void production_on_a_database_outside_needs_the_secret() {
        assertThatThrownBy(() -> read("MARQUEE_DATABASE_URL", "postgres://me:pw@db/x"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("MARQUEE_SECRET is not set");
        assertThat(folder.resolve("data/secret")).doesNotExist();
    }

    @Test
    void a_secret_is_long() {
        assertRefused("MARQUEE_SECRET", "short", "at least 32 characters");
    }

    @Test
    void a_generated_secret_stays_and_is_the_owners_alone() throws IOException {
        byte[] first = read().secret().keyFor("tests");
        assertThat(read().secret().keyFor("tests")).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void each_purpose_has_a_key_of_its_own() {
        MasterSecret secret = read("MARQUEE_SECRET", SECRET).secret();
        assertThat(secret.keyFor("orders")).hasSize(32).isNotEqualTo(secret.keyFor("holds"));
        assertThat(secret.toString()).doesNotContain("0123");
    }

    @Test
    void a_value_may_stand_in_a_mounted_file() throws IOException {
        Path file = Files.writeString(folder.resolve("mounted"), SECRET + "\n");
        assertThat(read("MARQUEE_SECRET_FILE", file.toString()).secret().keyFor("x"))
                .isEqualTo(read("MARQUEE_SECRET", SECRET).secret().keyFor("x"));
        assertRefused("MARQUEE_SECRET_FILE", folder.resolve("absent").toString(), "cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.org, mail.example.org, 587, , , false",
        "smtp://mail.example.org:25, mail.example.org, 25, , , false",
        "smtps://me%40example.org:p%3Aw@mail.example.org, mail.example.org, 465, me@example.org, p:w, true"
    })
    void a_mail_server(String value, String host, int port, String user, String password, boolean tls) {
        assertThat(read("MARQUEE_SMTP_URL", value).smtp())
                .isEqualTo(new Settings.Smtp(host, port, user, password, tls));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org:25", "http://mail.example.org", "smtp://"})
    void a_mail_server_is_named_by_a_url(String value) {
        assertRefused("MARQUEE_SMTP_URL", value, "smtp://user:password@host:587");
    }

    @Test
    void redis_is_named_by_a_url() {
        assertThat(read().redis()).isNull();
        assertThat(read("MARQUEE_REDIS_URL", "rediss://me:p%40ss@cache.example.org")
                        .redis())
                .isEqualTo(new Settings.Redis("cache.example.org", 6379, "me", "p@ss", true));
        assertRefused("MARQUEE_REDIS_URL", "cache:6379", "redis://user:password@host:6379");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@b, c@d", "@example.org"})
    void a_sender_is_one_mail_address(String value) {
        assertRefused("MARQUEE_MAIL_FROM", value, "one mail address");
    }

    @Test
    void the_administrator_has_address_and_password() {
        assertThat(read("MARQUEE_ADMIN_EMAIL", "ada@example.org", "MARQUEE_ADMIN_PASSWORD", "correct horse")
                        .administrator())
                .isEqualTo(new Settings.Administrator("ada@example.org", "correct horse"));
        assertRefused("MARQUEE_ADMIN_EMAIL", "ada@example.org", "the password is missing");
        assertRefused("MARQUEE_ADMIN_PASSWORD", "correct horse", "the address is missing");
        assertThatThrownBy(() -> read("MARQUEE_ADMIN_EMAIL", "ada", "MARQUEE_ADMIN_PASSWORD", "correct horse"))
                .hasMessageContaining("must be a mail address");
        assertThatThrownBy(() -> read("MARQUEE_ADMIN_EMAIL", "ada@example.org", "MARQUEE_ADMIN_PASSWORD", "short"))
                .hasMessageContaining("at least 10 characters")
                .hasMessageNotContaining("“short”");
    }

    @Test
    void a_data_folder_can_be_made() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused("MARQUEE_DATA", file.resolve("below").toString(), "no folder can be made");
    }

    @Test
    void a_metrics_token_is_long() {
        assertRefused("MARQUEE_METRICS_TOKEN", "short", "at least 16 characters");
    }

    @Test
    void a_blank_value_counts_as_not_set() {
        assertThat(read("MARQUEE_PORT", " ").port()).isEqualTo(8080);
    }

    @Test
    void without_a_key_nothing_is_paid_through_stripe() {
        assertThat(read().stripe()).isNull();
    }

    @Test
    void a_key_of_stripe_is_all_that_stripe_needs() {
        Settings.Stripe stripe = Objects.requireNonNull(
                read("MARQUEE_STRIPE_SECRET_KEY", "sk_test_1").stripe());
        assertThat(stripe.secretKey()).isEqualTo("sk_test_1");
        assertThat(stripe.publishableKey()).isNull();
        assertThat(stripe.webhookSecrets()).isEmpty();
        assertThat(stripe.api()).isEqualTo(URI.create("https://api.stripe.com"));
        assertThat(stripe.script()).isEqualTo(URI.create("https://js.stripe.com/dahlia/stripe.js"));
        assertThat(stripe.connect()).isEqualTo(Settings.Stripe.Connect.OFF);
        assertThat(stripe.toString()).doesNotContain("sk_test_1");
    }

    @Test
    void each_webhook_endpoint_of_stripe_has_a_secret_of_its_own() {
        Settings.Stripe stripe = Objects.requireNonNull(read(
                        "MARQUEE_STRIPE_SECRET_KEY", "rk_live_1",
                        "MARQUEE_STRIPE_PUBLISHABLE_KEY", "pk_live_1",
                        "MARQUEE_STRIPE_WEBHOOK_SECRET", "whsec_1, whsec_2",
                        "MARQUEE_STRIPE_API", "http://localhost:9090/",
                        "MARQUEE_STRIPE_CONNECT", "direct")
                .stripe());
        assertThat(stripe.webhookSecrets()).containsExactly("whsec_1", "whsec_2");
        assertThat(stripe.api()).isEqualTo(URI.create("http://localhost:9090"));
        assertThat(stripe.connect()).isEqualTo(Settings.Stripe.Connect.DIRECT);
    }

    @ParameterizedTest
    @CsvSource({
        "MARQUEE_STRIPE_SECRET_KEY, pk_test_1, begins with sk_",
        "MARQUEE_STRIPE_PUBLISHABLE_KEY, sk_test_2, begins with pk_",
        "MARQUEE_STRIPE_PUBLISHABLE_KEY, pk_live_2, is of live mode",
        "MARQUEE_STRIPE_WEBHOOK_SECRET, secret, begins with whsec_",
        "MARQUEE_STRIPE_API, http://stripe.example.org, http on this machine",
        "MARQUEE_STRIPE_SCRIPT, js.stripe.com, https://js.stripe.com",
        "MARQUEE_STRIPE_CONNECT, maybe, off or direct or destination",
    })
    void what_stripe_would_refuse_is_refused_at_the_start(String name, String value, String reason) {
        assertThatThrownBy(() -> read("MARQUEE_STRIPE_SECRET_KEY", "sk_test_1", name, value))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(name)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("sk_test_2");
    }

    @Test
    void settings_of_stripe_without_its_key_are_refused() {
        assertRefused("MARQUEE_STRIPE_WEBHOOK_SECRET", "whsec_1", "MARQUEE_STRIPE_SECRET_KEY is not");
    }

    private void assertRefused(String name, String value, String reason) {
        assertThatThrownBy(() -> read(name, value))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining(name)
                .hasMessageContaining(reason);
    }

    private Settings read(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        environment.put("MARQUEE_DATA", folder.resolve("data").toString());
        for (int i = 0; i < namesAndValues.length; i += 2) environment.put(namesAndValues[i], namesAndValues[i + 1]);
        return Settings.from(environment);
    }
}
