package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.ticketing.HoldId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which hold a seller's key stands for, written once. */
@Repository
class CounterKeys {
    private final JdbcClient jdbc;

    CounterKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    @Nullable
    HoldId find(EventView event, UUID seller, String key) {
        return jdbc.sql("select hold_id from ordering.counter_keys where event_id = ? and seller = ? and key = ?")
                .params(event.id().value(), seller, key)
                .query((row, n) -> new HoldId(row.getObject(1, UUID.class)))
                .optional()
                .orElse(null);
    }

    /** @return the one that it stands for, which somebody with the same key may have written first */
    @Transactional
    HoldId keep(EventView event, UUID seller, String key, HoldId hold) {
        int kept = jdbc.sql("""
                        insert into ordering.counter_keys (event_id, organization_id, seller, key, hold_id) values (?, ?, ?, ?, ?)
                        on conflict (event_id, seller, key) do nothing
                        """)
                .params(event.id().value(), event.organization().value(), seller, key, hold.value())
                .update();
        return kept == 1 ? hold : Objects.requireNonNull(find(event, seller, key));
    }
}
