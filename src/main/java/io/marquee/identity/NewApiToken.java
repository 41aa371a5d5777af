package io.marquee.identity;

import io.marquee.kernel.InvalidInput;
import io.marquee.platform.api.ApiScope;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a token is asked to be.
 *
 * @param life null for one that is good until it is revoked
 */
public record NewApiToken(
        String name, List<ApiScope> scopes, @Nullable Duration life) {
    private static final int LONGEST_NAME = 80;
    private static final int MOST_DAYS = 366;

    /**
     * @param scopes their words
     * @param days 1 to 366; null for one that is good until it is revoked
     * @throws InvalidInput at {@code name}, {@code scopes} or {@code expiresInDays}
     */
    public static NewApiToken of(@Nullable String name, @Nullable List<String> scopes, @Nullable Integer days) {
        String called = name == null ? "" : name.strip();
        List<String> words =
                scopes == null ? List.of() : scopes.stream().distinct().toList();
        InvalidInput.Gatherer problems = InvalidInput.gather();
        problems.check(!called.isEmpty(), "name", "required")
                .check(called.length() <= LONGEST_NAME, "name", "too_long", LONGEST_NAME)
                .check(called.lines().count() < 2 && called.indexOf('\0') < 0, "name", "one_line")
                .check(!words.isEmpty(), "scopes", "required")
                .check(days == null || days >= 1 && days <= MOST_DAYS, "expiresInDays", "days", 1, MOST_DAYS);
        words.forEach(word -> problems.check(ApiScope.parse(word) != null, "scopes", "unknown_scope", word));
        problems.orThrow();
        return new NewApiToken(
                called,
                words.stream()
                        .map(word -> Objects.requireNonNull(ApiScope.parse(word)))
                        .toList(),
                days == null ? null : Duration.ofDays(days));
    }
}
