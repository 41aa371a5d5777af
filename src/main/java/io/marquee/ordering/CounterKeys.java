package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.platform.api.IdempotencyKeys;
import io.marquee.platform.api.KeyRefused;
import io.marquee.platform.config.Sha256;
import io.marquee.ticketing.HoldId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which hold a seller's key stands for, and what it was sent for: for as long as the API remembers keys. */
@Repository
class CounterKeys {
    private final JdbcClient jdbc;
    private final Clock clock;

    CounterKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A UUID stands for one sale of the event whoever sends it: a phone whose answer was lost may be another device by now, or
     * somebody else's. Other keys, such as numbers, are each seller's own.
     *
     * @param request a digest: the same for what says the same
     */
    record Key(EventView event, UUID seller, String text, byte[] request) {
        private static final Pattern UNIQUE = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        private static final UUID WHOEVER = new UUID(0, 0);

        static Key of(EventView event, UUID seller, String text, List<Object> request) {
            UUID whose = UNIQUE.matcher(text).matches() ? WHOEVER : seller;
            return new Key(event, whose, text, Sha256.of(request.toString()));
        }
    }

    /** @param same whether it was kept for the same request */
    record Kept(HoldId hold, boolean same) {
        /** @throws KeyRefused where it was sent for another sale */
        HoldId forTheSame() {
            if (!same) throw KeyRefused.reused();
            return hold;
        }
    }

    @Transactional(readOnly = true)
    @Nullable
    Kept find(Key key) {
        return jdbc.sql("""
                        select hold_id, coalesce(request = ?, true) from ordering.counter_keys
                        where event_id = ? and seller = ? and key = ? and at > ?
                        """)
                .params(key.request(), key.event().id().value(), key.seller(), key.text(), forgotten())
                .query((row, n) -> new Kept(new HoldId(row.getObject(1, UUID.class)), row.getBoolean(2)))
                .optional()
                .orElse(null);
    }

    /** @return what it stands for, which somebody with the same key may have written first */
    @Transactional
    Kept keep(Key key, HoldId hold) {
        UUID event = key.event().id().value();
        jdbc.sql("delete from ordering.counter_keys where event_id = ? and seller = ? and key = ? and at <= ?")
                .params(event, key.seller(), key.text(), forgotten())
                .update();
        return jdbc.sql("""
                        insert into ordering.counter_keys as k (event_id, organization_id, seller, key, hold_id, request, at)
                        values (:event, :organization, :seller, :key, :hold, :request, :now)
                        on conflict (event_id, seller, key) do update set key = excluded.key
                        returning k.hold_id, coalesce(k.request = :request, true)
                        """)
                .param("event", event)
                .param("organization", key.event().organization().value())
                .param("seller", key.seller())
                .param("key", key.text())
                .param("hold", hold.value())
                .param("request", key.request())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Kept(new HoldId(row.getObject(1, UUID.class)), row.getBoolean(2)))
                .single();
    }

    /** It may stand for another hold, unless it does already. */
    @Transactional
    void free(Key key, HoldId hold) {
        jdbc.sql("delete from ordering.counter_keys where event_id = ? and seller = ? and key = ? and hold_id = ?")
                .params(key.event().id().value(), key.seller(), key.text(), hold.value())
                .update();
    }

    /** As the platform. @return how many were old enough to go */
    @Transactional
    int forgetOld() {
        return jdbc.sql("delete from ordering.counter_keys where at <= ?")
                .param(forgotten())
                .update();
    }

    private Timestamp forgotten() {
        return Timestamp.from(clock.instant().minus(IdempotencyKeys.REMEMBERED));
    }
}
