package io.marquee.event.web;

import io.marquee.event.Category;
import io.marquee.event.EventType;
import io.marquee.event.Facets;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.EventCard;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of the discover page, and the ways to browse. */
@Component
class DiscoverForm {
    private static final List<String> PERIODS = List.of("", "today", "weekend", "month", DiscoverQuery.PAST);
    private static final int CITIES_TO_BROWSE = 16;
    private static final int TAGS_TO_BROWSE = 24;

    DiscoverView view(
            DiscoverQuery query,
            int count,
            Facets facets,
            List<DiscoverView.Group> groups,
            @Nullable String first,
            @Nullable String next,
            Text text) {
        boolean more = Stream.of(query.type(), query.tag(), query.from(), query.to())
                .anyMatch(chosen -> chosen != null && !chosen.isBlank());
        return new DiscoverView(
                text.get(query.past() ? "discover.count_past" : "discover.count", count),
                periods(query, text),
                List.of(words(query.q(), text), city(query.city(), facets, text), category(query, text)),
                List.of(
                        choice("type", EventType.values(), query.type(), "discover.type", text),
                        Field.text("tag", text.get("discover.form.tag")).value(query.tag()),
                        Field.date("from", text.get("discover.form.from")).value(query.from()),
                        Field.date("to", text.get("discover.form.to")).value(query.to())),
                more,
                query.from() == null && query.to() == null ? query.when() : null,
                query.narrowed() ? query.withoutFilters().address() : null,
                groups,
                new Pagination(first, next),
                cities(query, facets),
                facets.tags().stream()
                        .limit(TAGS_TO_BROWSE)
                        .map(tag -> Link.to(EventLinks.tag(tag.name()) + past(query), tag.name())
                                .count(text.number(tag.events())))
                        .toList());
    }

    HomeView home(Facets facets, List<EventCard> next, Text text) {
        return new HomeView(
                List.of(words(null, text), city(null, facets, text)),
                next,
                Arrays.stream(Category.values())
                        .filter(category -> category != Category.OTHER)
                        .map(category -> Link.to(EventLinks.discover(category), text.of("discover.category", category)))
                        .toList(),
                facets.cities().stream()
                        .limit(CITIES_TO_BROWSE)
                        .map(city -> Link.to(EventLinks.city(city.name()), city.name())
                                .count(text.number(city.events())))
                        .toList());
    }

    private static List<Link> periods(DiscoverQuery query, Text text) {
        boolean ownDays = query.from() != null || query.to() != null;
        String current = Objects.requireNonNullElse(query.when(), "");
        return PERIODS.stream()
                .map(period -> Link.to(
                                query.at(period).address(),
                                text.get("discover.when." + (period.isEmpty() ? "upcoming" : period)))
                        .current(!ownDays && period.equals(current)))
                .toList();
    }

    private static List<Link> cities(DiscoverQuery query, Facets facets) {
        return facets.cities().stream()
                .limit(CITIES_TO_BROWSE)
                .map(city -> Link.to(EventLinks.city(city.name()) + past(query), city.name())
                        .count(String.valueOf(city.events())))
                .toList();
    }

    private static String past(DiscoverQuery query) {
        return query.past() ? "&when=" + DiscoverQuery.PAST : "";
    }

    private static Field words(@Nullable String words, Text text) {
        return Field.text("q", text.get("discover.form.words"))
                .with("type", "search")
                .with("placeholder", text.get("discover.form.words_hint"))
                .with("maxlength", "200")
                .value(words);
    }

    /** The cities with the most events; one that was asked for by its name is among them. */
    private static Field city(@Nullable String chosen, Facets facets, Text text) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", text.get("discover.form.anywhere")));
        options.add(Option.of(DiscoverQuery.ONLINE, text.get("discover.form.online", facets.online())));
        facets.cities()
                .forEach(city ->
                        options.add(Option.of(city.name(), city.name() + " (" + text.number(city.events()) + ")")));
        String value = Objects.requireNonNullElse(chosen, "");
        String listed = options.stream()
                .map(Option::value)
                .filter(name -> name.equalsIgnoreCase(value))
                .findFirst()
                .orElse(null);
        if (listed == null) options.add(Option.of(value, value));
        return Field.select("city", text.get("discover.form.city"), options).value(listed == null ? value : listed);
    }

    private static Field category(DiscoverQuery query, Text text) {
        return choice("category", Category.values(), query.category(), "discover.category", text);
    }

    private static Field choice(String name, Enum<?>[] values, @Nullable String chosen, String words, Text text) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", text.get("discover.form.any")));
        Arrays.stream(values).forEach(value -> options.add(Option.of(Wire.name(value), text.of(words, value))));
        return Field.select(name, text.get("discover.form." + name), options).value(chosen);
    }
}
