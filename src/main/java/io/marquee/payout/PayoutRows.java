package io.marquee.payout;

import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Posting.About;
import io.marquee.ledger.Postings;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.PayoutFact.Standing;
import io.marquee.payout.PayoutEvent.PayoutReturned;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Payouts as the books need them. Both postings happen once each, in whatever order a payout's states are heard of. */
@Component
class PayoutRows {
    /** A payout that is paid may still come back; none goes the other way. */
    private static final String[] ORDER = {"pending", "in_transit", "paid", "failed", "cancelled"};

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final ReleaseMoves releases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PayoutRows(JdbcClient jdbc, Ledger ledger, ReleaseMoves releases, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.releases = releases;
        this.events = events;
        this.clock = clock;
    }

    /** An older fact that comes late moves nothing. @return whether anything moved */
    @Transactional
    public boolean told(OrganizationId organization, String provider, String account, PayoutFact fact) {
        int rows = jdbc.sql("""
                        insert into payout.payouts as p
                          (id, organization_id, provider, account, provider_ref, state, amount, currency, created_at,
                           updated_at)
                        values (:id, :organization, :provider, :account, :ref, :state, :amount, :currency, :at, :now)
                        on conflict (provider, provider_ref) do update set state = excluded.state, updated_at = excluded.updated_at
                        where array_position(:order, excluded.state) > array_position(:order, p.state)
                          and p.organization_id = excluded.organization_id
                        """)
                .param("order", ORDER)
                .param("id", Ids.next())
                .param("organization", organization.value())
                .param("provider", provider)
                .param("account", account)
                .param("ref", fact.ref())
                .param("state", Wire.name(fact.standing()))
                .param("amount", fact.amount().amount())
                .param("currency", fact.amount().currency().getCurrencyCode())
                .param("at", Timestamp.from(fact.createdAt()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (rows > 0) {
            post(organization, provider, fact);
        }
        return rows > 0;
    }

    /** What the books have of an account, by the provider's ids. */
    @Transactional(readOnly = true)
    public Map<String, Money> between(String provider, String account, Instant from, Instant until) {
        Map<String, Money> found = new HashMap<>();
        jdbc.sql("""
                        select provider_ref, amount, currency from payout.payouts
                        where provider = ? and account = ? and created_at >= ? and created_at < ?
                        """)
                .params(provider, account, Timestamp.from(from), Timestamp.from(until))
                .query(row -> {
                    found.put(row.getString(1), Money.of(row.getLong(2), row.getString(3)));
                });
        return found;
    }

    private void post(OrganizationId organization, String provider, PayoutFact fact) {
        UUID id = jdbc.sql("select id from payout.payouts where provider = ? and provider_ref = ?")
                .params(provider, fact.ref())
                .query(UUID.class)
                .single();
        ledger.post(Postings.payoutSent(
                new About(organization, null, null, provider, fact.createdAt()), id, fact.amount()));
        if (fact.standing() == Standing.FAILED || fact.standing() == Standing.CANCELLED) {
            ledger.post(Postings.payoutReturned(
                    new About(organization, null, null, provider, clock.instant()), id, fact.amount()));
            releases.returned(provider, fact.ref());
        }
        if (fact.standing() == Standing.FAILED) {
            events.publishEvent(
                    new PayoutReturned(id, organization, provider, fact.ref(), fact.amount(), fact.failureCode()));
        }
    }
}
