package io.marquee.payment;

import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts what we have beside what a provider told, many charges in three queries. Acts as the platform. */
@Component
class OurSide {
    private final JdbcClient jdbc;

    OurSide(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each fact; null where no payment of ours is meant. */
    @Transactional(readOnly = true)
    public List<@Nullable Comparison> beside(String provider, List<ChargeFact> facts) {
        Map<UUID, Attempt> byId = new HashMap<>();
        Map<String, Attempt> byCharge = new HashMap<>();
        attempts(provider, facts).forEach(attempt -> {
            byId.put(attempt.id().value(), attempt);
            if (attempt.charge() != null) byCharge.put(attempt.charge().id(), attempt);
        });
        UUID[] ids = byId.keySet().toArray(UUID[]::new);
        Map<UUID, List<Refund>> refunds = refunds(ids);
        Map<UUID, Set<String>> disputed = disputed(ids);
        return facts.stream()
                .<@Nullable Comparison>map(fact -> {
                    UUID meant = id(fact);
                    Attempt attempt = meant == null ? null : byId.get(meant);
                    if (attempt == null) attempt = byCharge.get(String.valueOf(fact.ref()));
                    return attempt == null
                            ? null
                            : new Comparison(
                                    attempt,
                                    refunds.getOrDefault(attempt.id().value(), List.of()),
                                    disputed.getOrDefault(attempt.id().value(), Set.of()),
                                    fact);
                })
                .toList();
    }

    private List<Attempt> attempts(String provider, List<ChargeFact> facts) {
        return jdbc.sql("""
                        select * from payment.payments where provider = :provider and id = any(:ids::uuid[])
                        union
                        select * from payment.payments where provider = :provider and provider_ref = any(:refs::text[])
                        """)
                .param("provider", provider)
                .param(
                        "ids",
                        facts.stream().map(OurSide::id).filter(Objects::nonNull).toArray(UUID[]::new))
                .param(
                        "refs",
                        facts.stream()
                                .map(ChargeFact::ref)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .query(Attempt::read)
                .list();
    }

    private Map<UUID, List<Refund>> refunds(UUID[] payments) {
        return jdbc
                .sql("select * from payment.refunds where payment_id = any(?::uuid[])")
                .param(payments)
                .query(Refund::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(refund -> refund.payment().value()));
    }

    private Map<UUID, Set<String>> disputed(UUID[] payments) {
        Map<UUID, Set<String>> disputed = new HashMap<>();
        jdbc.sql("select payment_id, provider_ref, state from payment.disputes where payment_id = any(?::uuid[])")
                .param(payments)
                .query((ResultSet row) -> {
                    disputed.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                            .add(row.getString(2) + "/" + Wire.parse(DisputeState.class, row.getString(3)));
                });
        return disputed;
    }

    private static @Nullable UUID id(ChargeFact fact) {
        try {
            return fact.reference() == null ? null : UUID.fromString(fact.reference());
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
