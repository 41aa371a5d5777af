package io.marquee.wallet;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.Settings.ApplePasses;
import io.marquee.platform.config.Settings.GooglePasses;
import io.marquee.platform.config.Settings.Wallets;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Apple and Google by HTTP. Apple's push wants HTTP/2 and the pass certificate as the client's; Google an access token for the service
 * account, good for an hour.
 */
@Component
class HttpTellers implements WalletTellers {
    private static final Logger LOG = LoggerFactory.getLogger(HttpTellers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TOKENS_LAST = Duration.ofMinutes(50);
    private static final String SCOPE = "https://www.googleapis.com/auth/wallet_object.issuer";

    private final Wallets wallets;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient client;
    private volatile @Nullable Granted granted;

    HttpTellers(Settings settings, JsonMapper json, Clock clock) {
        this.wallets = settings.wallets();
        this.json = json;
        this.clock = clock;
        this.client = client(wallets.apple());
    }

    private record Granted(String token, Instant until) {}

    @Override
    public Outcome push(String phone) {
        ApplePasses apple = wallets.apple();
        if (apple == null) return Outcome.TOLD;
        return asked(HttpRequest.newBuilder(
                        apple.push().resolve("/3/device/" + URLEncoder.encode(phone, StandardCharsets.UTF_8)))
                .header("apns-topic", apple.type())
                .POST(BodyPublishers.ofString("{}")));
    }

    @Override
    public Outcome update(PassFacts facts) {
        GooglePasses google = wallets.google();
        if (google == null) return Outcome.TOLD;
        Outcome known = patched(
                google,
                "eventTicketClass/" + GooglePass.classId(facts, google.issuer()),
                GooglePass.classOf(facts, google.issuer()));
        if (known == Outcome.LATER) return known;
        return patched(
                google,
                "eventTicketObject/" + GooglePass.objectId(facts.serial(), google.issuer()),
                GooglePass.objectOf(facts, google.issuer()));
    }

    /** What nobody saved is not there: 404 is an answer. */
    private Outcome patched(GooglePasses google, String path, Map<String, Object> body) {
        String token = token(google);
        return token == null
                ? Outcome.LATER
                : asked(HttpRequest.newBuilder(google.api().resolve("/walletobjects/v1/" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }

    private @Nullable String token(GooglePasses google) {
        Granted last = granted;
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.until())) return last.token();
        String assertion = SignedToken.of(
                Map.of(
                        "iss",
                        google.account(),
                        "scope",
                        SCOPE,
                        "aud",
                        google.tokens().toString(),
                        "iat",
                        now.getEpochSecond(),
                        "exp",
                        now.plusSeconds(3600).getEpochSecond()),
                google.key(),
                json);
        HttpResponse<String> answer = sent(HttpRequest.newBuilder(google.tokens())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion)));
        if (answer == null || answer.statusCode() != 200) return null;
        JsonNode body = json.readTree(answer.body());
        String token = body.path("access_token").asString("");
        if (token.isEmpty()) return null;
        granted = new Granted(token, now.plus(TOKENS_LAST));
        return token;
    }

    private Outcome asked(HttpRequest.Builder request) {
        HttpResponse<String> answer = sent(request);
        if (answer == null || answer.statusCode() == 429 || answer.statusCode() >= 500) return Outcome.LATER;
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            LOG.warn("{} refuses our key: {}", answer.uri().getHost(), answer.statusCode());
            granted = null;
            return Outcome.LATER;
        }
        if (answer.statusCode() == 410) return Outcome.GONE;
        if (answer.statusCode() != 400) return Outcome.TOLD;
        // a phone that is none, or something about us: then no phone is to be forgotten
        if (answer.body().contains("BadDeviceToken")) return Outcome.GONE;
        LOG.warn("{} does not understand us: {}", answer.uri().getHost(), answer.body());
        return Outcome.LATER;
    }

    private @Nullable HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            LOG.info("a wallet's server does not answer: {}", e.getClass().getSimpleName());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static HttpClient client(@Nullable ApplePasses apple) {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
        return (apple == null ? client : client.sslContext(proving(apple))).build();
    }

    private static SSLContext proving(ApplePasses apple) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("pass", apple.key(), new char[0], apple.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the pass certificate cannot be used for pushes", e);
        }
    }
}
