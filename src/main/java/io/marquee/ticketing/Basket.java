package io.marquee.ticketing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks for at once.
 *
 * @param code as typed: a promo code, or the key of a hidden type
 * @param unlock the key of a hidden type, from the link that shows it
 * @param pass the waiting room's signed place
 */
public record Basket(
        List<Wanted> items,
        @Nullable String code,
        @Nullable String unlock,
        @Nullable String pass) {
    public Basket {
        items = List.copyOf(items);
        code = code == null || code.isBlank() ? null : code.strip();
    }

    /** Without the key of a link. */
    public Basket(List<Wanted> items, @Nullable String code, @Nullable String pass) {
        this(items, code, null, pass);
    }

    /** Without a code or a pass. */
    public static Basket of(Wanted... items) {
        return new Basket(List.of(items), null, null);
    }
}
