package io.marquee.ticketing.waiting.web;

import io.marquee.platform.web.Chip;
import java.util.List;

/**
 * Somebody's place in line, as they see it.
 *
 * @param canLeave while they wait, or something is on offer to them
 */
public record EntryPage(
        String event,
        String eventPath,
        String type,
        String title,
        String detail,
        List<Offer> offers,
        String path,
        boolean canLeave) {

    /**
     * @param seats by name; empty where nobody sits
     * @param checkout where it is bought; empty once it is over
     */
    public record Offer(String words, List<String> seats, Chip state, String checkout) {}
}
