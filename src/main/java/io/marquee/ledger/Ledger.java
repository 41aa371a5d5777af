package io.marquee.ledger;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the books, in the transaction that decides about the money: both are there, or neither. */
@Component
public class Ledger {
    private static final String INSERT = """
            with posted as (
              insert into ledger.postings
                (organization_id, id, event_id, order_id, cause_kind, cause_id, provider, at)
              select :organization, * from unnest(:ids::uuid[], :events::uuid[], :orders::uuid[], :kinds::text[],
                                                  :causes::uuid[], :providers::text[], :at::timestamptz[])
              on conflict (cause_kind, cause_id) do nothing
              returning id),
            to_seal as (
              insert into ledger.unsealed (organization_id, posting_id) select :organization, id from posted)
            insert into ledger.entries (organization_id, posting_id, position, account, item, currency, amount)
            select :organization, l.* from unnest(:of::uuid[], :positions::smallint[], :accounts::text[], :items::uuid[],
                                                  :currencies::text[], :amounts::bigint[])
              l(id, position, account, item, currency, amount)
            join posted using (id)
            """;

    private final JdbcClient jdbc;
    private final Acting acting;

    Ledger(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    /** Once for each cause: told again, it changes nothing. What moves nothing is not written. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Posting posting) {
        post(List.of(posting));
    }

    /** All of an organization's in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(List<Posting> postings) {
        postings.stream()
                .filter(posting -> !posting.lines().isEmpty())
                .collect(Collectors.groupingBy(posting -> posting.about().organization()))
                .forEach((organization, theirs) -> acting.asSystem(organization, () -> insert(organization, theirs)));
    }

    /** Which of these causes were posted already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> posted(Cause.Kind kind, Collection<UUID> causes) {
        return jdbc.sql("select cause_id from ledger.postings where cause_kind = ? and cause_id = any(?::uuid[])")
                .params(Wire.name(kind), causes.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .set();
    }

    private record Row(UUID id, Posting posting) {}

    private record Entry(UUID posting, int position, Posting.Line line) {}

    private void insert(OrganizationId organization, List<Posting> postings) {
        Map<Cause, Posting> once = postings.stream()
                .collect(Collectors.toMap(Posting::cause, p -> p, (first, again) -> first, LinkedHashMap::new));
        List<Row> rows = once.values().stream().map(p -> new Row(Ids.next(), p)).toList();
        List<Entry> entries = rows.stream()
                .flatMap(row -> IntStream.range(0, row.posting().lines().size())
                        .mapToObj(i ->
                                new Entry(row.id(), i + 1, row.posting().lines().get(i))))
                .toList();
        jdbc.sql(INSERT)
                .param("organization", organization.value())
                .param("ids", column(rows, Row::id, UUID[]::new))
                .param("events", column(rows, r -> value(r.posting().about().event()), UUID[]::new))
                .param("orders", column(rows, r -> r.posting().about().order(), UUID[]::new))
                .param("kinds", column(rows, r -> Wire.name(r.posting().cause().kind()), String[]::new))
                .param("causes", column(rows, r -> r.posting().cause().id(), UUID[]::new))
                .param("providers", column(rows, r -> r.posting().about().provider(), String[]::new))
                .param("at", column(rows, r -> r.posting().about().at().toString(), String[]::new))
                .param("of", column(entries, Entry::posting, UUID[]::new))
                .param("positions", column(entries, Entry::position, Integer[]::new))
                .param("accounts", column(entries, e -> Wire.name(e.line().account()), String[]::new))
                .param("items", column(entries, e -> e.line().item(), UUID[]::new))
                .param(
                        "currencies",
                        column(entries, e -> e.line().amount().currency().getCurrencyCode(), String[]::new))
                .param("amounts", column(entries, e -> e.line().amount().amount(), Long[]::new))
                .update();
    }

    private static @Nullable UUID value(@Nullable EventId event) {
        return event == null ? null : event.value();
    }

    private static <T, V extends @Nullable Object> V[] column(
            List<T> rows, Function<T, V> part, IntFunction<V[]> array) {
        return rows.stream().map(part).toArray(array);
    }
}
