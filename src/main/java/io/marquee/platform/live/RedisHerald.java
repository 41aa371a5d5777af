package io.marquee.platform.live;

import io.marquee.platform.config.Settings.Redis;
import io.marquee.platform.tenancy.AfterCommit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Through Redis, after the commit and from a thread of its own: whoever commits waits for nobody, and still has its connection. What
 * cannot be told while Redis is away is lost; whoever listens knows that it was away, and looks anew.
 */
final class RedisHerald implements Herald, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RedisHerald.class);
    /** More than that is worth nothing any more when Redis is back. */
    private static final int WAITING = 10_000;

    private record News(String channel, List<String> payloads) {}

    private final Redis redis;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>(WAITING);
    private volatile @Nullable Thread teller;

    RedisHerald(Redis redis) {
        this.redis = redis;
    }

    @Override
    public void tell(String channel, Collection<String> payloads) {
        if (payloads.isEmpty()) return;
        News told = new News(channel, List.copyOf(payloads));
        AfterCommit.run(() -> {
            if (!news.offer(told)) LOG.warn("news in {} are dropped: Redis does not keep up", channel);
        });
    }

    private void tellAll() {
        while (isRunning()) {
            try (Jedis jedis = RedisLogin.of(redis)) {
                while (isRunning()) tell(jedis, news.take());
            } catch (JedisException e) {
                LOG.warn("news are lost: {}", e.getMessage());
                RedisLogin.rest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void tell(Jedis jedis, News told) {
        try (Pipeline pipeline = jedis.pipelined()) {
            told.payloads().forEach(payload -> pipeline.publish(told.channel(), payload));
        }
    }

    @Override
    public void start() {
        Thread running = Thread.ofVirtual().name("news-herald").unstarted(this::tellAll);
        // known before it asks whether it runs
        teller = running;
        running.start();
    }

    @Override
    public void stop() {
        Thread running = teller;
        teller = null;
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return teller != null;
    }
}
