package io.marquee.event.series;

import io.marquee.event.EventView;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change does to the days that follow, told before it is made. In order. */
public record SeriesChange(List<Line> lines) {
    public SeriesChange {
        lines = List.copyOf(lines);
    }

    /** What becomes of one day. */
    public enum Effect {
        /** An event is made. */
        MADE,
        /** It is in the new rule too. */
        SAME,
        /** Nobody has a ticket or was asked: it is deleted. */
        REMOVED,
        /** Tickets were sold or people asked, so it stays although it is not in the rule. */
        SOLD,
        /** It takes the new details. */
        CHANGED,
        /** Its hour changes too, and whoever has a ticket is told. */
        TOLD,
        /** It was edited on its own and stays so. */
        ALTERED,
        /** It is under way, over or cancelled. */
        OVER
    }

    /**
     * @param at local, as it will be
     * @param event null where it is to be made
     */
    public record Line(LocalDateTime at, @Nullable EventView event, Effect effect) {}

    public long count(Effect effect) {
        return lines.stream().filter(line -> line.effect() == effect).count();
    }
}
