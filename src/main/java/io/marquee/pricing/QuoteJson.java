package io.marquee.pricing;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How lines are kept by the modules that hold and order them: what type, quantity and price don't tell already. Wire format.
 */
public final class QuoteJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private QuoteJson() {}

    private record Stored(long discount, long net, long tax, long fee, long absorbed, List<StoredEntry> entries) {}

    private record StoredEntry(String kind, List<String> arguments, long amount) {}

    /** @return null for a line that costs price times quantity and nothing else */
    public static @Nullable String write(QuoteLine line) {
        if (line.isPlain()) return null;
        return JSON.writeValueAsString(new Stored(
                line.discount().amount(),
                line.net().amount(),
                line.tax().amount(),
                line.fee().amount(),
                line.absorbed().amount(),
                line.entries().stream()
                        .map(e -> new StoredEntry(
                                Wire.name(e.kind()), e.arguments(), e.amount().amount()))
                        .toList()));
    }

    public static QuoteLine read(UUID ticketType, int quantity, Money price, @Nullable String json) {
        if (json == null) return QuoteLine.plain(ticketType, quantity, price);
        Stored stored = JSON.readValue(json, Stored.class);
        Currency currency = price.currency();
        return new QuoteLine(
                ticketType,
                quantity,
                price,
                new Money(stored.discount(), currency),
                new Money(stored.net(), currency),
                new Money(stored.tax(), currency),
                new Money(stored.fee(), currency),
                new Money(stored.absorbed(), currency),
                new Money(stored.net() + stored.tax() + stored.fee(), currency),
                stored.entries().stream()
                        .map(e -> new Entry(
                                Wire.parse(Entry.Kind.class, e.kind()), e.arguments(), new Money(e.amount(), currency)))
                        .toList());
    }
}
