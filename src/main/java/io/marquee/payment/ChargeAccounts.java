package io.marquee.payment;

import io.marquee.kernel.OrganizationId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organizations' own accounts at providers, as far as charges need to know them. */
@Component
public class ChargeAccounts {
    private final JdbcClient jdbc;
    private final Clock clock;

    ChargeAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An organization has one account at a provider, for good; whether it may take money changes.
     *
     * @throws IllegalStateException when it has another, or the account is another organization's
     */
    @Transactional
    public void put(OrganizationId organization, String provider, String account, boolean chargesEnabled) {
        int rows = jdbc.sql("""
                        insert into payment.accounts as a (organization_id, provider, account, charges_enabled, updated_at)
                        values (:organization, :provider, :account, :charges, :now)
                        on conflict (organization_id, provider) do update
                        set charges_enabled = excluded.charges_enabled, updated_at = excluded.updated_at
                        where a.account = excluded.account
                        """)
                .param("organization", organization.value())
                .param("provider", provider)
                .param("account", account)
                .param("charges", chargesEnabled)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("organization " + organization + " has another account than " + account);
        }
    }

    /** Its account, if that may take money. */
    @Transactional(readOnly = true)
    public Optional<String> charging(OrganizationId organization, String provider) {
        return jdbc.sql("""
                        select account from payment.accounts
                        where organization_id = ? and provider = ? and charges_enabled
                        """)
                .params(organization.value(), provider)
                .query(String.class)
                .optional();
    }

    /** Whose account it is; as the platform. */
    @Transactional(readOnly = true)
    public Optional<OrganizationId> owner(String provider, String account) {
        return jdbc.sql("select organization_id from payment.accounts where provider = ? and account = ?")
                .params(provider, account)
                .query(UUID.class)
                .optional()
                .map(OrganizationId::of);
    }
}
