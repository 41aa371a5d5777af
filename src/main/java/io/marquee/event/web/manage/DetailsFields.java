package io.marquee.event.web.manage;

import io.marquee.event.Category;
import io.marquee.event.EventType;
import io.marquee.event.Visibility;
import io.marquee.kernel.Wire;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TimeZones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of an event's details, in the groups in which the page shows them. */
public record DetailsFields(
        DetailsForm form,
        FieldErrors errors,
        Text text,
        @Nullable String cover) {
    private static final List<String> MORE = List.of("registrationClosesAt", "capacity", "minimumAge", "refundPolicy");

    public List<Field> what() {
        return shown(
                field("title").required().with("maxlength", "200"),
                field("summary").hint(hint("summary")).with("maxlength", "300"),
                Field.textarea("description", label("description"))
                        .hint(hint("description"))
                        .with("rows", "8"),
                Field.upload("cover", label("cover"), MediaLibrary.ACCEPTED, MediaLibrary.MOST_BYTES)
                        .hint(hint("cover"))
                        .with("preview", cover));
    }

    public List<Field> kind() {
        return shown(
                Field.select("type", label("type"), options(EventType.values(), "discover.type"))
                        .required(),
                Field.select("category", label("category"), options(Category.values(), "discover.category"))
                        .required(),
                field("tags").hint(hint("tags")));
    }

    public List<Field> when() {
        return shown(
                Field.dateTime("startsAt", label("startsAt")).required(),
                Field.dateTime("endsAt", label("endsAt")).required());
    }

    /** Whether an event that is over is meant to be is only asked when it matters. */
    public List<Field> whenMore() {
        boolean asksWhetherOver = form.get("version").isEmpty()
                && (errors.of("endsAt") != null || form.get("over").equals("true"));
        Field zone = Field.select("timeZone", label("timeZone"), TimeZones.options(form.get("timeZone")))
                .required();
        Field allDay = Field.checkbox("allDay", label("allDay")).hint(hint("allDay"));
        return asksWhetherOver ? shown(zone, allDay, Field.checkbox("over", label("over"))) : shown(zone, allDay);
    }

    public List<Field> where() {
        return shown(
                field("venue"),
                field("address"),
                field("city"),
                Field.select("country", label("country"), countries()));
    }

    public List<Field> online() {
        return shown(
                field("onlineUrl").with("type", "url").hint(hint("onlineUrl")),
                field("website").with("type", "url").hint(hint("website")));
    }

    public List<Field> who() {
        return shown(Field.choices("visibility", label("visibility"), visibilities())
                .required()
                .with("cards", "true"));
    }

    public List<Field> registration() {
        return shown(
                Field.dateTime("registrationClosesAt", label("registrationClosesAt"))
                        .hint(hint("registrationClosesAt")),
                Field.number("capacity", label("capacity")).with("min", "1"),
                Field.number("minimumAge", label("minimumAge")).with("min", "0").with("max", "120"));
    }

    public List<Field> tickets() {
        return shown(
                Field.checkbox("ticketing", label("ticketing")).hint(hint("ticketing")),
                Field.textarea("refundPolicy", label("refundPolicy")).with("rows", "3"));
    }

    /** What is typed, without the cover's file. */
    List<Field> all() {
        return Stream.of(what(), kind(), when(), whenMore(), where(), online(), who(), registration(), tickets())
                .flatMap(List::stream)
                .filter(field -> field.kind() != Field.Kind.UPLOAD)
                .toList();
    }

    /** Whether what stands folded away must be seen: something is in it, or wrong with it. */
    public boolean isMoreSaid() {
        return MORE.stream().anyMatch(name -> !form.get(name).isEmpty() || errors.of(name) != null)
                || !form.get("ticketing").equals("true");
    }

    private List<Field> shown(Field... fields) {
        return Stream.of(fields)
                .map(field -> (field.name().equals("cover") ? field : field.value(form.get(field.name())))
                        .error(errors.of(field.name())))
                .toList();
    }

    private Field field(String name) {
        return Field.text(name, label(name));
    }

    private String label(String name) {
        return text.get("event.field." + name);
    }

    private String hint(String name) {
        return text.get("event.hint." + name);
    }

    private List<Option> options(Enum<?>[] values, String words) {
        return Arrays.stream(values)
                .map(value -> Option.of(Wire.name(value), text.of(words, value)))
                .toList();
    }

    private List<Option> visibilities() {
        return Arrays.stream(Visibility.values())
                .map(value -> new Option(
                        Wire.name(value),
                        text.of("event.visibility", value),
                        text.get("event.visibility." + Wire.name(value) + ".hint")))
                .toList();
    }

    private List<Option> countries() {
        List<Option> countries = new ArrayList<>(Arrays.stream(Locale.getISOCountries())
                .map(code -> Option.of(code, Locale.of("", code).getDisplayCountry(text.locale())))
                .sorted(Comparator.comparing(Option::label))
                .toList());
        countries.addFirst(Option.of("", "–"));
        return countries;
    }
}
