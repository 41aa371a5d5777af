package io.marquee.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.MovingRule;
import io.marquee.ticketing.MovingRules;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passes as phones know them: their format and signature, and how they follow what happens. */
@MarqueeTest(
        settings = {
            "MARQUEE_APPLE_PASS_CERTIFICATE_FILE=target/wallet/certificate",
            "MARQUEE_APPLE_PASS_KEY_FILE=target/wallet/key",
            "MARQUEE_APPLE_PUSH_FILE=target/wallet/base",
            "MARQUEE_GOOGLE_WALLET_ISSUER=" + FakeWallets.ISSUER,
            "MARQUEE_GOOGLE_WALLET_ACCOUNT_FILE=target/wallet/account",
            "MARQUEE_GOOGLE_WALLET_API_FILE=target/wallet/base"
        })
class WalletTest {
    private static final FakeWallets FAKE = new FakeWallets();
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    OrderFixture orders;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PassNews news;

    @Autowired
    MovingRules rules;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    EventView event;
    TicketView ticket;
    String page;
    String phone;

    @BeforeEach
    void somebody_has_a_ticket() {
        event = fixture.event();
        ticket = door.ticket(event);
        page = "/orders/" + capabilities.tokenFor(ticket.hold().value()) + "/tickets/" + ticket.id();
        phone = "phone-" + UUID.randomUUID();
    }

    @Test
    void an_apple_pass_has_the_code_sums_of_its_files_and_the_operators_signature() throws Exception {
        Map<String, byte[]> files = taken();

        assertThat(files)
                .containsKeys("pass.json", "manifest.json", "signature", "icon.png", "icon@2x.png", "logo.png");
        JsonNode sums = JSON.readTree(files.get("manifest.json"));
        assertThat(sums.size()).isEqualTo(files.size() - 2);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (sums.has(file.getKey())) {
                byte[] sum = MessageDigest.getInstance("SHA-1").digest(file.getValue());
                assertThat(sums.path(file.getKey()).asString())
                        .isEqualTo(HexFormat.of().formatHex(sum));
            }
        }
        assertThat(isSigned(files.get("manifest.json"), files.get("signature"))).isTrue();
        assertThat(isSigned("{}".getBytes(StandardCharsets.UTF_8), files.get("signature")))
                .isFalse();

        JsonNode pass = JSON.readTree(files.get("pass.json"));
        assertThat(pass.path("passTypeIdentifier").asString()).isEqualTo(FakeWallets.TYPE);
        assertThat(pass.path("teamIdentifier").asString()).isEqualTo(FakeWallets.TEAM);
        assertThat(pass.path("serialNumber").asString()).isEqualTo(ticket.id() + ".1");
        assertThat(pass.path("webServiceURL").asString()).isEqualTo(settings.baseUrl() + "/wallet/apple");
        assertThat(pass.at("/barcodes/0/message").asString()).isEqualTo(ticket.qr());
        assertThat(pass.at("/eventTicket/primaryFields/0/value").asString())
                .isEqualTo(event.details().title());
        assertThat(pass.has("voided")).isFalse();
        assertThat(pass.path("backgroundColor").asString()).matches("rgb\\(\\d+, \\d+, \\d+\\)");
    }

    @Test
    void buttons_are_on_the_page_of_a_ticket_unless_only_moving_codes_count() throws Exception {
        assertThat(get(page).body()).contains("Add to Apple Wallet", "Add to Google Wallet");
        acting.as(EventFixture.owner(event.organization()), () -> rules.set(event, MovingRule.REQUIRED));
        assertThat(get(page).body()).doesNotContain("Wallet");
        assertThat(get(page + "/wallet/apple").statusCode()).isEqualTo(404);
        assertThat(get(page + "/wallet/samsung").statusCode()).isEqualTo(404);
    }

    @Test
    void the_mail_that_brings_a_ticket_has_the_way_into_a_wallet_too() throws Exception {
        EventView sold = fixture.event();
        OrderView order = orders.placed(sold, fixture.type(sold, OrderFixture.free(10)), 1);

        String mail = await().atMost(Duration.ofSeconds(30)).until(() -> mailed(order), Objects::nonNull);

        assertThat(mail).contains("Add to Google Wallet:");
        String path = mail.replaceAll("(?s).*Add to Apple Wallet:\\n" + settings.baseUrl() + "(\\S+)\\n.*", "$1");
        assertThat(HTTP.send(request(path, "").build(), BodyHandlers.ofByteArray())
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/vnd.apple.pkpass");
    }

    private @Nullable String mailed(OrderView order) {
        return acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql("select plain from notification.mails where order_id = ? and kind = 'order_paid'")
                        .param(order.id().value())
                        .query(String.class)
                        .optional()
                        .orElse(null)));
    }

    @Test
    void a_phone_that_proves_it_keeps_a_pass_is_told_when_the_event_moves_and_fetches_it_anew() throws Exception {
        JsonNode pass = JSON.readTree(taken().get("pass.json"));
        String registration = "/wallet/apple/v1/devices/" + phone + "/registrations/" + FakeWallets.TYPE;
        String mine = registration + "/" + pass.path("serialNumber").asString();
        String latest = "/wallet/apple/v1/passes/" + FakeWallets.TYPE + "/"
                + pass.path("serialNumber").asString();
        String proof = "ApplePass " + pass.path("authenticationToken").asString();
        String token = "{\"pushToken\": \"" + phone + "\"}";
        assertThat(send("POST", mine, token, "ApplePass wrong").statusCode()).isEqualTo(401);
        assertThat(send("POST", mine, "{}", proof).statusCode()).isEqualTo(422);
        assertThat(send("POST", mine, token, proof).statusCode()).isEqualTo(201);
        assertThat(send("POST", mine, token, proof).statusCode()).isEqualTo(200);
        assertThat(send("GET", latest, "", "").statusCode()).isEqualTo(401);
        String first = JSON.readTree(send("GET", registration, "", "").body())
                .path("lastUpdated")
                .asString();
        assertThat(send("GET", registration + "?passesUpdatedSince=" + first, "", "")
                        .statusCode())
                .isEqualTo(204);

        fixture.inside(
                event.organization(),
                () -> jdbc.sql("update event.events set venue = 'Pier 15' where id = ?")
                        .param(event.id().value())
                        .update());
        FAKE.misunderstood.add(phone);
        news.spread();
        assertThat(send("GET", registration, "", "").statusCode())
                .as("what Apple says about us is no phone's fault")
                .isEqualTo(200);
        FAKE.misunderstood.remove(phone);
        fixture.inside(
                event.organization(),
                () -> jdbc.sql("update wallet.passes set tell_at = now() where event_id = ?")
                        .param(event.id().value())
                        .update());
        news.spread();

        assertThat(FAKE.pushed).contains(phone);
        JsonNode changed = JSON.readTree(send("GET", registration + "?passesUpdatedSince=" + first, "", "")
                .body());
        assertThat(changed.at("/serialNumbers/0").asString()).isEqualTo(ticket.id() + ".1");
        JsonNode now = passOf(HTTP.send(request(latest, proof).build(), BodyHandlers.ofByteArray())
                .body());
        assertThat(now.at("/eventTicket/secondaryFields/1/value").asString()).isEqualTo("Pier 15");

        door.put(ticket, TicketState.REFUNDED);
        FAKE.gone.add(phone);
        news.spread();

        JsonNode ended = passOf(HTTP.send(request(latest, proof).build(), BodyHandlers.ofByteArray())
                .body());
        assertThat(ended.path("voided").asBoolean()).isTrue();
        assertThat(ended.has("barcodes")).isFalse();
        assertThat(ended.toString()).doesNotContain("Ada Lind");
        assertThat(send("GET", registration, "", "").statusCode())
                .as("a phone that Apple says is gone is asked no more")
                .isEqualTo(204);
        assertThat(send("DELETE", mine, "", proof).statusCode()).isEqualTo(200);
        assertThat(send("POST", "/wallet/apple/v1/log", "{\"logs\": [\"no\"]}", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void google_gets_a_signed_link_and_hears_when_the_event_moves_and_when_the_ticket_was_passed_on() throws Exception {
        HttpResponse<String> answer = get(page + "/wallet/google");

        assertThat(answer.statusCode()).isEqualTo(303);
        String token = answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/save/", "");
        String[] parts = token.split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(FAKE.google.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("typ").asString()).isEqualTo("savetowallet");
        JsonNode object = claims.at("/payload/eventTicketObjects/0");
        assertThat(object.path("id").asString()).isEqualTo(FakeWallets.ISSUER + "." + ticket.id() + ".1");
        assertThat(object.at("/barcode/value").asString()).isEqualTo(ticket.qr());
        assertThat(claims.at("/payload/eventTicketClasses/0/eventName/defaultValue/value")
                        .asString())
                .isEqualTo(event.details().title());

        fixture.inside(
                event.organization(),
                () -> jdbc.sql("update event.events set venue = 'Pier 16' where id = ?")
                        .param(event.id().value())
                        .update());
        news.spread();
        assertThat(FAKE.patched)
                .anyMatch(one -> one.contains("eventTicketClass/" + FakeWallets.ISSUER + "." + event.id())
                        && one.contains("Pier 16"));

        door.passOn(ticket);
        news.spread();

        assertThat(FAKE.patched)
                .anyMatch(one -> one.contains("eventTicketObject/" + FakeWallets.ISSUER + "." + ticket.id() + ".1")
                        && one.contains("INACTIVE")
                        && !one.contains("Ada Lind"));
    }

    private Map<String, byte[]> taken() throws Exception {
        HttpResponse<byte[]> answer =
                HTTP.send(request(page + "/wallet/apple", "").build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.apple.pkpass");
        return unzipped(answer.body());
    }

    private static JsonNode passOf(byte[] zip) throws IOException {
        return JSON.readTree(unzipped(zip).get("pass.json"));
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static boolean isSigned(byte[] manifest, byte[] signature) throws Exception {
        CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(manifest), signature);
        assertThat(signed.getCertificates().getMatches(null)).hasSize(1);
        try {
            return signed.getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next()
                    .verify(new JcaSimpleSignerInfoVerifierBuilder().build(FAKE.certificate));
        } catch (org.bouncycastle.cms.CMSException differs) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "", "");
    }

    private HttpResponse<String> send(String method, String path, String body, String authorization) throws Exception {
        HttpRequest request = request(path, authorization)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.baseUrl() + path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }
}
