package io.marquee.payment.sandbox;

import io.marquee.payment.PaymentId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A fake postman for webhooks that the sandbox withheld: loses some, brings some twice, and all in any order. */
@Component
public class FaultyPost {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Acting acting;
    private final Settings settings;
    private final SandboxSignature signature;

    FaultyPost(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Acting acting,
            Settings settings,
            SandboxSignature signature) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.acting = acting;
        this.settings = settings;
        this.signature = signature;
    }

    /** What the sandbox wrote about a payment, in the order in which it happened. */
    public List<String> about(PaymentId payment) {
        return acting.asPlatform(() -> transactions.execute(status ->
                jdbc.sql("""
                        select payload from payment.sandbox_deliveries where payload like ? order by created_at
                        """).param("%" + payment + "%").query(String.class).list()));
    }

    /** Each is lost, brought once or brought twice, in any order; the last one that happened is never lost. */
    public void bringBadly(String provider, List<String> payloads, Random random) {
        List<String> bag = new ArrayList<>(List.of(payloads.getLast()));
        payloads.forEach(payload -> bag.addAll(Collections.nCopies(random.nextInt(3), payload)));
        Collections.shuffle(bag, random);
        bag.forEach(payload -> bring(provider, payload));
    }

    /** @return the status of the answer */
    public int bring(String provider, String payload) {
        return bring(provider, payload, signature.of(payload.getBytes(StandardCharsets.UTF_8)));
    }

    public int bring(String provider, String payload, @Nullable String signed) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.baseUrl().resolve("/webhooks/" + provider))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(payload));
        if (signed != null) {
            request.header(SandboxSignature.HEADER, signed);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
