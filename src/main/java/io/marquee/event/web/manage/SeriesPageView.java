package io.marquee.event.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an event repeats, for its team.
 *
 * @param series null while it does not
 * @param path of this page
 */
public record SeriesPageView(ManageNav nav, @Nullable Known series, String path) {

    /**
     * @param words the rule as people say it
     * @param publicPath of the page that everybody sees
     * @param ended whether no more events are made
     */
    public record Known(String words, String publicPath, boolean ended, List<Day> days) {}

    /**
     * One day of the series.
     *
     * @param slot the day that the rule gave it, as its button sends it
     * @param manage where the event is managed; null where there is none
     * @param altered whether it was edited on its own
     * @param removable whether it may be left out still
     */
    public record Day(
            String when,
            String slot,
            @Nullable String manage,
            @Nullable Chip state,
            boolean altered,
            boolean current,
            boolean removable) {}

    /**
     * The form in which a rule is said.
     *
     * @param action where it goes
     * @param heading null in a preview that asks nothing
     * @param dates the next ones in words; empty where none were asked for yet
     * @param change what it would do to the days that are there; null where there are none
     */
    public record Form(
            ManageNav nav,
            String action,
            boolean begins,
            List<Field> fields,
            FieldErrors errors,
            @Nullable String words,
            List<String> dates,
            @Nullable Change change) {}

    /** What will happen, told before it does. */
    public record Change(List<String> sums, List<Line> lines) {}

    /** @param effect what becomes of it */
    public record Line(String when, Chip effect) {}

    /**
     * @param told whether people with tickets are told of another hour, for whom a reason is asked
     */
    public record Carry(ManageNav nav, Change change, boolean told, Field reason, FieldErrors errors, String path) {}
}
