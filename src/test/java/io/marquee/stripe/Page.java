package io.marquee.stripe;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/** What goes to a browser. */
record Page(int status, String type, String body) {

    static Page html(String title, String content) {
        return html(title, "", content);
    }

    static Page html(String title, String width, String content) {
        return new Page(200, "text/html; charset=utf-8", """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/style.css">
                </head>
                <body>
                <header class="note">A fake of Stripe: no money moves here.</header>
                <main class="%s">
                %s
                </main>
                </body>
                </html>
                """.formatted(plain(title), width, content));
    }

    static Page to(String address) {
        return new Page(303, address, "");
    }

    static Page missing() {
        return new Page(404, "text/html; charset=utf-8", html("Not found", "<h1>Not found</h1>").body);
    }

    static Page file(String name, String type) {
        try (InputStream file = Page.class.getResourceAsStream("/fake-stripe/" + name)) {
            return new Page(
                    200, type, new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (status == 303) {
            exchange.getResponseHeaders().set("Location", type);
            exchange.sendResponseHeaders(303, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static String plain(@org.jspecify.annotations.Nullable Object text) {
        return String.valueOf(text == null ? "" : text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String money(Thing thing, String field) {
        Currency currency = Currency.getInstance(thing.text("currency").toUpperCase(Locale.ROOT));
        return currency.getSymbol(Locale.ENGLISH)
                + BigDecimal.valueOf(thing.number(field), currency.getDefaultFractionDigits())
                        .toPlainString();
    }
}
