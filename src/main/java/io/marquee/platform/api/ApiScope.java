package io.marquee.platform.api;

import io.marquee.kernel.Wire;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a token may do: read or write in one area of the API. Whoever may write may read.
 *
 * @param area a part of {@code /api/v1}
 * @param write whether it changes things
 */
public record ApiScope(ApiArea area, boolean write) {
    /** Every one there is, by area. */
    public static final List<ApiScope> ALL = Arrays.stream(ApiArea.values())
            .flatMap(area -> Stream.of(new ApiScope(area, false), new ApiScope(area, true)))
            .filter(scope -> scope.area != ApiArea.TRAIL || !scope.write)
            .toList();

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    /** @return null where no token of a person's may go */
    static @Nullable ApiScope needed(String method, String path) {
        ApiArea area = ApiArea.of(path);
        boolean write = !READS.contains(method);
        return area == null || area == ApiArea.TRAIL && write ? null : new ApiScope(area, write);
    }

    /** @return null for a word that names none */
    public static @Nullable ApiScope parse(String word) {
        return ALL.stream()
                .filter(scope -> scope.toString().equals(word))
                .findFirst()
                .orElse(null);
    }

    boolean isGivenBy(Collection<ApiScope> given) {
        return given.contains(this) || given.contains(new ApiScope(area, true));
    }

    /** {@code events:read}: the word on the wire and in the database. */
    @Override
    public String toString() {
        return Wire.name(area) + (write ? ":write" : ":read");
    }
}
