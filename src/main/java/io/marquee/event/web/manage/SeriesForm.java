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
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** The fields in which people say how an event repeats; a rule as calendars write it goes before all others. */
final class SeriesForm {
    private static final Set<String> CHOICES = Set.of("freq", "interval", "days", "on", "count", "until");
    private static final Set<String> USUAL = Set.of("INTERVAL=1", "WKST=MO");

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
        form.choose(rule.recurrence());
        if (!parts(form.said()).equals(parts(rule.recurrence().rule()))) {
            CHOICES.forEach(form.values::remove);
            form.values.put("rule", rule.recurrence().rule());
        }
        form.values.put("aheadDays", String.valueOf(rule.aheadDays()));
        form.values.put(
                "leftOut",
                String.join(
                        "\n", rule.leftOut().stream().map(LocalDate::toString).toList()));
        return form;
    }

    /** What the choices can say of it. */
    private void choose(Recurrence rule) {
        String frequency = Objects.requireNonNullElse(rule.part("FREQ"), "").toLowerCase(Locale.ROOT);
        String days = Objects.requireNonNullElse(rule.part("BYDAY"), "");
        LocalDateTime until = rule.until(event.details().timeZone());
        values.put("freq", frequency);
        values.put("interval", Objects.requireNonNullElse(rule.part("INTERVAL"), "1"));
        if (frequency.equals("weekly")) values.put("days", days.replace(',', '\n'));
        if (frequency.equals("monthly") && !days.isEmpty())
            values.put("on", days.startsWith("-1") ? "last" : "weekday");
        values.put("count", Objects.requireNonNullElse(rule.part("COUNT"), ""));
        values.put("until", until == null ? "" : until.toLocalDate().toString());
    }

    private static Set<String> parts(String rule) {
        return Stream.of(rule.toUpperCase(Locale.ROOT).split(";"))
                .filter(part -> !USUAL.contains(part))
                .collect(Collectors.toSet());
    }

    /** A rule that the choices cannot say stands alone: beside it they would say something else. */
    private boolean isWritten() {
        return value("freq").isEmpty() && !value("rule").isEmpty();
    }

    /** @throws InvalidInput */
    SeriesRule rule() {
        String written = value("rule");
        InvalidInput.Gatherer broken = InvalidInput.gather();
        Recurrence recurrence = broken.readOrNull(() -> Recurrence.parse(written.isEmpty() ? said() : written));
        List<LocalDate> leftOut = broken.read(this::leftOut, List.of());
        int aheadDays = broken.read(() -> number("aheadDays"), SeriesRule.USUAL_AHEAD);
        broken.orThrow();
        return new SeriesRule(Objects.requireNonNull(recurrence), leftOut, aheadDays, "true".equals(value("publish")));
    }

    private String said() {
        LocalDate day = event.details().startsAt().toLocalDate();
        List<String> parts = new ArrayList<>();
        String freq = value("freq");
        InvalidInput.Gatherer broken = InvalidInput.gather().check(!freq.isEmpty(), "freq", "required");
        parts.add("FREQ=" + freq);
        parts.add("INTERVAL=" + broken.read(() -> number("interval"), 1));
        String days = String.join(",", value("days").lines().toList());
        if (freq.equals("weekly") && !days.isEmpty()) parts.add("BYDAY=" + days);
        if (freq.equals("monthly") && !value("on").equals("day")) {
            int week = day.get(ChronoField.ALIGNED_WEEK_OF_MONTH);
            parts.add("BYDAY=" + (value("on").equals("last") ? -1 : week) + RuleWords.code(day));
        }
        String until = value("until");
        if (!value("count").isEmpty()) parts.add("COUNT=" + broken.read(() -> number("count"), 1));
        if (!until.isEmpty()) {
            LocalDate last = broken.read(() -> day("until", until), day);
            broken.check(!last.isBefore(day), "until", "recurrence_over");
            parts.add("UNTIL=" + last.toString().replace("-", ""));
        }
        broken.check(value("count").isEmpty() || until.isEmpty(), "until", "recurrence_ends_twice");
        broken.orThrow();
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
        String alone = isWritten() ? "_alone" : "";
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
                        Field.text("rule", text.get("series.field.rule" + alone))
                                .hint(text.get("series.hint.rule" + alone)))
                .filter(field -> !isWritten() || !CHOICES.contains(field.name()))
                .map(field -> field.value(values.get(field.name())).error(errors.of(field.name())))
                .toList();
    }

    private static List<Option> options(String prefix, Text text, String... values) {
        return Stream.of(values)
                .map(value -> Option.of(value, text.get(prefix + value)))
                .toList();
    }
}
