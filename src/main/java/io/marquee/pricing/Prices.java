package io.marquee.pricing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.AfterCommit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a cart is priced with, from a cache in the process that is at most a second stale. Whoever asks has seen the event
 * already.
 */
@Component
public class Prices {
    private static final Duration STALE = Duration.ofSeconds(1);

    private final RuleRows rules;
    private final CodeRows codes;
    private final Acting acting;
    private final TransactionTemplate reading;
    private final Cache<EventId, Known> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(STALE).build();
    private final Cache<Typed, Optional<PromoCode>> typed =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(STALE).build();

    Prices(RuleRows rules, CodeRows codes, Acting acting, PlatformTransactionManager transactions) {
        this.rules = rules;
        this.codes = codes;
        this.acting = acting;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    private record Typed(EventId event, String code) {}

    private record Known(Tariff tariff, boolean takesCodes) {}

    public Tariff tariff(EventId event) {
        return known(event).tariff();
    }

    /** Whether the event has codes to type. */
    public boolean takesCodes(EventId event) {
        return known(event).takesCodes();
    }

    private Known known(EventId event) {
        // what a running transaction has not committed never gets into the cache
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? load(event)
                : Objects.requireNonNull(known.get(event, this::load));
    }

    /** @param typed as the buyer wrote it @return null when the event has no such code */
    public @Nullable PromoCode code(EventId event, String typed) {
        Typed key = new Typed(event, CodeDetails.normalised(typed));
        return (TransactionSynchronizationManager.isActualTransactionActive()
                        ? load(key)
                        : Objects.requireNonNull(this.typed.get(key, this::load)))
                .orElse(null);
    }

    /** After a change by this node, once it is committed; the others see it within a second. */
    void forget(EventId event) {
        AfterCommit.run(() -> {
            known.invalidate(event);
            typed.asMap().keySet().removeIf(key -> key.event().equals(event));
        });
    }

    private Known load(EventId event) {
        return read(() -> new Known(tariff(rules.ofEvent(event)), codes.anyActive(event)));
    }

    private Optional<PromoCode> load(Typed key) {
        return key.code().isEmpty() || key.code().indexOf('\0') >= 0
                ? Optional.empty()
                : read(() -> Optional.ofNullable(codes.find(key.event(), key.code())));
    }

    private <T> T read(Supplier<T> query) {
        return acting.asPlatform(() -> Objects.requireNonNull(reading.execute(status -> query.get())));
    }

    static Tariff tariff(List<PriceRule> rules) {
        return new Tariff(
                ofKind(rules, RuleDetails.Kind.GROUP_DISCOUNT)
                        .map(Prices::group)
                        .toList(),
                ofKind(rules, RuleDetails.Kind.TAX).map(Prices::tax).toList(),
                ofKind(rules, RuleDetails.Kind.FEE).map(Prices::fee).toList());
    }

    private static Stream<PriceRule> ofKind(List<PriceRule> rules, RuleDetails.Kind kind) {
        return rules.stream().filter(rule -> rule.details().kind() == kind);
    }

    private static Tariff.GroupDiscount group(PriceRule rule) {
        RuleDetails d = rule.details();
        Reduction reduction = d.amount() == null
                ? new Reduction.Percent(rate(d))
                : new Reduction.EachTicket(d.amount().amount(), d.amount().currency());
        return new Tariff.GroupDiscount(rule.id(), Objects.requireNonNull(d.from()), reduction, d.scope());
    }

    private static Tariff.Tax tax(PriceRule rule) {
        RuleDetails d = rule.details();
        return new Tariff.Tax(rule.id(), d.name(), rate(d), !d.onTop(), d.onFees(), d.scope());
    }

    private static Tariff.Fee fee(PriceRule rule) {
        RuleDetails d = rule.details();
        return new Tariff.Fee(
                rule.id(),
                d.name(),
                d.rate() == null ? Percentage.NONE : d.rate(),
                d.amount() == null ? 0 : d.amount().amount(),
                d.amount() == null ? null : d.amount().currency(),
                d.onTop(),
                d.scope());
    }

    private static Percentage rate(RuleDetails d) {
        return Objects.requireNonNull(d.rate());
    }
}
