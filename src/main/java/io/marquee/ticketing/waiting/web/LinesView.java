package io.marquee.ticketing.waiting.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event's waiting lists, for its team.
 *
 * @param minutes how long an offer stays open; null for whoever may not change it
 */
public record LinesView(
        ManageNav nav, String path, @Nullable Field minutes, List<TypeLine> types, List<Row> rows) {

    /** @param switchLabel empty for whoever may not switch it */
    public record TypeLine(
            String name, Chip state, int waiting, String switchPath, String switchTo, String switchLabel) {}

    /**
     * Somebody in line.
     *
     * @param position "3", or nothing once they wait no more
     * @param offers what was offered to them and what became of it
     * @param path where the team's commands go; empty where there are none
     */
    public record Row(
            String position,
            String name,
            String email,
            String type,
            int quantity,
            String offers,
            Chip state,
            String path,
            boolean waits) {}
}
