package io.marquee.wallet;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A JWT (RFC 7519), signed with RS256 as Google wants it. */
final class SignedToken {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private SignedToken() {}

    static String of(Map<String, Object> claims, PrivateKey key, JsonMapper json) {
        String text = part(Map.of("alg", "RS256", "typ", "JWT"), json) + "." + part(claims, json);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the service account's key cannot sign", e);
        }
    }

    private static String part(Map<String, Object> value, JsonMapper json) {
        return BASE64.encodeToString(json.writeValueAsBytes(value));
    }
}
