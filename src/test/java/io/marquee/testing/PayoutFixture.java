package io.marquee.testing;

import io.marquee.event.EventView;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationView;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payout.PayoutAccountView;
import io.marquee.payout.PayoutAccountsOf;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.HoldId;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Organizations with an owner and an account, and what is paid to them. */
@Component
public class PayoutFixture {
    private final PeopleFixture people;
    private final OrganizationFixture organizations;
    private final EventFixture events;
    private final PayoutAccountsOf accounts;
    private final Payments payments;
    private final Settings settings;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PayoutFixture(
            PeopleFixture people,
            OrganizationFixture organizations,
            EventFixture events,
            PayoutAccountsOf accounts,
            Payments payments,
            Settings settings,
            Acting acting,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.people = people;
        this.organizations = organizations;
        this.events = events;
        this.accounts = accounts;
        this.payments = payments;
        this.settings = settings;
        this.acting = acting;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** An organization and who owns it. */
    public record Owned(PersonId owner, OrganizationView organization) {
        public OrganizationId id() {
            return organization.id();
        }
    }

    public Owned organization() {
        PersonId owner = people.person("Mara Brandt");
        return new Owned(owner, organizations.organization(owner, "Harbour Nights " + Ids.next()));
    }

    public <T extends @Nullable Object> T as(Owned owned, Supplier<T> work) {
        return acting.as(people.actor(owned.owner()), work);
    }

    public Visitor browserOf(Owned owned) {
        return Visitor.of(settings.baseUrl()).bearing(people.token(owned.owner()));
    }

    /** An address of ours, in full. */
    public String address(String path) {
        return settings.baseUrl() + path;
    }

    public PayoutAccountView open(Owned owned, String provider) {
        return as(owned, () -> accounts.open(owned.id(), provider, "Harbour Nights", "mara@example.org", "PT"));
    }

    /** Somebody pays with the sandbox's good card. */
    public PaymentView paid(Owned owned, long amount) {
        return paid(owned, amount, PaymentFixture.GOOD_CARD);
    }

    public PaymentView paid(Owned owned, long amount, String card) {
        return payments.start(due(owned, amount), Payments.Way.through("sandbox", card));
    }

    /** The same, for an event. */
    public PaymentView paid(Owned owned, EventView event, Money amount) {
        return payments.start(due(owned, event, amount), Payments.Way.through("sandbox", PaymentFixture.GOOD_CARD));
    }

    public Payments.Due due(Owned owned, long amount) {
        return due(owned, events.draft(owned.id()), Money.of(amount, "EUR"));
    }

    private static Payments.Due due(Owned owned, EventView event, Money amount) {
        return new Payments.Due(
                Ids.next(),
                new HoldId(Ids.next()),
                event.id(),
                owned.id(),
                amount,
                "Low Tide Sessions",
                "ada@example.org",
                "/checkout/return");
    }

    /** What the operator keeps, as it was stored with the payment. */
    public long feeOf(PaymentView payment) {
        return number(
                "select application_fee from payment.payments where id = ?",
                payment.id().value());
    }

    /** What the books say was paid out to an organization, in minor units. */
    public long paidOut(Owned owned) {
        return number("""
                select coalesce(sum(amount), 0) from ledger.entries
                where organization_id = ? and account = 'payouts'
                """, owned.id().value());
    }

    /** What the books have on an organization's account, in minor units. */
    public long booked(Owned owned, String account) {
        return number(
                "select coalesce(sum(abs(amount)), 0) from ledger.entries where organization_id = ? and account = '"
                        + account + "'",
                owned.id().value());
    }

    /** What the check of the books says of a thing. */
    public long breaches(UUID about) {
        return number("select count(*) from ordering.book_breaches where breach like '%' || ?::text || '%'", about);
    }

    /** How many mails of a kind were written about an organization. */
    public long mails(Owned owned, String kind) {
        return number(
                "select count(*) from notification.mails where organization_id = ? and kind = '" + kind + "'",
                owned.id().value());
    }

    /** An event of an organization that is not published yet. */
    public EventView draft(Owned owned) {
        return events.draft(owned.id());
    }

    private long number(String sql, UUID about) {
        return acting.asPlatform(() -> java.util.Objects.requireNonNull(transaction.execute(
                status -> jdbc.sql(sql).param(about).query(Long.class).single())));
    }
}
