package io.marquee.payment.sandbox;

import io.marquee.payment.sandbox.SandboxDeliveries.SandboxDelivery;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries the sandbox's webhooks to the shop: over HTTP, signed, as anybody outside would. */
@Component
class SandboxPost {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** How long it waits after each try without a 2xx; after the last it gives up. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30));

    private final SandboxDeliveries deliveries;
    private final SandboxSignature signature;
    private final URI shop;
    private final Acting acting;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** The shop is this installation; its own port, since its public address need not be reachable from inside. */
    SandboxPost(SandboxDeliveries deliveries, SandboxSignature signature, Settings settings, Acting acting) {
        this.deliveries = deliveries;
        this.signature = signature;
        this.shop = URI.create("http://127.0.0.1:" + settings.port() + "/webhooks/" + SandboxProvider.NAME);
        this.acting = acting;
    }

    /** @return how long to wait before the next try, or null when there is none: it was taken, or given up */
    @Nullable
    Duration deliver(String id) {
        SandboxDelivery delivery = acting.asPlatform(() -> deliveries.byId(id));
        String answer = send(delivery.payload().getBytes(StandardCharsets.UTF_8));
        boolean taken = answer.matches("2\\d\\d");
        Duration again = taken || delivery.attempts() >= WAITS.size() ? null : WAITS.get(delivery.attempts());
        String state = taken ? "delivered" : again == null ? "failed" : "pending";
        acting.asPlatform(() -> deliveries.tried(id, state, answer));
        return again;
    }

    private String send(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(shop)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(SandboxSignature.HEADER, signature.of(body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
            return String.valueOf(response.statusCode());
        } catch (IOException e) {
            return "no connection";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
