package io.marquee.checkin.device;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.identity.SecretToken;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.security.BearerTokens;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which device a bearer token is. That is kept for some seconds, since it says only who asks; whether the device is still good
 * is read in the transaction that does something for it.
 */
@Component
class DeviceTokens implements BearerTokens {
    static final String PREFIX = "d_";

    private final DeviceRows rows;
    private final Acting acting;
    private final TransactionTemplate reading;
    private final Cache<ByteBuffer, Actor.Device> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    DeviceTokens(DeviceRows rows, Acting acting, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.acting = acting;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    @Override
    public boolean looksLikeOne(String token) {
        return token.startsWith(PREFIX);
    }

    @Override
    public Actor.@Nullable Device actorOf(String token) {
        byte[] hash = SecretToken.hash(token);
        Actor.Device actor = known.getIfPresent(ByteBuffer.wrap(hash));
        return actor == null ? stored(hash) : actor;
    }

    void forget(UUID device) {
        known.asMap().values().removeIf(actor -> actor.device().equals(device));
    }

    private Actor.@Nullable Device stored(byte[] hash) {
        DeviceView device = acting.<@Nullable DeviceView>asPlatform(() -> reading.execute(status -> rows.byKey(hash)));
        if (device == null) return null;
        Actor.Device actor = new Actor.Device(device.id(), device.organization(), device.event());
        known.put(ByteBuffer.wrap(hash), actor);
        return actor;
    }
}
