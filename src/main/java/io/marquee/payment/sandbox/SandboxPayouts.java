package io.marquee.payment.sandbox;

import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.BalanceFact;
import io.marquee.payment.provider.PayoutDenied;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payment.sandbox.SandboxAccounts.SandboxAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lies in the sandbox's accounts, and goes to their banks. A page is counted from the newest. */
@Component
class SandboxPayouts {
    private final JdbcClient jdbc;
    private final SandboxBehaviours behaviours;
    private final SandboxDeliveries deliveries;
    private final SandboxAgenda agenda;
    private final Clock clock;

    SandboxPayouts(
            JdbcClient jdbc,
            SandboxBehaviours behaviours,
            SandboxDeliveries deliveries,
            SandboxAgenda agenda,
            Clock clock) {
        this.jdbc = jdbc;
        this.behaviours = behaviours;
        this.deliveries = deliveries;
        this.agenda = agenda;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<BalanceFact> balance(String account) {
        return jdbc.sql("""
                        select currency, sum(amount - fee)::bigint from payment.sandbox_transactions
                        where account_id = ? group by currency order by currency
                        """)
                .param(account)
                .query((row, n) -> {
                    Currency currency = Currency.getInstance(row.getString(1));
                    return new BalanceFact(new Money(row.getLong(2), currency), Money.zero(currency));
                })
                .list();
    }

    @Transactional(readOnly = true)
    public List<TransactionFact> transactions(
            String account, @Nullable String kind, @Nullable String payout, long offset, int limit) {
        return jdbc.sql("""
                        select * from payment.sandbox_transactions
                        where account_id = :account and (:kind::text is null or kind = :kind)
                          and (:payout::text is null or source = :payout)
                        order by at desc, ref desc offset :offset limit :limit
                        """)
                .param("account", account)
                .param("kind", kind)
                .param("payout", payout)
                .param("offset", offset)
                .param("limit", limit)
                .query(SandboxPayouts::transaction)
                .list();
    }

    private static TransactionFact transaction(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        Money amount = Money.of(row.getLong("amount"), currency);
        Money fee = Money.of(row.getLong("fee"), currency);
        Instant at = row.getTimestamp("at").toInstant();
        return new TransactionFact(
                row.getString("ref"),
                Wire.parse(TransactionFact.Kind.class, row.getString("kind")),
                amount,
                fee,
                amount.minus(fee),
                row.getString("description"),
                row.getString("source"),
                at,
                at);
    }

    @Transactional(readOnly = true)
    public List<PayoutFact> payouts(String account, long offset, int limit) {
        return jdbc.sql("""
                        select * from payment.sandbox_payouts where account_id = ?
                        order by created_at desc, id desc offset ? limit ?
                        """)
                .params(account, offset, limit)
                .query(SandboxPayouts::payout)
                .list();
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public PayoutFact payout(String account, String id) {
        return jdbc.sql("select * from payment.sandbox_payouts where account_id = ? and id = ?")
                .params(account, id)
                .query(SandboxPayouts::payout)
                .optional()
                .orElseThrow(() -> new NotFound("page"));
    }

    private static PayoutFact payout(ResultSet row, int number) throws SQLException {
        PayoutFact.Standing standing = Wire.parse(PayoutFact.Standing.class, row.getString("state"));
        return new PayoutFact(
                row.getString("id"),
                standing,
                Money.of(row.getLong("amount"), row.getString("currency")),
                false,
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("arrives_at").toInstant(),
                "•••• 3000",
                standing == PayoutFact.Standing.FAILED ? "account_closed" : null);
    }

    /** Sends some of it, or answers what the same key sent. @throws PayoutDenied where there is less */
    @Transactional
    public PayoutFact payOut(SandboxAccount account, String key, Money amount) {
        jdbc.sql("select 1 from payment.sandbox_accounts where id = ? for update")
                .param(account.id())
                .query()
                .singleRow();
        Optional<PayoutFact> before = jdbc.sql("select * from payment.sandbox_payouts where idempotency_key = ?")
                .param(key)
                .query(SandboxPayouts::payout)
                .optional();
        return before.orElseGet(() -> sent(account, key, amount));
    }

    private PayoutFact sent(SandboxAccount account, String key, Money amount) {
        Money available = balance(account.id()).stream()
                .map(BalanceFact::available)
                .filter(money -> money.currency().equals(amount.currency()))
                .findFirst()
                .orElse(Money.zero(amount.currency()));
        if (!amount.isPositive() || available.compareTo(amount) < 0) {
            throw new PayoutDenied("You have insufficient funds in your account for one of your balance types.");
        }
        String id = SandboxIds.next("po");
        Instant now = clock.instant();
        Instant arrives = now.plusSeconds(behaviours.current().settleSeconds());
        jdbc.sql("""
                        insert into payment.sandbox_payouts
                          (id, idempotency_key, account_id, amount, currency, state, arrives_at, created_at)
                        values (?, ?, ?, ?, ?, 'pending', ?, ?)
                        """)
                .params(
                        id,
                        key,
                        account.id(),
                        amount.amount(),
                        amount.currency().getCurrencyCode(),
                        Timestamp.from(arrives),
                        Timestamp.from(now))
                .update();
        deliveries.owe(account.id(), id, "payout.created");
        agenda.lookAt(id, arrives);
        return payout(account.id(), id);
    }

    /** What is due arrives at the bank, or comes back from it. */
    @Transactional
    public void settle(String id) {
        jdbc.sql("""
                        update payment.sandbox_payouts p
                        set state = case when a.bank_refuses then 'failed' else 'paid' end
                        from payment.sandbox_accounts a
                        where a.id = p.account_id and p.id = ? and p.state = 'pending' and p.arrives_at <= ?
                        returning p.account_id, p.state
                        """)
                .params(id, Timestamp.from(clock.instant()))
                .query((row, n) -> List.of(row.getString(1), "payout." + row.getString(2)))
                .list()
                .forEach(told -> deliveries.owe(told.getFirst(), id, told.getLast()));
    }
}
