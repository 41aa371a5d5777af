package io.marquee.platform.config;

import io.marquee.platform.config.Settings.Dkim;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/** Reads the key that signs mail. */
final class DkimReader {
    private static final String KEY = "MARQUEE_DKIM_KEY";
    private static final int SHORTEST_RSA = 1024;

    private final Environment environment;

    DkimReader(Environment environment) {
        this.environment = environment;
    }

    @Nullable
    Dkim read(String from) {
        String pem = environment.text(KEY);
        String selector = environment.text("MARQUEE_DKIM_SELECTOR");
        if (pem == null && selector == null) return null;
        if (pem == null || selector == null) {
            throw new WrongSetting("MARQUEE_DKIM_KEY and MARQUEE_DKIM_SELECTOR come together, but "
                    + (pem == null ? "the key" : "the selector") + " is missing.");
        }
        if (!selector.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
            throw new WrongSetting("MARQUEE_DKIM_SELECTOR is “" + selector + "”, but must be a name in the DNS.");
        }
        String domain = environment.text("MARQUEE_DKIM_DOMAIN", from.replaceAll(".*@|>.*", ""));
        PrivateKey key = key(pem);
        return new Dkim(domain, selector, key, published(key));
    }

    private static PrivateKey key(String pem) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            for (String algorithm : List.of("RSA", "Ed25519")) {
                PrivateKey key = key(algorithm, bytes);
                if (key != null) return key;
            }
        } catch (IllegalArgumentException noBase64) {
            throw malformed();
        }
        throw malformed();
    }

    private static @Nullable PrivateKey key(String algorithm, byte[] bytes) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException another) {
            return null;
        }
    }

    private static String published(PrivateKey key) {
        try {
            byte[] half = switch (key) {
                case RSAPrivateCrtKey rsa -> rsa(rsa.getModulus(), rsa.getPublicExponent());
                case EdECPrivateKey ed ->
                    new Ed25519PrivateKeyParameters(ed.getBytes().orElseThrow())
                            .generatePublicKey()
                            .getEncoded();
                default -> throw malformed();
            };
            return Base64.getEncoder().encodeToString(half);
        } catch (GeneralSecurityException e) {
            throw malformed();
        }
    }

    private static byte[] rsa(BigInteger modulus, BigInteger exponent) throws GeneralSecurityException {
        if (modulus.bitLength() < SHORTEST_RSA)
            throw new WrongSetting(KEY + " is too short: RSA keys need at least " + SHORTEST_RSA + " bits.");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(modulus, exponent))
                .getEncoded();
    }

    private static WrongSetting malformed() {
        return new WrongSetting(KEY + " must be a private key, RSA or Ed25519, as PEM in PKCS #8:"
                + " “openssl genpkey -algorithm ed25519” or “openssl genrsa 2048” makes one.");
    }
}
