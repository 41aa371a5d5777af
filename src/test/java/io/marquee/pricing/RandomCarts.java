package io.marquee.pricing;

import io.marquee.kernel.Money;
import io.marquee.pricing.Tariff.Fee;
import io.marquee.pricing.Tariff.GroupDiscount;
import io.marquee.pricing.Tariff.Tax;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carts with everything that can happen to a price, drawn from a seed. Awkward numbers are as likely as round ones. */
final class RandomCarts {
    private static final List<Currency> CURRENCIES =
            Stream.of("JPY", "EUR", "KWD").map(Currency::getInstance).toList();

    private final Random random;
    private final Currency currency;
    private final List<UUID> types;

    RandomCarts(long seed) {
        this.random = new Random(seed);
        this.currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        this.types = some(1 + random.nextInt(5), this::id);
    }

    record Case(
            List<PricedItem> items, Tariff tariff, @Nullable CodeEffect code) {
        Quote quote() {
            return Quote.of(items, tariff, code);
        }
    }

    static Case of(long seed) {
        RandomCarts carts = new RandomCarts(seed);
        return new Case(
                carts.types.stream().map(carts::item).toList(),
                new Tariff(
                        carts.some(carts.random.nextInt(3), carts::group),
                        carts.some(carts.random.nextInt(4), carts::tax),
                        carts.some(carts.random.nextInt(3), carts::fee)),
                carts.random.nextInt(3) == 0 ? null : carts.code());
    }

    private PricedItem item(UUID type) {
        return new PricedItem(type, 1 + random.nextInt(12), new Money(amount(), currency));
    }

    private GroupDiscount group() {
        Reduction reduction = random.nextBoolean()
                ? new Reduction.Percent(percentage())
                : new Reduction.EachTicket(amount(), anyCurrency());
        return new GroupDiscount(id(), 2 + random.nextInt(8), reduction, scope());
    }

    private Tax tax() {
        return new Tax(
                id(), "Tax " + random.nextInt(9), percentage(), random.nextBoolean(), random.nextBoolean(), scope());
    }

    private Fee fee() {
        return new Fee(
                id(),
                "Fee " + random.nextInt(9),
                percentage(),
                random.nextInt(300),
                anyCurrency(),
                random.nextBoolean(),
                scope());
    }

    private CodeEffect code() {
        Reduction reduction = switch (random.nextInt(3)) {
            case 0 -> new Reduction.Percent(percentage());
            case 1 -> new Reduction.EachTicket(amount(), anyCurrency());
            default -> new Reduction.WholeCart(amount() * 3, anyCurrency());
        };
        return new CodeEffect("CODE", reduction, scope());
    }

    private Scope scope() {
        return random.nextBoolean() ? Scope.ALL : new Scope(Set.copyOf(new HashSet<>(some(2, this::anyType))));
    }

    private UUID anyType() {
        return types.get(random.nextInt(types.size()));
    }

    private Currency anyCurrency() {
        return random.nextInt(5) == 0 ? CURRENCIES.get(random.nextInt(CURRENCIES.size())) : currency;
    }

    private Percentage percentage() {
        return new Percentage(
                switch (random.nextInt(4)) {
                    case 0 -> 19_000;
                    case 1 -> 8_875;
                    case 2 -> 100_000;
                    default -> random.nextInt(100_001);
                });
    }

    private long amount() {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> random.nextInt(10);
            case 3 -> random.nextInt(100_000);
            default -> random.nextLong(1_000_000_000_000L);
        };
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static <T> List<T> some(int count, Supplier<T> make) {
        return Stream.generate(make).limit(count).toList();
    }
}
