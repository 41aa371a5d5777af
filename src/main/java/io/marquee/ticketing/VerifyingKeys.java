package io.marquee.ticketing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.platform.tenancy.Acting;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Public keys by the number in a code. What is no key is remembered for a while too, so that forgeries cost nothing. */
@Component
class VerifyingKeys {
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate reading;
    private final Cache<Integer, Ed25519PublicKeyParameters> known =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<Integer, Boolean> unknown = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    VerifyingKeys(JdbcClient jdbc, Acting acting, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    Optional<Ed25519PublicKeyParameters> find(int id) {
        Ed25519PublicKeyParameters key = known.getIfPresent(id);
        if (key != null) return Optional.of(key);
        if (id <= 0 || unknown.getIfPresent(id) != null) return Optional.empty();
        Optional<Ed25519PublicKeyParameters> stored = stored(id);
        stored.ifPresentOrElse(k -> known.put(id, k), () -> unknown.put(id, true));
        return stored;
    }

    /** One that was made just now: codes may have named its number before. */
    void remember(int id, Ed25519PublicKeyParameters key) {
        known.put(id, key);
        unknown.invalidate(id);
    }

    private Optional<Ed25519PublicKeyParameters> stored(int id) {
        return acting.asPlatform(() -> Objects.requireNonNull(
                        reading.execute(status -> jdbc.sql("select public_key from ticketing.signing_keys where id = ?")
                                .param(id)
                                .query((row, n) -> row.getBytes(1))
                                .optional())))
                .map(bytes -> new Ed25519PublicKeyParameters(bytes, 0));
    }
}
