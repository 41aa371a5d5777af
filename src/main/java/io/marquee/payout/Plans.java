package io.marquee.payout;

import io.marquee.event.EventEvent.EventEnded;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which organizations are paid out after each of their events, and when. */
@Component
class Plans {
    private final JdbcClient jdbc;
    private final ReleaseRows releases;
    private final ReleaseMoves moves;
    private final Acting acting;

    Plans(JdbcClient jdbc, ReleaseRows releases, ReleaseMoves moves, Acting acting) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.moves = moves;
        this.acting = acting;
    }

    /** Days after an event's end. */
    @Transactional(readOnly = true)
    public Optional<Integer> days(OrganizationId organization, String provider) {
        return jdbc.sql("select days from payout.plans where organization_id = ? and provider = ?")
                .params(organization.value(), provider)
                .query(Integer.class)
                .optional();
    }

    /** What is not decided yet follows. @param days null: no longer after events */
    @Transactional
    public void choose(OrganizationId organization, String provider, @Nullable Integer days) {
        if (days == null) {
            jdbc.sql("delete from payout.plans where organization_id = ? and provider = ?")
                    .params(organization.value(), provider)
                    .update();
            moves.end(organization, provider);
        } else {
            jdbc.sql("""
                            insert into payout.plans (organization_id, provider, days) values (?, ?, ?)
                            on conflict (organization_id, provider) do update set days = excluded.days
                            """).params(organization.value(), provider, days).update();
            releases.due(organization, provider, days);
        }
    }

    /** In the transaction that ends the event. The plan is held until then: who ends it meanwhile finds what was staged. */
    @EventListener
    void on(EventEnded ended) {
        acting.asSystem(
                ended.organization(),
                () -> jdbc.sql("select provider, days from payout.plans where organization_id = ? for share")
                        .param(ended.organization().value())
                        .query((row, n) -> {
                            releases.stage(ended, row.getString("provider"), row.getInt("days"));
                            return n;
                        })
                        .list());
    }
}
