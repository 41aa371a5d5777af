package io.marquee.proof;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people, programs and attackers send by mistake or on purpose; the same for the same seed. */
final class Hostility {
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u0007\u001b[31m\r\nX: y",
            "\ud83e\udd8a\ud83c\udf1e\u200d\u202e",
            "\ud800",
            "' or 1=1; drop table event.events; --",
            "\\'; select pg_sleep(0)",
            "<script>alert(1)</script>",
            "\"><img src=x>",
            "${7*7}",
            "#{T(java.lang.Runtime)}",
            "{{7*7}}",
            "@if(true)",
            "%s%n%x",
            "{0}",
            "{0,date",
            "'{'",
            "../../etc/passwd",
            "..\\..\\windows",
            "/",
            "//evil.example",
            "javascript:alert(1)",
            "null",
            "undefined",
            "NaN",
            "-1",
            "0",
            "-9223372036854775808",
            "9223372036854775808",
            "2147483648",
            "1e999",
            "1.5",
            "0x10",
            "٣",
            "１２",
            "true",
            "[]",
            "{}",
            "[object Object]",
            "00000000-0000-0000-0000-000000000000",
            "not-a-uuid",
            "2031-02-30T25:61",
            "2031-06-18T19:30",
            "+999999999-12-31T23:59",
            "-292275055-05-16T16:47:04Z",
            "Mars/Olympus",
            "xx-INVALID",
            "ada@@example.org",
            "ada@example.org\nBcc: eve@example.org",
            "a".repeat(300),
            "é".repeat(5000),
            "%",
            "%zz",
            "_%",
            "*",
            "(",
            "a & b | ! c:*",
            "\\",
            "EUR",
            "zzz",
            "draft",
            "public",
            "sandbox",
            "4242 4242 4242 4242");
    private static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1",
            "1.5",
            "1e400",
            "123456789012345678901234567890",
            "\"\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"amount\":-1,\"currency\":\"EUR\"}",
            "{\"amount\":9223372036854775807,\"currency\":\"XXL\"}",
            "{\"name\":null,\"email\":\"x\"}",
            "[{\"ticketType\":\"x\",\"quantity\":-1}]",
            "[{\"quantity\":2147483648}]",
            "\"\\u0000\"",
            "\"\\ud800\"");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "}",
            "[",
            "null",
            "true",
            "1",
            "\"x\"",
            "[]",
            "{\"a\":",
            "{'a':1}",
            "{\"a\":1}{\"b\":2}",
            "\u0000",
            "\ufeff{}",
            "<xml/>",
            "%%%",
            "a=b&c=%",
            "&&&===",
            "[".repeat(20_000),
            "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/xml",
            "text/plain",
            "text/csv",
            "application/x-ndjson",
            "application/merge-patch+json",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=nonsense",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "image/png",
            "image/*",
            "*/*",
            "nonsense",
            "/",
            ";",
            "");
    private static final List<String> PATHS = List.of(
            "%",
            "%zz",
            "%00",
            "%c3%28",
            "%ff",
            "%2e%2e%2f",
            "..%2f..%2fetc%2fpasswd",
            ";a=b",
            "a;b",
            "%5c",
            "\\",
            "a//b",
            "%3c%3e",
            "%0d%0aX:y",
            "%20",
            ".",
            "..",
            "~",
            "'",
            "%27%3b--",
            "%f0%9f%a6%8a",
            "-1",
            "0",
            "null",
            "[]",
            "{x}",
            "%7Bx%7D",
            "00000000-0000-0000-0000-000000000000",
            "0-0-0-0-0",
            "not-a-uuid",
            "1.jpg",
            "400.jpg",
            "a".repeat(2000));
    private static final List<String> HEADERS = List.of(
            "Accept: nonsense",
            "Accept: application/xml",
            "Accept: ;q=",
            "Accept: image/png",
            "Accept-Language: x_y_z;q=9,,",
            "Accept-Language: de-DE-u-co-phonebk-x-a,*;q=0",
            "Accept-Encoding: nonsense;q=7",
            "Authorization: Bearer",
            "Authorization: Bearer \u0001",
            "Authorization: Basic eDp5",
            "Authorization: Bearer mqs_" + "x".repeat(4000),
            "Cookie: marquee_session=",
            "Cookie: marquee_session=\"; x=%%; \u0001=;;=",
            "Cookie: =;=;flash=%zz; flash=\ud83e\udd8a",
            "Cookie: marquee_flash=%7B; marquee_language=%00; marquee_session=a; marquee_session=b",
            "If-Match: nonsense",
            "If-Match: \"-1\"",
            "If-None-Match: W/\"",
            "If-Modified-Since: yesterday",
            "Range: bytes=9-1,-",
            "HX-Request: true",
            "Idempotency-Key: a b",
            "Idempotency-Key: " + "k".repeat(300),
            "X-Request-Id: ../../x\u0007",
            "X-Forwarded-For: ,,x",
            "X-Forwarded-Host: evil.example:x",
            "X-Forwarded-Proto: gopher",
            "X-Forwarded-Port: x",
            "Forwarded: for=;;host=%",
            "Origin: null",
            "Origin: http://[",
            "Sec-Fetch-Site: cross-site",
            "Expect: 100-continue",
            "Expect: nonsense",
            "Transfer-Encoding: nonsense",
            "Content-Encoding: gzip",
            "Upgrade: h2c",
            "Referer: http://%%",
            "Last-Event-ID: x",
            "X-HTTP-Method-Override: DELETE",
            "User-Agent: " + "u".repeat(5000));
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "FOO");

    private final Random random;

    Hostility(long seed) {
        this.random = new Random(seed);
    }

    /** What is sent. */
    record Attack(String method, String target, List<String> headers, byte[] body) {
        @Override
        public String toString() {
            String text = new String(body, StandardCharsets.UTF_8);
            return "%s %s %s <%s>".formatted(method, brief(target), headers, brief(text));
        }

        private static String brief(String text) {
            return text.length() > 200 ? text.substring(0, 200) + "… " + text.length() : text;
        }
    }

    /** @param who the header line that says it, or null for a visitor */
    Attack on(Route route, Places places, @Nullable String who) {
        List<String> headers = new ArrayList<>();
        if (who != null) headers.add(who);
        boolean wrongPath = one(4);
        String target =
                wrongPath ? places.path(route.pattern(), random.nextInt(3), pick(PATHS)) : places.path(route.pattern());
        String query = form(route.parameters());
        if (one(3))
            target += "?" + query
                    + (one(3) ? "&" + pick(List.of("%", "=", "&&", "a[]=1", "%00=%00", "cursor=x", "limit=x")) : "");
        String method = one(8) ? pick(METHODS) : route.method();
        if (one(4)) headers.add(pick(HEADERS));
        if (method.equals("GET") && !one(20)) return new Attack(method, target, headers, new byte[0]);
        return new Attack(method, target, headers, body(route, headers));
    }

    private byte[] body(Route route, List<String> headers) {
        boolean json = route.api() && !one(6);
        String type = json ? "application/json" : "application/x-www-form-urlencoded";
        String body = json ? json(route.fields()) : form(route.parameters());
        if (one(6)) body = pick(BODIES);
        if (one(100)) body = "{\"name\":\"" + "x".repeat(1_000_000) + "\"}";
        if (one(6)) type = pick(TYPES);
        if (one(8)) {
            type = "multipart/form-data; boundary=x";
            body = multipart(route.parameters());
        }
        headers.add("Content-Type: " + type);
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private String form(Collection<String> names) {
        return names.stream()
                .filter(name -> !one(6))
                .map(name -> name + "=" + URLEncoder.encode(pick(WORDS), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String json(Collection<String> names) {
        return names.stream()
                .filter(name -> !one(6))
                .map(name -> "\"" + name + "\":" + (one(3) ? pick(JSON_VALUES) : quoted(pick(WORDS))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String word) {
        StringBuilder json = new StringBuilder("\"");
        word.chars()
                .forEach(c -> json.append(
                        c < 32 || c == '"' || c == '\\' || c > 0xd7ff
                                ? "\\u%04x".formatted(c)
                                : String.valueOf((char) c)));
        return json.append('"').toString();
    }

    private String multipart(Collection<String> names) {
        String parts = names.stream()
                .map(name -> "--x\r\nContent-Disposition: form-data; name=\"" + name + "\""
                        + pick(List.of(
                                "",
                                "; filename=\"../../x.png\"\r\nContent-Type: image/png",
                                "; filename=\"\"",
                                "; filename*=%zz"))
                        + "\r\n\r\n" + pick(WORDS) + "\r\n")
                .collect(Collectors.joining());
        return parts + pick(List.of("--x--\r\n", "--x", "", "--y--", "\r\n\r\n--x\r\n\r\n"));
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
