package io.marquee.checkin.web;

import io.marquee.checkin.GateCount;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was let in, when and where.
 *
 * @param turnout "214 of 382 in"
 * @param tabs all scans, or those that let nobody in
 * @param refresh where the live part comes from; null on later pages, which stand still
 * @param scanner the scanner's path, and with {@code scannerUrl} its whole address
 */
public record CheckInsView(
        DoorNav nav,
        String turnout,
        int in,
        int of,
        List<GateCount> gates,
        List<Link> tabs,
        List<Row> rows,
        Pagination pagination,
        @Nullable String refresh,
        String scanner,
        String scannerUrl) {

    /** All of them as a table. */
    public String csv() {
        return nav.path() + "/scans.csv";
    }

    /**
     * One scan.
     *
     * @param holder null where the code named no ticket
     * @param reason why, where the verdict alone would mislead
     * @param undone why it was taken back; null where it was not
     * @param undo where it can be taken back; null where it can't
     * @param label where its badge is; null where there is none
     */
    public record Row(
            String when,
            Chip verdict,
            @Nullable String holder,
            String type,
            String gate,
            String device,
            String operator,
            @Nullable String reason,
            @Nullable String undone,
            @Nullable String undo,
            @Nullable String label) {}
}
