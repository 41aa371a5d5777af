package io.marquee.platform.live;

import io.marquee.platform.config.Settings.Redis;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;

/** Listens to Redis for all hearers of this node. It asks for a sign of life in between: a line that is cut says nothing either. */
final class RedisWire implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RedisWire.class);

    private final Redis redis;
    private final Map<String, Hearer> hearers;
    private volatile @Nullable Thread listener;
    private volatile @Nullable Jedis line;

    RedisWire(Redis redis, RedisChannels channels, List<Hearer> hearers) {
        this.redis = redis;
        this.hearers = hearers.stream()
                .collect(Collectors.toMap(hearer -> channels.named(hearer.channel()), Function.identity()));
    }

    private void listen() {
        while (isRunning()) {
            try (Jedis jedis = RedisLogin.of(redis)) {
                line = jedis;
                hear(jedis);
            } catch (RuntimeException e) {
                // whatever it is: without this thread the node is deaf
                if (isRunning()) LOG.warn("does not hear of news for the moment: {}", e.toString());
                RedisLogin.rest();
            }
        }
    }

    private void hear(Jedis jedis) {
        Ear ear = new Ear();
        try (ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("news-wire-beat").factory())) {
            long every = RedisLogin.SILENT_MILLIS / 2;
            beat.scheduleWithFixedDelay(ear::ask, every, every, TimeUnit.MILLISECONDS);
            try {
                jedis.subscribe(ear, hearers.keySet().toArray(String[]::new));
            } finally {
                beat.shutdownNow();
            }
        }
    }

    private final class Ear extends JedisPubSub {
        private int channels;

        /** The last of them: from here on everything is heard. */
        @Override
        public void onSubscribe(String channel, int subscribed) {
            if (++channels == hearers.size()) hearers.values().forEach(Hearer::lost);
        }

        @Override
        public void onMessage(String channel, String payload) {
            Hearer hearer = hearers.get(channel);
            if (hearer == null) return;
            try {
                hearer.heard(payload);
            } catch (RuntimeException e) {
                // only this piece of news is worth nothing: the line stands, and all others are heard
                LOG.warn("news in {} are not understood: {}", channel, e.toString());
            }
        }

        private void ask() {
            if (isSubscribed()) ping();
        }
    }

    @Override
    public void start() {
        Thread running = Thread.ofVirtual().name("news-wire").unstarted(this::listen);
        // known before it asks whether it runs
        listener = running;
        running.start();
    }

    @Override
    public void stop() {
        Thread running = listener;
        Jedis open = line;
        listener = null;
        if (open != null) open.disconnect();
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }
}
