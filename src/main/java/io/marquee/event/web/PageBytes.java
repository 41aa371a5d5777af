package io.marquee.event.web;

import io.marquee.platform.config.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A page as it goes over the wire, plain and compressed, the same for everybody who reads its language.
 *
 * @param tag without quotes, from the content
 */
record PageBytes(byte[] plain, byte[] gzip, String tag, String language) {

    static PageBytes of(byte[] html, String language) {
        return new PageBytes(html, compressed(html), digest(html), language);
    }

    int size() {
        return plain.length + gzip.length;
    }

    /** Answers a GET or a HEAD with the page, or with 304 where the client has it. */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean zipped = takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        String entityTag = zipped ? "\"" + tag + "-gzip\"" : "\"" + tag + "\"";
        response.setHeader(HttpHeaders.ETAG, entityTag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=1");
        response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Accept-Language, Cookie");
        if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = zipped ? gzip : plain;
        if (zipped) response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Without weights: a client that says "gzip;q=0" wants none of it. */
    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null
                && accepted.contains("gzip")
                && !accepted.replace(" ", "").contains("gzip;q=0");
    }

    private static boolean matches(@Nullable String known, String tag) {
        return known != null && (known.contains("\"" + tag + "\"") || known.contains("\"" + tag + "-gzip\""));
    }

    private static byte[] compressed(byte[] html) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(html.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] html) {
        return HexFormat.of().formatHex(Sha256.of(html), 0, 10);
    }
}
