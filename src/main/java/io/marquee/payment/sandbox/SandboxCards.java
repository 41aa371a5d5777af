package io.marquee.payment.sandbox;

import io.marquee.kernel.NotFound;
import io.marquee.payment.provider.SavedMethods.CustomerGone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox's book of people and the cards that it keeps for them. Runs as the platform. */
@Component
class SandboxCards {
    /** Begins the key of somebody who is known for one purchase alone. */
    static final String APART = "set-up-";

    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxCards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A row of payment.sandbox_cards. @param expires its last month, such as {@code 2040-12} */
    record KeptCard(String id, TestCard card, String expires, boolean standard) {
        private static KeptCard read(ResultSet row, int number) throws SQLException {
            return new KeptCard(
                    row.getString("id"),
                    TestCard.of(row.getString("card")).orElseThrow(),
                    row.getString("expires"),
                    row.getBoolean("standard"));
        }
    }

    /** A row of payment.sandbox_setups. Whoever knows its id may have a card kept. */
    record Setup(String id, String customer, String returnUrl) {
        private static Setup read(ResultSet row, int number) throws SQLException {
            return new Setup(row.getString("id"), row.getString("customer_id"), row.getString("return_url"));
        }
    }

    /** Makes a customer, or answers the one that the key made. @return its id */
    @Transactional
    public String register(String key, @Nullable String account, String name, String email) {
        jdbc.sql("""
                        insert into payment.sandbox_customers (id, idempotency_key, account_id, name, email, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (idempotency_key) do nothing
                        """)
                .param(SandboxIds.next("cus"))
                .param(key)
                .param(account)
                .params(name, email, Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select id from payment.sandbox_customers where idempotency_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    /** The one that is offered first, then newest first. @throws CustomerGone */
    @Transactional(readOnly = true)
    public List<KeptCard> of(String customer) {
        require(customer);
        return jdbc.sql("""
                        select * from payment.sandbox_cards where customer_id = ?
                        order by standard desc, created_at desc, id
                        """).param(customer).query(KeptCard::read).list();
    }

    private void require(String customer) {
        boolean known = jdbc.sql("select exists (select from payment.sandbox_customers where id = ?)")
                .param(customer)
                .query(Boolean.class)
                .single();
        if (!known) throw new CustomerGone("no such customer: " + customer, null);
    }

    Optional<KeptCard> find(String customer, String id) {
        return jdbc.sql("select * from payment.sandbox_cards where customer_id = ? and id = ?")
                .params(customer, id)
                .query(KeptCard::read)
                .optional();
    }

    Optional<KeptCard> numbered(String customer, String number) {
        return jdbc.sql("select * from payment.sandbox_cards where customer_id = ? and card = ?")
                .params(customer, number)
                .query(KeptCard::read)
                .optional();
    }

    /** What was set up for one purchase alone is not needed any more. */
    void forget(String customer) {
        jdbc.sql("""
                        delete from payment.sandbox_cards where customer_id = ?
                          and exists (select from payment.sandbox_customers c
                                      where c.id = customer_id and starts_with(c.idempotency_key, ?))
                        """).params(customer, APART).update();
    }

    /** The first is offered first; one that is kept already gets its new last month. */
    @Transactional
    public void keep(String customer, TestCard card, String expires) {
        jdbc.sql("""
                        insert into payment.sandbox_cards (id, customer_id, card, expires, standard, created_at)
                        select :id, :customer, :card, :expires,
                               not exists (select from payment.sandbox_cards where customer_id = :customer), :now
                        on conflict (customer_id, card) do update set expires = excluded.expires
                        """)
                .param("id", SandboxIds.next("pm"))
                .param("customer", customer)
                .param("card", card.number())
                .param("expires", expires)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** @throws NotFound when it is none of this customer's */
    @Transactional
    public void makeStandard(String customer, String id) {
        if (find(customer, id).isEmpty()) throw new NotFound("payment_method");
        jdbc.sql("update payment.sandbox_cards set standard = false where customer_id = ? and standard and id <> ?")
                .params(customer, id)
                .update();
        one(jdbc.sql("update payment.sandbox_cards set standard = true where customer_id = ? and id = ?")
                .params(customer, id)
                .update());
    }

    /** @throws NotFound when it is none of this customer's */
    @Transactional
    public void remove(String customer, String id) {
        one(jdbc.sql("delete from payment.sandbox_cards where customer_id = ? and id = ?")
                .params(customer, id)
                .update());
    }

    private static void one(int rows) {
        if (rows != 1) throw new NotFound("payment_method");
    }

    /** Opens a page for it, or answers the one that the key opened. @return its id. @throws CustomerGone */
    @Transactional
    public String setUp(String key, String customer, String returnUrl) {
        require(customer);
        jdbc.sql("""
                        insert into payment.sandbox_setups (id, idempotency_key, customer_id, return_url, created_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (idempotency_key) do nothing
                        """)
                .params(SandboxIds.next("seti"), key, customer, returnUrl, Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("select id from payment.sandbox_setups where idempotency_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public Setup setup(String id) {
        return jdbc.sql("select * from payment.sandbox_setups where id = ?")
                .param(id)
                .query(Setup::read)
                .optional()
                .orElseThrow(() -> new NotFound("page"));
    }
}
