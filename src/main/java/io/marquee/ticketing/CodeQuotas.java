package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import io.marquee.pricing.CodeUses;
import io.marquee.pricing.PromoCodeLimited;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The uses of promo codes are stock: a quota of the code's id, on which each hold that gives the code draws once. */
@Component
class CodeQuotas implements CodeUses {
    private final JdbcClient jdbc;
    private final Acting acting;

    CodeQuotas(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    /** In the transaction of the change: a limit below what is used refuses it. */
    @EventListener
    void on(PromoCodeLimited limited) {
        acting.asSystem(limited.organization(), () -> {
            int size = limited.limit() == null ? Integer.MAX_VALUE : limited.limit();
            int set = jdbc.sql("""
                            insert into ticketing.quotas as q (id, event_id, organization_id, size, shared, kind, per_person)
                            values (?, ?, ?, ?, true, 'code', ?)
                            on conflict (id) do update set size = excluded.size, per_person = excluded.per_person
                             where q.held + q.sold <= excluded.size
                            """)
                    .params(
                            limited.code(),
                            limited.event().value(),
                            limited.organization().value(),
                            size)
                    .param(limited.perPerson())
                    .update();
            if (set != 1) throw InvalidInput.at("limit", "below_used", used(limited.code()));
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Integer> of(EventId event) {
        Map<UUID, Integer> uses = new HashMap<>();
        jdbc.sql("select id, held + sold from ticketing.quotas where event_id = ? and kind = 'code'")
                .param(event.value())
                .query(row -> {
                    uses.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return uses;
    }

    private int used(UUID code) {
        return jdbc.sql("select held + sold from ticketing.quotas where id = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }
}
