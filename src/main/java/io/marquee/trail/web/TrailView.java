package io.marquee.trail.web;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.Pagination;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of what was done.
 *
 * @param filter the fields that narrow it
 * @param narrowed whether they do, or a link did
 * @param here the address without any of that
 */
public record TrailView(List<Row> rows, List<Field> filter, boolean narrowed, String here, Pagination pagination) {

    /**
     * @param what in words: "Ticket type changed"
     * @param who a name, or in words who else it was
     * @param whoPath only what they did; null where it was nobody with an account
     * @param from the network's address and the request; empty where there was none
     * @param thingPath only what happened to this thing
     * @param restorePath null where there is nothing to bring back
     */
    public record Row(
            String what,
            String who,
            @Nullable String whoPath,
            Instant at,
            String shownAt,
            String from,
            @Nullable String reason,
            List<Change> changes,
            String thingPath,
            @Nullable String restorePath) {}

    /** Values as shown. @param before empty where there was nothing yet */
    public record Change(String field, String before, String after) {}
}
