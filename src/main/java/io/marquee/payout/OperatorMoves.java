package io.marquee.payout;

import io.marquee.identity.Access;
import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.PayoutFact.Standing;
import io.marquee.payout.OperatorMoveView.Kind;
import io.marquee.platform.tenancy.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What we know of the operator's own account. */
@Component
public class OperatorMoves {
    private static final String COLUMNS =
            "select provider, provider_ref, kind, state, amount, currency, at from payout.operator_moves ";

    private final JdbcClient jdbc;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    OperatorMoves(JdbcClient jdbc, Access access, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** Newest first; for administrators. @param cursor of the slice before; null for the newest */
    @Transactional(readOnly = true)
    public Slice<OperatorMoveView> all(@Nullable String cursor, int limit) {
        access.requireAdministrator();
        List<OperatorMoveView> found = acting.asPlatform(() -> jdbc.sql(COLUMNS + """
                        where :after::text is null
                           or (at, provider_ref) < (select m.at, m.provider_ref from payout.operator_moves m
                                                    where m.provider || '/' || m.provider_ref = :after)
                        order by at desc, provider_ref desc limit :limit
                        """)
                .param("after", cursor)
                .param("limit", limit + 1)
                .query(OperatorMoves::read)
                .list());
        return Slice.of(found, limit, move -> move.provider() + "/" + move.ref());
    }

    /** As the platform: by the provider's ids. */
    @Transactional(readOnly = true)
    public Map<String, Money> payouts(String provider, Instant from, Instant until) {
        return jdbc
                .sql(COLUMNS + "where provider = ? and kind = 'payout' and at >= ? and at < ?")
                .params(provider, Timestamp.from(from), Timestamp.from(until))
                .query(OperatorMoves::read)
                .list()
                .stream()
                .collect(Collectors.toMap(OperatorMoveView::ref, OperatorMoveView::amount));
    }

    /** As the platform. What was seen keeps its amount, and its state follows the provider's word. @return whether anything is new */
    @Transactional
    public boolean told(OperatorMoveView move) {
        return jdbc.sql("""
                        insert into payout.operator_moves as m (provider, provider_ref, kind, state, amount, currency, at, seen_at)
                        values (:provider, :ref, :kind, :state, :amount, :currency, :at, :now)
                        on conflict (provider, provider_ref) do update set state = excluded.state, seen_at = excluded.seen_at
                        where m.state <> excluded.state
                        """)
                        .param("provider", move.provider())
                        .param("ref", move.ref())
                        .param("kind", Wire.name(move.kind()))
                        .param("state", move.state() == null ? null : Wire.name(move.state()))
                        .param("amount", move.amount().amount())
                        .param("currency", move.amount().currency().getCurrencyCode())
                        .param("at", Timestamp.from(move.at()))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static OperatorMoveView read(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return new OperatorMoveView(
                row.getString("provider"),
                row.getString("provider_ref"),
                Wire.parse(Kind.class, row.getString("kind")),
                state == null ? null : Wire.parse(Standing.class, state),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getTimestamp("at").toInstant());
    }
}
