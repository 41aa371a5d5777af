package io.marquee.wallet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Apple's push and Google's objects, where those would be, and a pass certificate that nobody of theirs issued. */
final class FakeWallets {
    static final String TYPE = "pass.org.example.tickets";
    static final String TEAM = "TEAM123456";
    static final String ISSUER = "3388000000012345678";
    private static final Path FOLDER = Path.of("target/wallet");

    final KeyPair apple = pair();
    final X509Certificate certificate = certificate(apple);
    final KeyPair google = pair();
    final List<String> pushed = new CopyOnWriteArrayList<>();
    final List<String> patched = new CopyOnWriteArrayList<>();
    final Set<String> gone = ConcurrentHashMap.newKeySet();

    /** Told with a certificate that is for something else. */
    final Set<String> misunderstood = ConcurrentHashMap.newKeySet();

    /** Ready before the application reads its settings: they are in files. */
    FakeWallets() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
            String base = "http://localhost:" + server.getAddress().getPort();
            Files.createDirectories(FOLDER);
            write("certificate", pem("CERTIFICATE", certificate.getEncoded()));
            write("key", pem("PRIVATE KEY", apple.getPrivate().getEncoded()));
            write("base", base);
            write(
                    "account",
                    new JsonMapper()
                            .writeValueAsString(java.util.Map.of(
                                    "client_email",
                                    "marquee@example.iam.gserviceaccount.com",
                                    "private_key",
                                    pem("PRIVATE KEY", google.getPrivate().getEncoded()),
                                    "token_uri",
                                    base + "/token")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 200;
        if (path.startsWith("/3/device/")) {
            String phone = path.substring("/3/device/".length());
            boolean ours = TYPE.equals(exchange.getRequestHeaders().getFirst("apns-topic"));
            status = gone.contains(phone) ? 410 : ours && !misunderstood.contains(phone) ? 200 : 400;
            pushed.add(phone);
        } else if (!path.equals("/token")) {
            boolean known = "Bearer access".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            status = known ? 200 : 401;
            patched.add(path + " " + body);
        }
        byte[] answer = (status == 400 ? "{\"reason\": \"BadTopic\"}" : "{\"access_token\": \"access\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(FOLDER.resolve(name), text);
    }

    private static String pem(String kind, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(KeyPair pair) {
        X500Name name = new X500Name("UID=" + TYPE + ",CN=Pass Type ID: " + TYPE + ",OU=" + TEAM + ",O=Example,C=PT");
        Instant now = Instant.now();
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.ONE,
                                    Date.from(now.minus(1, ChronoUnit.DAYS)),
                                    Date.from(now.plus(365, ChronoUnit.DAYS)),
                                    name,
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
