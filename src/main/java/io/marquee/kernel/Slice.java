package io.marquee.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a longer list, in order.
 *
 * @param next an opaque cursor for the items after these; null at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    /**
     * @param fetched up to {@code limit + 1} items: the one too many only tells that there are more
     * @param cursor of an item
     */
    public static <T> Slice<T> of(List<T> fetched, int limit, Function<T, String> cursor) {
        if (fetched.size() <= limit) {
            return new Slice<>(List.copyOf(fetched), null);
        }
        List<T> items = List.copyOf(fetched.subList(0, limit));
        return new Slice<>(items, cursor.apply(items.getLast()));
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> change) {
        return new Slice<>(items.stream().<R>map(change).toList(), next);
    }
}
