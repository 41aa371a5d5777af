package io.marquee.checkin.web;

import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What gates told otherwise than the server. */
public record ConflictsView(DoorNav nav, List<Row> rows, Pagination pagination) {

    /**
     * One conflict.
     *
     * @param kind what happened, in words
     * @param holder null where the code named no ticket
     * @param settle where it is settled; null where it is, or by somebody else
     * @param note how it was settled
     */
    public record Row(
            String id,
            String kind,
            @Nullable String holder,
            String type,
            List<Part> scans,
            @Nullable String settle,
            @Nullable String note) {}

    /** "18:04:11 · Main gate · Phone", and what was said there. */
    public record Part(String where, String told) {}
}
