package io.marquee.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class LedgerTest {
    private static final Instant MARCH = Instant.parse("2031-03-05T10:00:00Z");

    @Autowired
    private Ledger ledger;

    @Autowired
    private EventFixture events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    private OrganizationId organization;
    private EventView event;
    private Posting.About about;

    @BeforeEach
    void an_organization_with_an_event() {
        organization = events.organization();
        event = events.published(organization);
        about = new Posting.About(organization, event.id(), Ids.next(), "sandbox", MARCH);
    }

    @Test
    void a_payment_is_money_at_the_provider_that_a_buyer_owes_no_more() {
        post(Postings.paymentSucceeded(about, Ids.next(), euro(5000), euro(150)));

        assertThat(entries(owner()))
                .containsExactlyInAnyOrder("provider_balance 4850", "buyer_receivable -5000", "platform_fee 150");
    }

    @Test
    void one_cause_posts_once_however_often_it_is_told() {
        UUID payment = Ids.next();
        Posting posting = Postings.paymentSucceeded(about, payment, euro(5000), euro(0));
        post(posting);
        post(posting);
        transaction.executeWithoutResult(status -> ledger.post(List.of(posting, posting)));

        assertThat(entries(owner())).hasSize(2);
    }

    @Test
    void of_many_who_tell_of_one_cause_at_the_same_moment_one_posts() throws InterruptedException {
        Posting posting = Postings.paymentSucceeded(about, Ids.next(), euro(5000), euro(0));
        List<Object> outcomes = Rush.of(12, n -> () -> {
            post(posting);
            return n;
        });

        assertThat(outcomes).allMatch(Integer.class::isInstance);

        assertThat(entries(owner())).hasSize(2);
    }

    @Test
    void what_moves_nothing_is_not_written() {
        post(Postings.orderPaid(about, Ids.next(), List.of()));
        post(Postings.providerFee(about, Ids.next(), euro(0)));

        assertThat(count("postings")).isZero();
    }

    @Test
    void a_posting_that_does_not_balance_cannot_be_made() {
        assertThatThrownBy(() -> new Posting(
                        about,
                        new Cause(Cause.Kind.ORDER_PAID, Ids.next()),
                        List.of(
                                new Posting.Line(Account.CASH, null, euro(5)),
                                new Posting.Line(Account.SALES, null, Money.of(-5, "USD")))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_database_refuses_one_that_does_not_balance_in_each_currency() {
        post(Postings.cashReceived(about, Ids.next(), euro(100)));

        assertThatThrownBy(() -> asSystem("""
                        insert into ledger.entries (organization_id, posting_id, position, account, currency, amount)
                        select organization_id, id, 7, 'cash', 'EUR', 5 from ledger.postings where organization_id = :organization
                        union all
                        select organization_id, id, 8, 'sales', 'USD', -5 from ledger.postings where organization_id = :organization
                        """))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("does not balance");
        assertThat(count("entries")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.entries set amount = 2 * amount where organization_id = :organization",
                "delete from ledger.entries where organization_id = :organization",
                "update ledger.postings set at = now() where organization_id = :organization",
                "delete from ledger.postings where organization_id = :organization"
            })
    void what_was_written_stays(String sql) {
        post(Postings.cashReceived(about, Ids.next(), euro(100)));

        assertThatThrownBy(() -> asSystem(sql)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void owners_and_admins_see_their_books_and_nobody_else_does() {
        post(Postings.cashReceived(about, Ids.next(), euro(100)));

        assertThat(entries(EventFixture.person(organization, OrganizationRole.ADMIN)))
                .hasSize(2);
        assertThat(entries(EventFixture.person(event.id(), EventRole.ADMIN))).hasSize(2);
        assertThat(entries(EventFixture.person(organization, OrganizationRole.MEMBER)))
                .isEmpty();
        assertThat(entries(EventFixture.person(organization, OrganizationRole.VIEWER)))
                .isEmpty();
        assertThat(entries(EventFixture.person(event.id(), EventRole.VIEWER))).isEmpty();
        assertThat(entries(EventFixture.stranger())).isEmpty();
        assertThat(entries(new Actor.Capability(Ids.next()))).isEmpty();
    }

    @Test
    void an_owner_can_write_nothing_into_their_books() {
        assertThatThrownBy(() -> acting.as(
                        owner(),
                        () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into ledger.postings (organization_id, id, cause_kind, cause_id, at)
                        values (?, ?, 'cash_received', ?, now())
                        """)
                                .params(organization.value(), Ids.next(), Ids.next())
                                .update())))
                .isInstanceOf(DataAccessException.class);
    }

    private Actor.Person owner() {
        return EventFixture.owner(organization);
    }

    private void post(Posting posting) {
        transaction.executeWithoutResult(status -> ledger.post(posting));
    }

    private static Money euro(long cents) {
        return Money.of(cents, "EUR");
    }

    private List<String> entries(Actor actor) {
        return acting.as(
                actor,
                () -> transaction.execute(status -> jdbc.sql(
                                "select account || ' ' || amount from ledger.entries where organization_id = ?")
                        .param(organization.value())
                        .query(String.class)
                        .list()));
    }

    private long count(String table) {
        return acting.asSystem(
                organization,
                () -> transaction.execute(
                        status -> jdbc.sql("select count(*) from ledger." + table + " where organization_id = ?")
                                .param(organization.value())
                                .query(Long.class)
                                .single()));
    }

    private void asSystem(String sql) {
        acting.asSystem(
                organization,
                () -> transaction.executeWithoutResult(status -> jdbc.sql(sql)
                        .param("organization", organization.value())
                        .update()));
    }
}
