package io.marquee.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * The way through a list by cursor, for {@code ui/pagination.jte}.
 *
 * @param previous address of the page before, or null on the first
 * @param next address of the page after, or null on the last
 */
public record Pagination(
        @Nullable String previous, @Nullable String next) {
    public boolean isNeeded() {
        return previous != null || next != null;
    }
}
