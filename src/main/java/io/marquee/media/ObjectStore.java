package io.marquee.media;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where files lie, under names with slashes in them. Nobody changes a file: another one has another name. All of it may go
 * through a network and fail in any way: {@link CarefulStore} makes one of them what the rest works with.
 */
interface ObjectStore {

    /** The file appears whole or not at all. */
    void put(String key, String type, byte[] content);

    /** @return null when there is no such file */
    @Nullable
    StoredFile open(String key);

    /** Nothing where there is none. */
    void remove(String key);

    /** Files as they come; to be closed. @param prefix what their names begin with; empty for all */
    Stream<Entry> list(String prefix);

    /** @param at when it was put there, by the store's clock */
    record Entry(String key, Instant at) {}
}
