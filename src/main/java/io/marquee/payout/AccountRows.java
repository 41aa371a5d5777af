package io.marquee.payout;

import io.marquee.audit.History;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.AccountFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The organizations' accounts, as we know them. */
@Component
class AccountRows {
    private final JdbcClient jdbc;
    private final History history;
    private final JsonMapper json;
    private final Clock clock;

    AccountRows(JdbcClient jdbc, History history, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** Before the provider is asked; what it made stays, and until it has made one the country may be another. */
    @Transactional
    public Opening open(OrganizationId organization, String provider, String country) {
        String key = "account-" + organization + "-" + provider + "-" + country;
        int rows = jdbc.sql("""
                        insert into payout.accounts
                          (organization_id, provider, idempotency_key, country, state, opened_at)
                        values (?, ?, ?, ?, 'opening', ?)
                        on conflict (organization_id, provider) do nothing
                        """)
                .params(organization.value(), provider, key, country, Timestamp.from(clock.instant()))
                .update();
        if (rows == 1) {
            history.record(subject(organization), null, AccountState.OPENING, provider);
        } else {
            jdbc.sql("""
                            update payout.accounts set country = ?, idempotency_key = ?
                            where organization_id = ? and provider = ? and account is null and country <> ?
                            """)
                    .params(country, key, organization.value(), provider, country)
                    .update();
        }
        // as stored: the same country keeps its key, with which the provider may have made one that we did not hear of
        String stored = jdbc.sql(
                        "select idempotency_key from payout.accounts where organization_id = ? and provider = ?")
                .params(organization.value(), provider)
                .query(String.class)
                .single();
        return new Opening(find(organization, provider).orElseThrow(), stored);
    }

    /** @param key to ask the provider with: the same for the same country */
    record Opening(PayoutAccountView account, String key) {}

    /**
     * What the provider said, once and for good for its id and country; the state follows.
     *
     * @return whether anything moved
     * @throws PayoutRefused.OpenedMeanwhile where the organization's account is another
     */
    @Transactional
    public boolean told(PayoutAccountView known, AccountFact fact) {
        AccountState to = AccountState.of(fact);
        int rows = jdbc.sql("""
                        update payout.accounts
                        set account = :account, country = :country, fact = :fact::jsonb, state = :state, checked_at = :now
                        where organization_id = :organization and provider = :provider
                          and (account is null or account = :account)
                        """)
                .param("account", fact.ref())
                .param("country", fact.country() == null ? known.country() : fact.country())
                .param("fact", json.writeValueAsString(fact))
                .param("state", Wire.name(to))
                .param("now", Timestamp.from(clock.instant()))
                .param("organization", known.organization().value())
                .param("provider", known.provider())
                .update();
        if (rows != 1) throw new PayoutRefused.OpenedMeanwhile();
        if (known.state() != to) {
            history.record(subject(known.organization()), known.state(), to, fact.disabledReason());
        }
        return !fact.equals(known.fact());
    }

    private static History.Subject subject(OrganizationId organization) {
        return new History.Subject("payout_account", organization.value(), organization, null);
    }

    @Transactional(readOnly = true)
    public Optional<PayoutAccountView> find(OrganizationId organization, String provider) {
        return jdbc.sql("select * from payout.accounts where organization_id = ? and provider = ?")
                .params(organization.value(), provider)
                .query(this::read)
                .optional();
    }

    /** As the actor's rows allow. */
    @Transactional(readOnly = true)
    public Optional<PayoutAccountView> byAccount(String provider, String account) {
        return jdbc.sql("select * from payout.accounts where provider = ? and account = ?")
                .params(provider, account)
                .query(this::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<PayoutAccountView> of(OrganizationId organization) {
        return jdbc.sql("select * from payout.accounts where organization_id = ? order by provider")
                .param(organization.value())
                .query(this::read)
                .list();
    }

    /** All there are, those that wait for their owner first; as the platform. */
    @Transactional(readOnly = true)
    public List<PayoutAccountView> all(int limit) {
        return jdbc.sql("""
                        select * from payout.accounts
                        order by array_position(array['restricted', 'opening', 'incomplete', 'in_review', 'active'], state),
                          opened_at desc
                        limit ?
                        """).param(limit).query(this::read).list();
    }

    /** Those that money may have left; as the platform. */
    @Transactional(readOnly = true)
    public List<PayoutAccountView> payingOut() {
        return jdbc.sql("""
                        select * from payout.accounts
                        where account is not null and state not in ('opening', 'incomplete')
                        order by organization_id, provider
                        """).query(this::read).list();
    }

    private PayoutAccountView read(ResultSet row, int number) throws SQLException {
        String fact = row.getString("fact");
        Timestamp checked = row.getTimestamp("checked_at");
        return new PayoutAccountView(
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                row.getString("provider"),
                row.getString("country"),
                row.getString("account"),
                Wire.parse(AccountState.class, row.getString("state")),
                fact == null ? null : json.readValue(fact, AccountFact.class),
                row.getTimestamp("opened_at").toInstant(),
                checked == null ? null : checked.toInstant());
    }
}
