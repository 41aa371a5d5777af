package io.marquee.payment;

import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nothing stays undecided because somebody forgot it: whatever is, and has no job that goes after it, gets one. That a job
 * is there already is no matter.
 */
@Component
class Undecided {
    private static final Duration SOMEBODY_SHOULD_BE_AT_IT = Duration.ofMinutes(2);
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String PAYMENTS = """
            select id from payment.payments
            where state in ('created', 'requires_action', 'processing', 'authorised')
              and (capture <> 'set_up' or state <> 'authorised' or give_up_at is not null) and created_at < ? and id > ?
            order by id limit ?
            """;
    private static final String REFUNDS = """
            select id from payment.refunds
            where state in ('approved', 'processing') and created_at < ? and id > ?
            order by id limit ?
            """;

    private final JdbcClient jdbc;
    private final PaymentAgenda agenda;
    private final Acting acting;
    private final Clock clock;

    Undecided(JdbcClient jdbc, PaymentAgenda agenda, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.agenda = agenda;
        this.acting = acting;
        this.clock = clock;
    }

    /** Acts for the whole platform. */
    @Transactional
    public void takeUp() {
        acting.asPlatform(() -> {
            for (UUID id = some(PAYMENTS, FIRST, agenda::poll); id != null; id = some(PAYMENTS, id, agenda::poll)) {}
            for (UUID id = some(REFUNDS, FIRST, agenda::refund); id != null; id = some(REFUNDS, id, agenda::refund)) {}
        });
    }

    /** @return the last of them; null when there was none */
    private @Nullable UUID some(String query, UUID after, Consumer<UUID> takeUp) {
        List<UUID> ids = jdbc.sql(query)
                .params(Timestamp.from(clock.instant().minus(SOMEBODY_SHOULD_BE_AT_IT)), after, AT_ONCE)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        ids.forEach(takeUp);
        return ids.isEmpty() ? null : ids.getLast();
    }
}
