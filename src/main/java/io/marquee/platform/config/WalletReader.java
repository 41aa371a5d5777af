package io.marquee.platform.config;

import io.marquee.platform.config.Settings.ApplePasses;
import io.marquee.platform.config.Settings.GooglePasses;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the keys under which tickets become passes of phones' wallets. */
final class WalletReader {
    private static final String CERTIFICATE = "MARQUEE_APPLE_PASS_CERTIFICATE";
    private static final String KEY = "MARQUEE_APPLE_PASS_KEY";
    private static final String ISSUER = "MARQUEE_GOOGLE_WALLET_ISSUER";
    private static final String ACCOUNT = "MARQUEE_GOOGLE_WALLET_ACCOUNT";

    private final Environment environment;

    WalletReader(Environment environment) {
        this.environment = environment;
    }

    Settings.Wallets read() {
        return new Settings.Wallets(apple(), google());
    }

    private @Nullable ApplePasses apple() {
        String certificate = environment.text(CERTIFICATE);
        String key = environment.text(KEY);
        if (certificate == null && key == null) return null;
        if (certificate == null || key == null) {
            throw new WrongSetting(CERTIFICATE + " and " + KEY + " come together, but "
                    + (key == null ? "the key" : "the certificate") + " is missing.");
        }
        List<X509Certificate> chain = chain(certificate);
        String subject = chain.getFirst().getSubjectX500Principal().getName("RFC1779");
        return new ApplePasses(
                part(subject, "OID.0.9.2342.19200300.100.1.1", "the pass type"),
                part(subject, "OU", "the team"),
                chain,
                key(KEY, key),
                url("MARQUEE_APPLE_PUSH", "https://api.push.apple.com"));
    }

    private static List<X509Certificate> chain(String pem) {
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) throw new WrongSetting(CERTIFICATE + " holds no certificate.");
            return chain;
        } catch (GeneralSecurityException e) {
            throw new WrongSetting(CERTIFICATE
                    + " must be certificates as PEM: that of the pass type, then the one of Apple that issued it.");
        }
    }

    private static String part(String subject, String name, String what) {
        for (String one : subject.split(",\\s*")) {
            if (one.startsWith(name + "=")) return one.substring(name.length() + 1);
        }
        throw new WrongSetting(CERTIFICATE + " names neither " + what + " nor is it one for passes: " + subject);
    }

    private static PrivateKey key(String name, String pem) {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        } catch (IllegalArgumentException e) {
            throw malformed(name);
        }
        for (String algorithm : List.of("RSA", "EC")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (GeneralSecurityException e) {
                // the other kind, or none
            }
        }
        throw malformed(name);
    }

    private static WrongSetting malformed(String name) {
        return new WrongSetting(name + " must be a private key as PEM, in PKCS#8 and without a password.");
    }

    private @Nullable GooglePasses google() {
        String issuer = environment.text(ISSUER);
        String account = environment.text(ACCOUNT);
        if (issuer == null && account == null) return null;
        if (issuer == null || account == null) {
            throw new WrongSetting(ISSUER + " and " + ACCOUNT + " come together, but one is missing.");
        }
        if (!issuer.matches("\\d{5,30}")) throw new WrongSetting(ISSUER + " must be the issuer’s number.");
        try {
            JsonNode file = new JsonMapper().readTree(account);
            return new GooglePasses(
                    issuer,
                    required(file, "client_email"),
                    key(ACCOUNT, required(file, "private_key")),
                    URI.create(required(file, "token_uri")),
                    url("MARQUEE_GOOGLE_WALLET_API", "https://walletobjects.googleapis.com"));
        } catch (JacksonException e) {
            throw new WrongSetting(ACCOUNT + " must be the JSON file of a service account.");
        }
    }

    private static String required(JsonNode file, String field) {
        String value = file.path(field).asString("");
        if (value.isEmpty()) throw new WrongSetting(ACCOUNT + " has no " + field + ".");
        return value;
    }

    private URI url(String name, String otherwise) {
        String value = environment.text(name, otherwise);
        ServiceUrl.parse(name, value, otherwise, List.of("http", "https"));
        return URI.create(value);
    }
}
