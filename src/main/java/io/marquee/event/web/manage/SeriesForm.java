package io.marquee.event.web.manage;

import io.marquee.event.EventView;
import io.marquee.event.series.Recurrence;
import io.marquee.event.series.SeriesRule;
import io.marquee.event.web.RuleWords;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** The fields in which people say how an event repeats; a rule as calendars write it goes before all others. */
final class SeriesForm {
    private final EventView event;
    private final Map<String, String> values = new LinkedHashMap<>();

    SeriesForm(EventView event, MultiValueMap<String, String> typed) {
        this.event = event;
        typed.forEach((name, all) -> values.put(name, String.join("\n", all)));
    }

    /** What most would say of this event. */
    static SeriesForm proposed(EventView event, boolean published) {
        SeriesForm form = new SeriesForm(event, new org.springframework.util.LinkedMultiValueMap<>());
        form.values.putAll(Map.of(
                "freq", "weekly", "interval", "1", "on", "day", "aheadDays", String.valueOf(SeriesRule.USUAL_AHEAD)));
        if (published) form.values.put("publish", "true");
        return form;
    }

    static SeriesForm of(EventView event, SeriesRule rule) {
        SeriesForm form = proposed(event, rule.publish());
        form.values.put("rule", rule.recurrence().rule());
        form.values.put("aheadDays", String.valueOf(rule.aheadDays()));
        form.values.put(
                "leftOut",
                String.join(
                        "\n", rule.leftOut().stream().map(LocalDate::toString).toList()));
        return form;
    }

    /** @throws InvalidInput */
    SeriesRule rule() {
        String written = value("rule");
        Recurrence recurrence = Recurrence.parse(written.isEmpty() ? said() : written);
        return new SeriesRule(recurrence, leftOut(), number("aheadDays"), "true".equals(value("publish")));
    }

    private String said() {
        LocalDate day = event.details().startsAt().toLocalDate();
        List<String> parts = new ArrayList<>();
        String freq = value("freq");
        parts.add("FREQ=" + freq);
        parts.add("INTERVAL=" + number("interval"));
        String days = String.join(",", value("days").lines().toList());
        if (freq.equals("weekly") && !days.isEmpty()) parts.add("BYDAY=" + days);
        if (freq.equals("monthly") && !value("on").equals("day")) {
            int week = day.get(ChronoField.ALIGNED_WEEK_OF_MONTH);
            parts.add("BYDAY=" + (value("on").equals("last") ? -1 : week) + RuleWords.code(day));
        }
        String until = value("until");
        if (!value("count").isEmpty()) parts.add("COUNT=" + number("count"));
        if (!until.isEmpty())
            parts.add("UNTIL=" + day("until", until).toString().replace("-", ""));
        if (!value("count").isEmpty() && !until.isEmpty()) throw InvalidInput.at("until", "recurrence_ends_twice");
        return String.join(";", parts);
    }

    private List<LocalDate> leftOut() {
        return Stream.of(value("leftOut").split("[\\s,;]+"))
                .filter(typed -> !typed.isEmpty())
                .map(typed -> day("leftOut", typed))
                .distinct()
                .sorted()
                .toList();
    }

    private static LocalDate day(String field, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            throw InvalidInput.at(field, "date");
        }
    }

    private int number(String field) {
        if (!value(field).matches("\\d{1,4}") || value(field).matches("0+")) {
            throw InvalidInput.at(field, "out_of_range", 1, field.equals("interval") ? 99 : 1000);
        }
        return Integer.parseInt(value(field));
    }

    private String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    List<Field> fields(FieldErrors errors, Text text) {
        LocalDate day = event.details().startsAt().toLocalDate();
        String weekday = RuleWords.name(RuleWords.code(day), text);
        int week = day.get(ChronoField.ALIGNED_WEEK_OF_MONTH);
        return Stream.of(
                        Field.select(
                                        "freq",
                                        text.get("series.field.freq"),
                                        options("series.freq.", text, "daily", "weekly", "monthly", "yearly"))
                                .required(),
                        Field.number("interval", text.get("series.field.interval"))
                                .hint(text.get("series.hint.interval"))
                                .with("min", "1")
                                .with("max", "99")
                                .required(),
                        Field.several(
                                        "days",
                                        text.get("series.field.days"),
                                        Stream.of("MO", "TU", "WE", "TH", "FR", "SA", "SU")
                                                .map(code -> Option.of(code, RuleWords.name(code, text)))
                                                .toList())
                                .hint(text.get("series.hint.days", weekday)),
                        Field.select(
                                        "on",
                                        text.get("series.field.on"),
                                        List.of(
                                                Option.of("day", text.get("series.on.option.day", day.getDayOfMonth())),
                                                Option.of("weekday", text.get("series.on.option." + week, weekday)),
                                                Option.of("last", text.get("series.on.option.last", weekday))))
                                .hint(text.get("series.hint.on")),
                        Field.number("count", text.get("series.field.count")).with("min", "1"),
                        Field.date("until", text.get("series.field.until")).hint(text.get("series.hint.until")),
                        Field.textarea("leftOut", text.get("series.field.leftOut"))
                                .hint(text.get("series.hint.leftOut"))
                                .with("rows", "2"),
                        Field.number("aheadDays", text.get("series.field.aheadDays"))
                                .hint(text.get("series.hint.aheadDays"))
                                .with("min", "1")
                                .with("max", "400")
                                .required(),
                        Field.checkbox("publish", text.get("series.field.publish")),
                        Field.text("rule", text.get("series.field.rule")).hint(text.get("series.hint.rule")))
                .map(field -> field.value(values.get(field.name())).error(errors.of(field.name())))
                .toList();
    }

    private static List<Option> options(String prefix, Text text, String... values) {
        return Stream.of(values)
                .map(value -> Option.of(value, text.get(prefix + value)))
                .toList();
    }
}
