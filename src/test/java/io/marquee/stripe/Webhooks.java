package io.marquee.stripe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** Sends what happened to the endpoints, signed, and again until somebody takes it. */
public final class Webhooks implements AutoCloseable {
    private static final List<Duration> AGAIN = List.of(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(16),
            Duration.ofSeconds(30));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Where to.
     *
     * @param connect whether it hears of the connected accounts, or else of the platform's own
     */
    private record Endpoint(URI address, String secret, boolean connect) {}

    private record Letter(Endpoint endpoint, String event, String body) {}

    private final Faults faults;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ScheduledExecutorService post = Executors.newScheduledThreadPool(
            4, Thread.ofPlatform().daemon().name("fake-stripe-webhooks").factory());
    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
    private final List<Letter> held = new ArrayList<>();
    private final AtomicInteger onTheWay = new AtomicInteger();
    private boolean holding;

    Webhooks(World world, Faults faults) {
        this.faults = faults;
        world.events.heardBy(this::send);
    }

    /** One endpoint that hears of the platform's own account and one that hears of the connected ones, at one address. */
    public Webhooks to(String address) {
        endpoints.add(new Endpoint(URI.create(address), FakeStripe.WEBHOOK_SECRET, false));
        endpoints.add(new Endpoint(URI.create(address), FakeStripe.CONNECT_WEBHOOK_SECRET, true));
        return this;
    }

    /** From here on webhooks wait until they are {@link #release released}. */
    public synchronized void hold() {
        holding = true;
    }

    /** Sends what waited, and no longer holds back. */
    public synchronized void release() {
        holding = false;
        held.forEach(letter -> post(letter, 0, faults.delay()));
        held.clear();
    }

    /** Those that wait are lost. */
    public synchronized void lose() {
        held.clear();
    }

    /** The types of those that wait, oldest first. */
    public synchronized List<String> waiting() {
        return held.stream().map(Letter::event).toList();
    }

    /** How many are sent and not taken yet. */
    public int underway() {
        return onTheWay.get();
    }

    private synchronized void send(Book book, Thing event) {
        String body = JsonMapper.shared().writeValueAsString(event.shown());
        for (Endpoint endpoint : endpoints) {
            if (endpoint.connect != (book.account != null)) continue;
            for (int copies = faults.copies(); copies > 0; copies--) {
                Letter letter = new Letter(endpoint, event.text("type"), body);
                if (holding) {
                    held.add(letter);
                } else {
                    post(letter, 0, faults.delay());
                }
            }
        }
    }

    private void post(Letter letter, int tries, Duration wait) {
        if (post.isShutdown()) return;
        onTheWay.incrementAndGet();
        post.schedule(() -> deliver(letter, tries), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void deliver(Letter letter, int tries) {
        try {
            if (!taken(letter) && tries < AGAIN.size()) post(letter, tries + 1, AGAIN.get(tries));
        } finally {
            onTheWay.decrementAndGet();
        }
    }

    private boolean taken(Letter letter) {
        byte[] body = letter.body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(letter.endpoint.address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .header("Stripe-Signature", signature(letter.endpoint.secret, letter.body, Instant.now()))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The header {@code Stripe-Signature} for a body that is sent at some time. */
    public static String signature(String secret, String body, Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        post.shutdownNow();
        http.shutdownNow();
    }
}
