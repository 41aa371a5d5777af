package io.marquee.payment;

import io.marquee.media.PrivateFiles;
import io.marquee.platform.personal.PersonalRecords;
import io.marquee.platform.personal.Subject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How they paid. Amounts and references stay, for the books and the provider’s. */
@Component
class PersonalPayments implements PersonalRecords {
    private final PrivateFiles files;
    private final JdbcClient jdbc;

    PersonalPayments(PrivateFiles files, JdbcClient jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    /** Of what was said about them to banks that have decided, the files go; what providers keep of it is theirs. */
    @Override
    public void erase(Subject subject) {
        jdbc.sql("""
                        update payment.evidence e set file_id = null from payment.disputes d, payment.payments p
                        where d.id = e.dispute_id and p.id = d.payment_id and d.state in ('won', 'lost')
                          and p.buyer_email = ? and e.file_id is not null
                        returning old.file_id
                        """).param(subject.email()).query(UUID.class).list().forEach(files::remove);
    }

    @Override
    public String module() {
        return "payment";
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(Map.entry("payments", """
                    select provider, state, amount, currency, method, created_at from payment.payments where buyer_email = :email
                    """), Map.entry("kept_methods", """
                    select provider, created_at from payment.customers where person_id = :person
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from payment.customers where person_id = :person
                    """, """
                    update payment.payments set buyer_email = :gone where buyer_email = :email
                    """, """
                    update payment.refunds set buyer_email = :gone where buyer_email = :email
                    """, """
                    update payment.evidence set body = '' where platform.names_address(body, :email)
                      and dispute_id in (select id from payment.disputes where state in ('won', 'lost'))
                    """, """
                    update payment.webhooks set payload = '{}'
                    where handled_at is not null and platform.names_address(payload, :email)
                    """, """
                    update payment.sandbox_charges set email = :gone where email = :email
                    """, """
                    update payment.sandbox_deliveries set payload = '{}'
                    where state <> 'pending' and platform.names_address(payload, :email)
                    """, """
                    update payment.sandbox_customers set name = :nobody, email = :gone where email = :email
                    """);
    }

    @Override
    public Map<String, String> objections() {
        return Map.ofEntries(
                Map.entry("payment_waits", """
                    select distinct currency from payment.payments where buyer_email = :email
                      and state in ('created', 'requires_action', 'processing', 'authorised')
                    """), Map.entry("refund_undecided", """
                    select distinct currency from payment.refunds where buyer_email = :email
                      and state in ('requested', 'approved', 'processing')
                    """), Map.entry("dispute_open", """
                    select distinct currency from payment.disputes where state in ('needs_response', 'under_review')
                      and (order_id = any (:orders) or organization_id = any (:owned))
                    """));
    }
}
