package io.marquee.payment.sandbox;

import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.AccountRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox's book of organizers' accounts. */
@Component
class SandboxAccounts {
    private final JdbcClient jdbc;
    private final SandboxDeliveries deliveries;
    private final Clock clock;

    SandboxAccounts(JdbcClient jdbc, SandboxDeliveries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    enum State {
        NEW,
        INCOMPLETE,
        VERIFIED
    }

    /** A row of payment.sandbox_accounts. Whoever knows its id may go through its onboarding. */
    record SandboxAccount(
            String id,
            String name,
            String country,
            State state,
            boolean bankRefuses,
            @Nullable String returnUrl) {
        private static SandboxAccount read(ResultSet row, int number) throws SQLException {
            return new SandboxAccount(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("country"),
                    Wire.parse(State.class, row.getString("state")),
                    row.getBoolean("bank_refuses"),
                    row.getString("return_url"));
        }
    }

    /** Opens one, or answers the one that the key opened. */
    @Transactional
    public SandboxAccount open(AccountRequest request) {
        jdbc.sql("""
                        insert into payment.sandbox_accounts
                          (id, idempotency_key, reference, name, country, state, created_at)
                        values (?, ?, ?, ?, ?, 'new', ?)
                        on conflict (idempotency_key) do nothing
                        """)
                .params(
                        SandboxIds.next("acct"),
                        request.key(),
                        request.reference(),
                        request.name(),
                        request.country(),
                        Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select * from payment.sandbox_accounts where idempotency_key = ?")
                .param(request.key())
                .query(SandboxAccount::read)
                .single();
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public SandboxAccount byId(String id) {
        return jdbc.sql("select * from payment.sandbox_accounts where id = ?")
                .param(id)
                .query(SandboxAccount::read)
                .optional()
                .orElseThrow(() -> new NotFound("page"));
    }

    /** Where its owner goes back to. @throws NotFound */
    @Transactional
    public void sendBackTo(String id, String returnUrl) {
        one(jdbc.sql("update payment.sandbox_accounts set return_url = ? where id = ?")
                .params(returnUrl, id)
                .update());
    }

    /** Its owner said who they are, as they chose. @throws NotFound */
    @Transactional
    public void become(String id, State state, boolean bankRefuses) {
        one(jdbc.sql("update payment.sandbox_accounts set state = ?, bank_refuses = ? where id = ?")
                .params(Wire.name(state), bankRefuses, id)
                .update());
        deliveries.owe(id, id, "account.updated");
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new NotFound("page");
        }
    }
}
