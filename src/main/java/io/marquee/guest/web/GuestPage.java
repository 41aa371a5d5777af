package io.marquee.guest.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.TimelineEntry;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One guest, for the event's team.
 *
 * @param facts in sentences: whom they bring, who invited them
 * @param acts what can be done with them; empty for whoever may not
 * @param note empty for whoever may not write one
 * @param link their own, to be passed on; null where it is not the team's to do so
 * @param renewal what a new link is for; empty for whoever may not make one
 * @param allowance how many they may bring; empty for whoever may not say it
 */
public record GuestPage(
        ManageNav nav,
        String id,
        String path,
        String list,
        String name,
        String email,
        Chip state,
        List<String> facts,
        List<String> tags,
        List<Act> acts,
        List<Said> answers,
        List<Field> note,
        @Nullable String link,
        List<String> renewal,
        List<Field> allowance,
        List<TimelineEntry> timeline,
        ZoneId zone) {

    /** @param question asked before it is done; null for none */
    public record Act(String word, String label, @Nullable String question) {}

    /** An answer to a question. */
    public record Said(String about, String said) {}
}
