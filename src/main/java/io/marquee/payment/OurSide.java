package io.marquee.payment;

import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact;
import java.sql.ResultSet;
import java.util.Collection;
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

/** What we have of payments, to be put beside what a provider tells: many in three queries. Acts as the platform. */
@Component
class OurSide {
    private final JdbcClient jdbc;

    OurSide(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A payment with all that belongs to it.
     *
     * @param refunds in the order of their ids
     * @param disputed "ref/STATE" of each dispute
     */
    record Known(Attempt attempt, List<Refund> refunds, Set<String> disputed) {

        Comparison beside(ChargeFact fact) {
            return new Comparison(attempt, refunds, disputed, fact);
        }

        /** Nothing is under way here, and nothing of it is news: dates and fees of disputes may be. */
        boolean isSettledBy(ChargeFact fact) {
            return !attempt.state().undecided()
                    && refunds.stream().noneMatch(Refund::undecided)
                    && fact.disputes().isEmpty()
                    && beside(fact).findings().isEmpty();
        }

        /** As it is shown: the money and its states. */
        boolean saysAs(Known other) {
            return attempt.state() == other.attempt.state()
                    && refunds.equals(other.refunds)
                    && disputed.equals(other.disputed);
        }
    }

    /** Of those that there are. */
    @Transactional(readOnly = true)
    public List<Known> known(Collection<PaymentId> payments) {
        if (payments.isEmpty()) return List.of();
        return known(jdbc.sql("select * from payment.payments where id = any(?::uuid[])")
                .param(payments.stream().map(PaymentId::value).toArray(UUID[]::new))
                .query(Attempt::read)
                .list());
    }

    private List<Known> known(List<Attempt> attempts) {
        UUID[] ids = attempts.stream().map(attempt -> attempt.id().value()).toArray(UUID[]::new);
        Map<UUID, List<Refund>> refunds = refunds(ids);
        Map<UUID, Set<String>> disputed = disputed(ids);
        return attempts.stream()
                .map(attempt -> new Known(
                        attempt,
                        refunds.getOrDefault(attempt.id().value(), List.of()),
                        disputed.getOrDefault(attempt.id().value(), Set.of())))
                .toList();
    }

    /** One for each fact; null where no payment of ours is meant. */
    @Transactional(readOnly = true)
    public List<@Nullable Comparison> beside(String provider, List<ChargeFact> facts) {
        Map<UUID, Known> byId = new HashMap<>();
        Map<String, Known> byCharge = new HashMap<>();
        known(attempts(provider, facts)).forEach(known -> {
            Attempt attempt = known.attempt();
            byId.put(attempt.id().value(), known);
            if (attempt.charge() != null) byCharge.put(attempt.charge().id(), known);
        });
        return facts.stream()
                .<@Nullable Comparison>map(fact -> {
                    UUID meant = id(fact);
                    Known known = meant == null ? null : byId.get(meant);
                    if (known == null) known = byCharge.get(String.valueOf(fact.ref()));
                    return known == null ? null : known.beside(fact);
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
                .sql("select * from payment.refunds where payment_id = any(?::uuid[]) order by id")
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
