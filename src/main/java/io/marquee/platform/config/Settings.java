package io.marquee.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decided, checked before the application starts. {@code docs/operation.md} describes each setting.
 *
 * @param production whether this is the real thing: stricter about secrets, and nothing is shown of errors
 * @param logs where the log goes and in which form
 * @param port the TCP port of pages and API
 * @param data the folder for everything that is kept: the embedded database, files, logs, the generated secret
 * @param baseUrl the address under which people reach this installation; it ends without a slash
 * @param behindProxy whether a reverse proxy in front states the real address and scheme of a request
 * @param database the database outside, or null for the embedded one
 * @param smtp the mail server, or null where mail stays in the outbox
 * @param mailFrom the sender of our mail, an address as in RFC 5322, with or without a name
 * @param mailing how fast mail goes, and who may tell of its fate
 * @param administrator whom to make administrator at the first start, or null
 * @param secret the installation's secret
 * @param sandbox whether the payment sandbox may be used
 * @param metricsToken the bearer token that opens the metrics from other machines, or null where nobody may
 * @param api limits of the API
 * @param stripe how to work with Stripe, or null where it is not used
 * @param wallets what makes passes of tickets
 * @param redis what carries news from node to node, or null where the database does
 * @param s3 where files lie, or null where they lie in the data folder
 */
public record Settings(
        boolean production,
        Logs logs,
        int port,
        Path data,
        URI baseUrl,
        boolean behindProxy,
        @Nullable Database database,
        @Nullable Smtp smtp,
        String mailFrom,
        Mailing mailing,
        @Nullable Administrator administrator,
        MasterSecret secret,
        boolean sandbox,
        @Nullable String metricsToken,
        Api api,
        @Nullable Stripe stripe,
        Wallets wallets,
        @Nullable Redis redis,
        @Nullable S3Storage s3) {

    /**
     * Reads the settings.
     *
     * @param environment the environment variables
     * @throws WrongSetting where a value cannot be used
     */
    public static Settings from(Map<String, String> environment) {
        return new SettingsReader(new Environment(environment)).read();
    }

    /**
     * Limits of the API.
     *
     * @param requestsPerMinute of one client, on one node; 0 for no limit
     * @param writesPerMinute of one client, on one node: of the API, and holds and places of pages; 0 for no limit
     * @param corsOrigins the origins whose pages may call it from a browser
     */
    public record Api(int requestsPerMinute, int writesPerMinute, List<String> corsOrigins) {}

    /**
     * The operator's account at Stripe.
     *
     * @param publishableKey lets Stripe's script work on our page, or null where buyers pay on Stripe's pages only
     * @param webhookSecrets what webhooks may be signed with: each endpoint there has one, and two while one is rolled
     * @param api where its API is; ends without a slash
     * @param script the script that draws the form on our page
     * @param connect whether organizers have accounts of their own there
     */
    public record Stripe(
            String secretKey,
            @Nullable String publishableKey,
            List<String> webhookSecrets,
            URI api,
            URI script,
            Connect connect) {

        public enum Connect {
            /** All money goes to the operator. */
            OFF,
            /** The organizer's account takes the money, and the operator's fee is kept from it. */
            DIRECT,
            /** The operator's account takes the money, and passes on what is the organizer's. */
            DESTINATION
        }

        @Override
        public String toString() {
            return "Stripe at " + api + ", connect " + connect;
        }
    }

    /** Null where there are no passes for phones of that kind. */
    public record Wallets(
            @Nullable ApplePasses apple, @Nullable GooglePasses google) {}

    /**
     * The operator's pass type at Apple.
     *
     * @param type its identifier, as its certificate names it
     * @param chain its certificate, and whoever issued it
     * @param push where Apple is told that passes changed
     */
    public record ApplePasses(String type, String team, List<X509Certificate> chain, PrivateKey key, URI push) {
        @Override
        public String toString() {
            return type;
        }
    }

    /**
     * The operator's issuer account at Google Wallet.
     *
     * @param account the service account's address, @param key with which it signs
     * @param tokens where it gets access for that
     */
    public record GooglePasses(String issuer, String account, PrivateKey key, URI tokens, URI api) {
        @Override
        public String toString() {
            return issuer;
        }
    }

    /** Where the log goes: to the console as JSON or as text for people, or to files in the data folder. */
    public enum Logs {
        JSON,
        TEXT,
        FILE
    }

    /**
     * A database outside.
     *
     * @param owner who migrates
     * @param app whom the application works as, or null where the owner makes that role
     */
    public record Database(Login owner, @Nullable Login app) {}

    /** @param tls whether the connection is TLS (rediss) */
    public record Redis(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            boolean tls) {
        @Override
        public String toString() {
            return (tls ? "rediss://" : "redis://") + host + ":" + port;
        }
    }

    /**
     * A mail server.
     *
     * @param user the name to log in with, or null for none
     * @param tls whether the connection is TLS from its first byte (smtps); otherwise STARTTLS is used where offered
     */
    public record Smtp(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            boolean tls) {
        private static final String TIMEOUT_MILLIS = "10000";

        /** What Jakarta Mail needs to know beside host, port and login; no wait is without an end. */
        public Map<String, String> properties() {
            return Map.of(
                    "mail.smtp.auth",
                    String.valueOf(user != null),
                    "mail.smtp.ssl.enable",
                    String.valueOf(tls),
                    "mail.smtp.starttls.enable",
                    String.valueOf(!tls),
                    "mail.smtp.connectiontimeout",
                    TIMEOUT_MILLIS,
                    "mail.smtp.timeout",
                    TIMEOUT_MILLIS,
                    "mail.smtp.writetimeout",
                    TIMEOUT_MILLIS);
        }

        @Override
        public String toString() {
            return (tls ? "smtps://" : "smtp://") + host + ":" + port;
        }
    }

    /**
     * How mail goes beside the server's address.
     *
     * @param perSecond of one node; 0 for no limit
     * @param resendSecret what Resend signs its webhooks with, or null where it is not used
     * @param postmarkPassword the password in the address that Postmark calls, or null where it is not used
     * @param provider who sends it instead of a mail server, or null
     * @param dkim how it is signed on its way to the mail server, or null where that is the server's business
     */
    public record Mailing(
            int perSecond,
            @Nullable String resendSecret,
            @Nullable String postmarkPassword,
            @Nullable MailProvider provider,
            @Nullable Dkim dkim) {
        @Override
        public String toString() {
            return perSecond + " mails a second";
        }
    }

    /**
     * Somebody who sends mail and is reached by HTTP.
     *
     * @param api where its interface is
     * @param key who we are there
     * @param optionalStream Postmark's name for the stream of what its recipients can end
     */
    public record MailProvider(Kind kind, URI api, String key, String optionalStream) {
        public enum Kind {
            RESEND,
            POSTMARK
        }

        @Override
        public String toString() {
            return api.getHost();
        }
    }

    /**
     * The key that signs our mail (RFC 6376).
     *
     * @param domain who signs, mostly that of the sender's address
     * @param selector which of the domain's keys it is: the public half is at {@code SELECTOR._domainkey.DOMAIN}
     * @param key RSA or Ed25519
     * @param published the public half as the DNS has it
     */
    public record Dkim(String domain, String selector, PrivateKey key, String published) {
        public boolean isRsa() {
            return key.getAlgorithm().equals("RSA");
        }

        /** Where the public half is published. */
        public String record() {
            return selector + "._domainkey." + domain;
        }

        @Override
        public String toString() {
            return record();
        }
    }

    /** Whether mail is sent at all; otherwise it stays in the outbox. */
    public boolean sendsMail() {
        return smtp != null || mailing.provider() != null;
    }

    /** Who takes our mail, for people; blank where nobody does. */
    public String mailRoute() {
        if (mailing.provider() != null) return mailing.provider().toString();
        else return smtp == null ? "" : smtp.toString();
    }

    /** Whom to make administrator at the first start. */
    public record Administrator(String email, String password) {
        @Override
        public String toString() {
            return email;
        }
    }
}
