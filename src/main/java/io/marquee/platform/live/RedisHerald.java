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

/**
 * Through Redis, after the commit and from a thread of its own: whoever commits waits for nobody, and still has its connection. A line
 * that nothing was told on for long may be cut without anybody here knowing: what fails is told once more on a fresh one, and twice
 * harms nobody. What cannot be told then is lost; whoever listens knows that Redis was away, and looks anew.
 */
final class RedisHerald implements Herald, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RedisHerald.class);
    /** More than that is worth nothing any more when Redis is back. */
    private static final int WAITING = 10_000;

    private record News(String channel, List<String> payloads) {}

    private final Redis redis;
    private final RedisChannels channels;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>(WAITING);
    private volatile @Nullable Thread teller;

    RedisHerald(Redis redis, RedisChannels channels) {
        this.redis = redis;
        this.channels = channels;
    }

    @Override
    public void tell(String channel, Collection<String> payloads) {
        if (payloads.isEmpty()) return;
        News told = new News(channels.named(channel), List.copyOf(payloads));
        AfterCommit.run(() -> {
            if (!news.offer(told)) LOG.warn("news in {} are dropped: Redis does not keep up", channel);
        });
    }

    private void tellAll() {
        News again = null;
        while (isRunning()) {
            News told = again;
            try (Jedis jedis = RedisLogin.of(redis)) {
                while (isRunning()) {
                    boolean second = told != null;
                    if (told == null) told = news.take();
                    again = second ? null : told;
                    tell(jedis, told);
                    told = null;
                    again = null;
                }
            } catch (RuntimeException e) {
                LOG.warn(again == null ? "news are lost: {}" : "tells its news once more: {}", e.toString());
                if (again == null) RedisLogin.rest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void tell(Jedis jedis, News told) {
        try (Pipeline pipeline = jedis.pipelined()) {
            told.payloads().forEach(payload -> pipeline.publish(told.channel(), payload));
            // what Redis refuses stands in its answers, and a cut line shows when they are read
            pipeline.syncAndReturnAll();
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
