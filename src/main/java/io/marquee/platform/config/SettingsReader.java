package io.marquee.platform.config;

import io.marquee.platform.config.Settings.Administrator;
import io.marquee.platform.config.Settings.Database;
import io.marquee.platform.config.Settings.Logs;
import io.marquee.platform.config.Settings.Redis;
import io.marquee.platform.config.Settings.Smtp;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the environment into settings, or refuses with a sentence about the first value that cannot be used. */
final class SettingsReader {
    private static final int SHORTEST_PASSWORD = 10;
    private static final int SHORTEST_TOKEN = 16;

    private final Environment environment;

    SettingsReader(Environment environment) {
        this.environment = environment;
    }

    Settings read() {
        boolean production = environment
                .choice("MARQUEE_ENV", "production", "production", "development")
                .equals("production");
        int port = environment.port("MARQUEE_PORT", 8080);
        URI baseUrl = baseUrl(port);
        Database database = database();
        Smtp smtp = smtp();
        String mailFrom = mailFrom(baseUrl);
        Settings.Mailing mailing = new MailReader(environment).read(smtp, mailFrom);
        Administrator administrator = administrator();
        String metricsToken = metricsToken();
        boolean sandbox = environment.isOn("MARQUEE_SANDBOX", true);
        Settings.Stripe stripe = new StripeReader(environment).read();
        Settings.Wallets wallets = new WalletReader(environment).read();
        Redis redis = redis();
        S3Storage s3 = new S3Reader(environment).read();
        boolean behindProxy = environment.isOn("MARQUEE_PROXY", false);
        Logs logs = logs(production);
        // what touches the disk comes last: a wrong value elsewhere leaves nothing behind
        Path data = data();
        MasterSecret secret = secret(data, production && database != null);
        return new Settings(
                production,
                logs,
                port,
                data,
                baseUrl,
                behindProxy,
                database,
                smtp,
                mailFrom,
                mailing,
                administrator,
                secret,
                sandbox,
                metricsToken,
                api(),
                stripe,
                wallets,
                redis,
                s3);
    }

    /** Writes cost more than reads: unless told otherwise a client may do a quarter as many. */
    private Settings.Api api() {
        int requests = perMinute("MARQUEE_RATE_LIMIT", "1200", "API requests");
        int writes = perMinute(
                "MARQUEE_WRITE_LIMIT", requests == 0 ? "off" : String.valueOf(Math.max(1, requests / 4)), "writes");
        return new Settings.Api(requests, writes, corsOrigins());
    }

    private int perMinute(String name, String otherwise, String what) {
        String value = environment.text(name, otherwise);
        if (value.equals("off")) return 0;
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new WrongSetting(name + " is “" + value + "”, but must be a number of " + what
                    + " a minute for one client, such as " + otherwise + ", or off.");
        }
        return Integer.parseInt(value);
    }

    private List<String> corsOrigins() {
        String value = environment.text("MARQUEE_CORS_ORIGINS", "");
        List<String> origins = Arrays.stream(value.split("[,\\s]+"))
                .filter(origin -> !origin.isEmpty())
                .toList();
        for (String origin : origins) {
            if (!origin.matches("https?://[^/\\s*]+")) {
                throw new WrongSetting("MARQUEE_CORS_ORIGINS has “" + origin
                        + "”, but each must be an origin such as https://www.example.org, without a path.");
            }
        }
        return origins;
    }

    private Logs logs(boolean production) {
        return Logs.valueOf(environment
                .choice("MARQUEE_LOG", production ? "json" : "text", "json", "text", "file")
                .toUpperCase(Locale.ROOT));
    }

    private URI baseUrl(int port) {
        String value = environment.text("MARQUEE_BASE_URL", "http://localhost:" + port);
        String example = "https://tickets.example.org, without a path";
        ServiceUrl url = ServiceUrl.parse("MARQUEE_BASE_URL", value, example, List.of("http", "https"));
        if (!url.path().matches("/?") || !url.query().isEmpty() || url.user() != null || value.contains("#")) {
            throw new WrongSetting("MARQUEE_BASE_URL is “" + value + "”, but must be of the form " + example + ".");
        }
        String colon = url.port() < 0 ? "" : ":" + url.port();
        return URI.create(url.scheme() + "://" + url.host().toLowerCase(Locale.ROOT) + colon);
    }

    private @Nullable Database database() {
        String owner = environment.text("MARQUEE_DATABASE_URL");
        String app = environment.text("MARQUEE_DATABASE_APP_URL");
        if (owner == null && app != null) {
            throw new WrongSetting("MARQUEE_DATABASE_APP_URL is set, but MARQUEE_DATABASE_URL is not:"
                    + " the one that migrates is needed too.");
        }
        if (owner == null) return null;
        return new Database(
                DatabaseUrl.parse("MARQUEE_DATABASE_URL", owner),
                app == null ? null : DatabaseUrl.parse("MARQUEE_DATABASE_APP_URL", app));
    }

    private @Nullable Smtp smtp() {
        String value = environment.text("MARQUEE_SMTP_URL");
        if (value == null) return null;
        String example = "smtp://user:password@host:587 or smtps://user:password@host:465";
        ServiceUrl url = ServiceUrl.parse("MARQUEE_SMTP_URL", value, example, List.of("smtp", "smtps"));
        boolean tls = url.scheme().equals("smtps");
        return new Smtp(url.host(), url.portOr(tls ? 465 : 587), url.user(), url.password(), tls);
    }

    private @Nullable Redis redis() {
        String value = environment.text("MARQUEE_REDIS_URL");
        if (value == null) return null;
        String example = "redis://user:password@host:6379 or rediss://user:password@host:6379";
        ServiceUrl url = ServiceUrl.parse("MARQUEE_REDIS_URL", value, example, List.of("redis", "rediss"));
        return new Redis(
                url.host(),
                url.portOr(6379),
                url.user(),
                url.password(),
                url.scheme().equals("rediss"));
    }

    private String mailFrom(URI baseUrl) {
        String value = environment.text("MARQUEE_MAIL_FROM", "Marquee <no-reply@" + baseUrl.getHost() + ">");
        if (!isAddress(value)) {
            throw new WrongSetting("MARQUEE_MAIL_FROM is “" + value
                    + "”, but must be one mail address, such as Concerts <tickets@example.org>.");
        }
        return value;
    }

    private @Nullable Administrator administrator() {
        String email = environment.text("MARQUEE_ADMIN_EMAIL");
        String password = environment.text("MARQUEE_ADMIN_PASSWORD");
        if (email == null && password == null) return null;
        if (email == null || password == null) {
            throw new WrongSetting("MARQUEE_ADMIN_EMAIL and MARQUEE_ADMIN_PASSWORD come together, but "
                    + (email == null ? "the address" : "the password") + " is missing.");
        }
        if (!isAddress(email) || email.contains("<")) {
            throw new WrongSetting("MARQUEE_ADMIN_EMAIL is “" + email + "”, but must be a mail address.");
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw new WrongSetting(
                    "MARQUEE_ADMIN_PASSWORD is too short: it needs at least " + SHORTEST_PASSWORD + " characters.");
        }
        return new Administrator(email, password);
    }

    private static boolean isAddress(String value) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(value, true);
            if (addresses.length != 1) return false;
            addresses[0].validate();
            return addresses[0].getAddress().contains("@");
        } catch (AddressException e) {
            return false;
        }
    }

    private @Nullable String metricsToken() {
        String token = environment.text("MARQUEE_METRICS_TOKEN");
        if (token != null && token.length() < SHORTEST_TOKEN) {
            throw new WrongSetting(
                    "MARQUEE_METRICS_TOKEN is too short: it needs at least " + SHORTEST_TOKEN + " characters.");
        }
        return token;
    }

    private Path data() {
        String value = environment.text("MARQUEE_DATA", "./data");
        try {
            Path data = Path.of(value).toAbsolutePath().normalize();
            Files.createDirectories(data);
            if (Files.isWritable(data)) return data;
        } catch (IOException | InvalidPathException e) {
            throw new WrongSetting("MARQUEE_DATA is “" + value + "”, but no folder can be made there.");
        }
        throw new WrongSetting("MARQUEE_DATA is “" + value + "”, but that folder may not be written to.");
    }

    private MasterSecret secret(Path data, boolean required) {
        String value = environment.text("MARQUEE_SECRET");
        if (value == null && required) {
            throw new WrongSetting("MARQUEE_SECRET is not set: in production with MARQUEE_DATABASE_URL every node needs"
                    + " the same one, of at least " + MasterSecret.SHORTEST + " characters.");
        }
        if (value == null) return new MasterSecret(generated(data));
        if (value.length() < MasterSecret.SHORTEST) {
            throw new WrongSetting(
                    "MARQUEE_SECRET is too short: it needs at least " + MasterSecret.SHORTEST + " characters.");
        }
        return new MasterSecret(value);
    }

    private static String generated(Path data) {
        Path file = data.resolve("secret");
        try {
            String secret = new SecretFile(file).read();
            if (secret.length() >= MasterSecret.SHORTEST) return secret;
        } catch (UncheckedIOException e) {
            throw new WrongSetting("MARQUEE_SECRET is not set, and " + file + " can be neither read nor made.");
        }
        throw new WrongSetting("MARQUEE_SECRET is not set, and " + file + " holds less than " + MasterSecret.SHORTEST
                + " characters.");
    }
}
