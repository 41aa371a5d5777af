package io.marquee.platform.live;

import io.marquee.platform.config.Settings.Redis;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** Connections to Redis. */
public final class RedisLogin {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int REST_MILLIS = 1_000;
    /** Whoever listens hears an answer to its own question at least as often. */
    static final int SILENT_MILLIS = 20_000;

    private RedisLogin() {}

    static Jedis of(Redis redis) {
        return new Jedis(
                new HostAndPort(redis.host(), redis.port()),
                DefaultJedisClientConfig.builder()
                        .user(redis.user())
                        .password(redis.password())
                        .ssl(redis.tls())
                        .connectionTimeoutMillis(TIMEOUT_MILLIS)
                        .socketTimeoutMillis(TIMEOUT_MILLIS)
                        .blockingSocketTimeoutMillis(SILENT_MILLIS)
                        .build());
    }

    /** @return why it can't be used; null where it can */
    public static @Nullable String refused(Redis redis) {
        try (Jedis jedis = of(redis)) {
            jedis.ping();
            return null;
        } catch (JedisException e) {
            return String.valueOf(e.getMessage());
        }
    }

    static void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
