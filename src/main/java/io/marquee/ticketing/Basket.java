package io.marquee.ticketing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks for at once.
 *
 * @param code as typed: shows a hidden type
 * @param pass the waiting room's signed place
 */
public record Basket(
        List<Wanted> items, @Nullable String code, @Nullable String pass) {

    /** Without a code or a pass. */
    public static Basket of(Wanted... items) {
        return new Basket(List.of(items), null, null);
    }
}
