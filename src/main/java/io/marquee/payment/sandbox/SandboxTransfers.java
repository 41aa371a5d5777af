package io.marquee.payment.sandbox;

import io.marquee.kernel.Money;
import io.marquee.payment.provider.PayoutDenied;
import io.marquee.payment.provider.TransferFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox's book of what the operator passed on. Of play money the operator has as much as it wants. */
@Component
class SandboxTransfers {
    private static final String SELECT = """
            select t.*, (select coalesce(sum(r.amount), 0)::bigint from payment.sandbox_transfers r where r.reverses = t.id)
                     as reversed
            from payment.sandbox_transfers t
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxTransfers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes one, or answers the one that the key made. */
    @Transactional
    public TransferFact transfer(String key, String account, Money amount, String description) {
        return made(key, account, null, amount, description);
    }

    /** Takes back, or answers what the key took back. @throws PayoutDenied where less is left */
    @Transactional
    public String reverse(String key, String transfer, Money amount) {
        String account = jdbc.sql("select account_id from payment.sandbox_transfers where id = ? for update")
                .param(transfer)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new PayoutDenied("No such transfer: " + transfer));
        boolean anew = jdbc.sql("select not exists (select from payment.sandbox_transfers where idempotency_key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
        TransferFact now = byId(transfer);
        if (anew && amount.compareTo(now.amount().minus(now.reversed())) > 0) {
            throw new PayoutDenied("That is more than is left of the transfer.");
        }
        return made(key, account, transfer, amount, "Reversal").ref();
    }

    private TransferFact made(String key, String account, @Nullable String reverses, Money amount, String description) {
        jdbc.sql("""
                        insert into payment.sandbox_transfers
                          (id, idempotency_key, account_id, reverses, amount, currency, description, created_at)
                        values (:id, :key, :account, :reverses, :amount, :currency, :description, :now)
                        on conflict (idempotency_key) do nothing
                        """)
                .param("id", SandboxIds.next(reverses == null ? "tr" : "trr"))
                .param("key", key)
                .param("account", account)
                .param("reverses", reverses)
                .param("amount", amount.amount())
                .param("currency", amount.currency().getCurrencyCode())
                .param("description", description)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return byId(jdbc.sql("select id from payment.sandbox_transfers where idempotency_key = ?")
                .param(key)
                .query(String.class)
                .single());
    }

    private TransferFact byId(String id) {
        return jdbc.sql(SELECT + " where t.id = ?")
                .param(id)
                .query(SandboxTransfers::read)
                .single();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<TransferFact> of(String account, long offset, int limit) {
        return jdbc.sql(SELECT + """
                         where t.account_id = ? and t.reverses is null
                        order by t.created_at desc, t.id offset ? limit ?
                        """)
                .params(account, offset, limit)
                .query(SandboxTransfers::read)
                .list();
    }

    private static TransferFact read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new TransferFact(
                row.getString("id"),
                Money.of(row.getLong("amount"), currency),
                Money.of(row.getLong("reversed"), currency),
                null,
                row.getString("description"),
                row.getTimestamp("created_at").toInstant());
    }
}
