package io.marquee.notification.carrier;

import io.marquee.platform.config.Settings.Dkim;
import io.marquee.platform.config.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Signs a message by its sender's domain, so that whoever gets it can tell that nobody changed or forged it: RFC 6376 with
 * relaxed canonicalization of headers and body, by RSA or by Ed25519 (RFC 8463).
 */
final class DkimSigner {
    /** What a reader sees or acts upon. Each that is there is named once more than it occurs: nobody can add another. */
    private static final List<String> SIGNED = List.of(
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "list-unsubscribe",
            "list-unsubscribe-post");

    private static final int LINE = 70;

    private final Dkim dkim;

    DkimSigner(Dkim dkim) {
        this.dkim = dkim;
    }

    /** @param message as it goes over the wire, with CRLF @return the line {@code DKIM-Signature: …} to put before it */
    String sign(byte[] message, Instant at) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> headers = headers(end < 0 ? text : text.substring(0, end + 2));
        String body = end < 0 ? "" : text.substring(end + 4);
        List<String> there = headers.stream().map(DkimSigner::name).toList();
        List<String> names =
                new ArrayList<>(SIGNED.stream().filter(there::contains).toList());
        names.addAll(List.of("from", "subject"));
        String header = "DKIM-Signature: v=1; a=" + algorithm() + "; c=relaxed/relaxed; d=" + dkim.domain() + "; s="
                + dkim.selector() + ";\r\n t=" + at.getEpochSecond() + "; h=" + String.join(":", names) + ";\r\n bh="
                + bodyHash(body) + ";\r\n b=";
        return header + folded(sign(signed(headers, names, header)));
    }

    private String algorithm() {
        return dkim.isRsa() ? "rsa-sha256" : "ed25519-sha256";
    }

    static String bodyHash(String body) {
        return Base64.getEncoder().encodeToString(sha256(relaxedBody(body)));
    }

    /**
     * What is signed: the headers in the order of their names, each time the last that was not taken yet, and this header itself
     * without its signature.
     */
    static String signed(List<String> headers, List<String> names, String header) {
        List<String> left = new ArrayList<>(headers);
        StringBuilder signed = new StringBuilder();
        for (String name : names) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (name(left.get(i)).equals(name)) {
                    signed.append(relaxed(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        return signed.append(relaxed(header)).toString();
    }

    String sign(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            Signature signature = Signature.getInstance(dkim.isRsa() ? "SHA256withRSA" : "Ed25519");
            signature.initSign(dkim.key());
            // RFC 8463 signs the hash, with an algorithm that hashes once more
            signature.update(dkim.isRsa() ? bytes : sha256(text));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    /** Each with its continuation lines, without the line's end. */
    static List<String> headers(String head) {
        List<String> headers = new ArrayList<>();
        for (String line : head.split("\r\n")) {
            boolean goesOn = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (goesOn && !headers.isEmpty()) headers.add(headers.removeLast() + "\r\n" + line);
            else if (!line.isEmpty()) headers.add(line);
        }
        return headers;
    }

    private static String name(String header) {
        return header.substring(0, Math.max(0, header.indexOf(':'))).strip().toLowerCase(Locale.ROOT);
    }

    /** RFC 6376, 3.4.2. */
    private static String relaxed(String header) {
        String value = header.substring(header.indexOf(':') + 1);
        return name(header) + ":"
                + value.replace("\r\n", "").replaceAll("[ \t]+", " ").strip();
    }

    /** RFC 6376, 3.4.4. */
    private static String relaxedBody(String body) {
        String lines = body.replaceAll("[ \t]+\r\n", "\r\n").replaceAll("[ \t]+", " ");
        int end = lines.length();
        while (end >= 2 && lines.startsWith("\r\n", end - 2)) end -= 2;
        return end == 0 ? "" : lines.substring(0, end) + "\r\n";
    }

    private static byte[] sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String folded(String signature) {
        return signature.replaceAll("(.{" + LINE + "})(?=.)", "$1\r\n ");
    }
}
