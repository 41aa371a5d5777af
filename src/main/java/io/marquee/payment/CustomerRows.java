package io.marquee.payment;

import io.marquee.kernel.Ids;
import io.marquee.kernel.PersonId;
import io.marquee.payment.provider.SavedMethods;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of payment.customers. */
@Component
class CustomerRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param customer the provider's id; null until it has answered */
    record Row(
            UUID id,
            String provider,
            @Nullable String account,
            @Nullable String customer) {

        SavedMethods.@Nullable Customer known() {
            return customer == null ? null : new SavedMethods.Customer(customer, account);
        }
    }

    /** Wherever the person is known. */
    @Transactional(readOnly = true)
    public List<Row> of(PersonId person) {
        return jdbc.sql("""
                        select id, provider, provider_account as account, customer from payment.customers
                        where person_id = ? and customer is not null order by id
                        """).param(person.value()).query(CustomerRows::read).list();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("account"),
                row.getString("customer"));
    }

    @Transactional(readOnly = true)
    public List<Row> row(PersonId person, String provider, @Nullable String account) {
        return jdbc.sql("""
                        select id, provider, provider_account as account, customer from payment.customers
                        where person_id = :person and provider = :provider
                          and provider_account is not distinct from cast(:account as text)
                        """)
                .param("person", person.value())
                .param("provider", provider)
                .param("account", account)
                .query(CustomerRows::read)
                .list();
    }

    @Transactional
    public Row opened(PersonId person, String provider, @Nullable String account) {
        jdbc.sql("""
                        insert into payment.customers (id, person_id, provider, provider_account, created_at)
                        values (:id, :person, :provider, :account, :now)
                        on conflict (person_id, provider, provider_account) do nothing
                        """)
                .param("id", Ids.next())
                .param("person", person.value())
                .param("provider", provider)
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return row(person, provider, account).getFirst();
    }

    /** Whoever comes next is made known anew, under another key: under the old one the provider repeats who it was. */
    @Transactional
    public void forget(UUID id, String customer) {
        jdbc.sql("delete from payment.customers where id = ? and customer = ?")
                .params(id, customer)
                .update();
    }

    @Transactional
    public void named(UUID id, String customer) {
        int rows = jdbc.sql("update payment.customers set customer = ? where id = ?")
                .params(customer, id)
                .update();
        if (rows != 1) throw new IllegalStateException("the customer " + id + " is gone");
    }
}
