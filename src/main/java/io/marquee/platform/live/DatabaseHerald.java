package io.marquee.platform.live;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Through the database, whose commit lets it go. */
final class DatabaseHerald implements Herald {
    private final JdbcClient jdbc;

    DatabaseHerald(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void tell(String channel, Collection<String> payloads) {
        if (payloads.isEmpty()) return;
        jdbc.sql("select count(pg_notify(?, payload)) from unnest(?) payload")
                .params(channel, payloads.toArray(String[]::new))
                .query(Long.class)
                .single();
    }
}
