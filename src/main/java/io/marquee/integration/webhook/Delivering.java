package io.marquee.integration.webhook;

import io.marquee.integration.EndpointDisabled;
import io.marquee.platform.api.WebhookSignature;
import io.marquee.platform.tenancy.Acting;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers what is due, some at a time, outside of any transaction, and writes down how it went. */
class Delivering {
    /** Between the tries: a day and some hours in all. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(8),
            Duration.ofHours(10));

    /** An endpoint that took nothing for so long is given up. */
    static final Duration LONG_FAILURE = Duration.ofDays(3);

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
    /** Messages to one endpoint that go at the same time. */
    private static final int OF_EACH = 8;

    /** Of all that are under way; half of them is kept for endpoints that work. */
    private static final int AT_ONCE = 64;

    private static final Duration UNDER_WAY = Duration.ofMinutes(2);
    private static final int LONGEST_ANSWER = 1000;
    private static final Duration LANE = Duration.ofSeconds(30);

    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final Endpoints secrets;
    private final OutwardPost post;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** Endpoints that some are under way to. Each goes at its own pace: whoever answers slowly keeps nobody else's. */
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    private final Semaphore room = new Semaphore(AT_ONCE);

    Delivering(
            EndpointTable endpoints,
            DeliveryTable deliveries,
            Endpoints secrets,
            OutwardPost post,
            Acting acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.post = post;
        this.acting = acting;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Sends off what is due, and returns before it has arrived. */
    void deliverAll() {
        take().forEach((endpoint, some) ->
                Thread.ofVirtual().name("webhooks-", 0).start(() -> deliver(endpoint, some)));
    }

    private void deliver(UUID endpoint, List<DeliveryView> some) {
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            // whoever answers byte by byte is interrupted, which closes its socket
            lanes.invokeAll(
                    some.stream()
                            .map(one -> Executors.callable(() -> deliver(one)))
                            .toList(),
                    LANE.toSeconds(),
                    TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            room.release(some.size());
            busy.remove(endpoint);
        }
        try {
            deliverAll();
        } catch (RuntimeException e) {
            LOG.warn("could not ask for more webhooks: {}", e.toString());
        }
    }

    /** One at a time: what one of them takes keeps the others from the same endpoints. */
    private synchronized Map<UUID, List<DeliveryView>> take() {
        int free = room.drainPermits();
        int taken = 0;
        try {
            List<DeliveryView> some = free == 0 ? List.of() : due(free);
            taken = some.size();
            Map<UUID, List<DeliveryView>> of = some.stream().collect(Collectors.groupingBy(DeliveryView::endpoint));
            busy.addAll(of.keySet());
            return of;
        } finally {
            room.release(free - taken);
        }
    }

    private List<DeliveryView> due(int most) {
        return acting.asPlatform(() -> transaction.execute(status ->
                deliveries.take(List.copyOf(busy), OF_EACH, most, Math.max(0, most - AT_ONCE / 2), UNDER_WAY)));
    }

    void deliver(DeliveryView one) {
        EndpointView endpoint = acting.asPlatform(() -> transaction.execute(status -> endpoints.find(one.endpoint())));
        if (endpoint == null) return;
        try {
            OutwardPost.Answer answer = send(one, endpoint);
            boolean good = answer.status() / 100 == 2;
            boolean elsewhere = answer.status() / 100 == 3;
            note(one, endpoint, good, answer.status(), elsewhere ? "Redirects are not followed." : answer.body());
        } catch (IOException | IllegalArgumentException e) {
            // whoever was cut off is interrupted, and so would be the connection that writes it down
            Thread.interrupted();
            note(one, endpoint, false, null, String.valueOf(e.getMessage()));
        }
    }

    private OutwardPost.Answer send(DeliveryView one, EndpointView endpoint) throws IOException {
        byte[] body = one.body().getBytes(StandardCharsets.UTF_8);
        long now = clock.instant().getEpochSecond();
        String id = one.id().toString();
        return post.send(
                URI.create(endpoint.url()),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "Marquee",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        String.valueOf(now),
                        "webhook-signature",
                        new WebhookSignature(secrets.secret(endpoint.id())).sign(id, now, body)),
                body);
    }

    private void note(DeliveryView one, EndpointView endpoint, boolean good, @Nullable Integer status, String answer) {
        acting.asPlatform(() -> transaction.executeWithoutResult(running -> {
            Instant now = clock.instant();
            boolean last = one.attempts() >= WAITS.size();
            DeliveryState state = good ? DeliveryState.DELIVERED : last ? DeliveryState.FAILED : DeliveryState.WAITING;
            Instant due = state == DeliveryState.WAITING ? now.plus(WAITS.get(one.attempts())) : now;
            deliveries.done(one.id(), state, due, status, shortened(answer));
            if (good) endpoints.works(endpoint.id());
            else failed(endpoint, now);
        }));
    }

    private void failed(EndpointView endpoint, Instant now) {
        endpoints.fails(endpoint.id());
        if (endpoints.giveUp(endpoint.id(), now.minus(LONG_FAILURE))) {
            events.publishEvent(new EndpointDisabled(endpoint.organization(), endpoint.id(), endpoint.url(), now));
        }
    }

    private static String shortened(String answer) {
        String clean = answer.replace("\0", "");
        return clean.length() > LONGEST_ANSWER ? clean.substring(0, LONGEST_ANSWER) : clean;
    }
}
