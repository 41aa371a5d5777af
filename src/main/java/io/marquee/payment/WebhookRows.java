package io.marquee.payment;

import io.marquee.kernel.Ids;
import io.marquee.kernel.NotFound;
import io.marquee.payment.provider.Notice;
import io.marquee.platform.batch.Combiner;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What providers told us, kept before anything is done about it. Acts as the platform: a webhook has no tenant yet. */
@Component
class WebhookRows {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Acting acting;
    private final Clock clock;
    private final Combiner<String, Told, Boolean> keeping = new Combiner<>(200, this::keepAll);

    WebhookRows(JdbcClient jdbc, TransactionTemplate transaction, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.acting = acting;
        this.clock = clock;
    }

    /** What came over the wire, and how it reads. */
    record Told(String provider, Notice notice, String payload) {
        @Nullable
        UUID payment() {
            try {
                return notice.reference() == null ? null : UUID.fromString(notice.reference());
            } catch (IllegalArgumentException foreign) {
                return null;
            }
        }
    }

    /** When this returns it is on the disk. The same event told again is only counted; many at once share a commit. */
    void keep(Told told) {
        keeping.ask(told.provider(), told);
    }

    private List<Boolean> keepAll(List<Told> all) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> insert(all)));
        return Collections.nCopies(all.size(), true);
    }

    /** One that had been given up waits again when it is told again. */
    private void insert(List<Told> all) {
        jdbc.sql("""
                        insert into payment.webhooks
                          (id, provider, provider_event_id, type, reference, account, object, subject, payload, urgent,
                           received_at, due_at)
                        select t.id, t.provider, t.event, t.type, t.reference, t.account, t.object, t.subject, t.payload,
                               exists (select from payment.payments p where p.id = t.payment
                                         and p.state in ('created', 'requires_action', 'processing', 'authorised')),
                               :now, :now
                        from unnest(:ids::uuid[], :providers::text[], :events::text[], :types::text[], :references::text[],
                                    :payments::uuid[], :accounts::text[], :objects::text[], :subjects::text[],
                                    :payloads::text[])
                             t (id, provider, event, type, reference, payment, account, object, subject, payload)
                        on conflict (provider, provider_event_id) do update
                          set deliveries = webhooks.deliveries + 1,
                              due_at = case when webhooks.outcome = 'given_up' then excluded.due_at else webhooks.due_at end,
                              tries = case when webhooks.outcome = 'given_up' then 0 else webhooks.tries end,
                              outcome = nullif(webhooks.outcome, 'given_up')
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", column(all, told -> Ids.next(), UUID[]::new))
                .param("providers", column(all, Told::provider, String[]::new))
                .param("events", column(all, told -> told.notice().eventId(), String[]::new))
                .param("types", column(all, told -> told.notice().type(), String[]::new))
                .param("references", column(all, told -> told.notice().reference(), String[]::new))
                .param("payments", column(all, Told::payment, UUID[]::new))
                .param("accounts", column(all, told -> told.notice().account(), String[]::new))
                .param("objects", column(all, told -> told.notice().object(), String[]::new))
                .param("subjects", column(all, told -> WebhookRow.subjectOf(told.notice()), String[]::new))
                .param("payloads", column(all, Told::payload, String[]::new))
                .update();
    }

    private static <T extends @Nullable Object> T[] column(
            List<Told> all, Function<Told, T> part, IntFunction<T[]> array) {
        return all.stream().map(part).toArray(array);
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public WebhookView byId(UUID id) {
        return jdbc.sql("select * from payment.webhooks where id = ?")
                .param(id)
                .query(WebhookRow::view)
                .optional()
                .orElseThrow(() -> new NotFound("webhook"));
    }

    /** As it came. @throws NotFound */
    @Transactional(readOnly = true)
    public String payload(UUID id) {
        return jdbc.sql("select payload from payment.webhooks where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("webhook"));
    }

    /** Newest first. @param before an id; null for the newest */
    @Transactional(readOnly = true)
    public List<WebhookView> found(WebhookFilter filter, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select * from payment.webhooks
                        where (cast(:before as uuid) is null or id < :before)
                          and (:provider = '' or provider = :provider)
                          and (:type = '' or starts_with(type, :type))
                          and (:outcome = '' or outcome = :outcome or :outcome = 'waiting' and due_at is not null)
                          and (not :undelivered or handled_at is null)
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("provider", filter.provider())
                .param("type", filter.type())
                .param("outcome", filter.outcome())
                .param("undelivered", filter.undelivered())
                .param("limit", limit)
                .query(WebhookRow::view)
                .list();
    }

    /** Has it handled again. @throws NotFound */
    @Transactional
    public void again(UUID id) {
        int rows = jdbc.sql("""
                        update payment.webhooks
                        set handled_at = null, outcome = null, last_error = null, replays = replays + 1, tries = 0, due_at = ?
                        where id = ?
                        """).params(Timestamp.from(clock.instant()), id).update();
        if (rows != 1) throw new NotFound("webhook");
    }
}
