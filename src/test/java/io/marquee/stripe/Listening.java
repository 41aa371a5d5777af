package io.marquee.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An endpoint that takes every webhook. */
final class Listening implements AutoCloseable {
    private record Letter(String signature, String body) {}

    private final HttpServer server;
    private final List<Letter> letters = new CopyOnWriteArrayList<>();

    Listening() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                letters.add(new Letter(exchange.getRequestHeaders().getFirst("Stripe-Signature"), body));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    boolean heard(String type) {
        return letters.stream().anyMatch(letter -> letter.body.contains("\"" + type + "\""));
    }

    /** Read and verified by Stripe's library. */
    Event event(String type, String secret) throws SignatureVerificationException {
        Letter found = letters.stream()
                .filter(letter -> letter.body.contains("\"" + type + "\""))
                .findFirst()
                .orElseThrow();
        return Webhook.constructEvent(found.body, found.signature, secret);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
