package io.marquee.platform.live;

import io.marquee.platform.config.Settings;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes from node to node: through the database, or through Redis where the operator has one. */
@Configuration(proxyBeanMethods = false)
class Wires {
    @Bean
    Herald herald(Settings settings, JdbcClient jdbc) {
        return settings.redis() == null
                ? new DatabaseHerald(jdbc)
                : new RedisHerald(settings.redis(), RedisChannels.of(settings.secret()));
    }

    @Bean
    SmartLifecycle newsWire(Settings settings, JdbcConnectionDetails login, List<Hearer> hearers) {
        return settings.redis() == null
                ? new Wire(login, hearers)
                : new RedisWire(settings.redis(), RedisChannels.of(settings.secret()), hearers);
    }
}
