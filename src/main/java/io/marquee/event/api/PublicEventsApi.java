package io.marquee.event.api;

import io.marquee.event.Category;
import io.marquee.event.Discovery;
import io.marquee.event.EventSearch;
import io.marquee.event.EventType;
import io.marquee.event.Period;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.organization.OrganizationReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Public events, for everybody alike: a token changes nothing. */
@RestController
@RequestMapping("/api/v1/events")
@Tag(name = "Events")
class PublicEventsApi {
    private static final int MOST = 100;
    private static final Pattern ID_OR_SLUG = Pattern.compile("[a-zA-Z0-9-]{1,100}");

    private final Discovery discovery;
    private final OrganizationReads organizations;

    PublicEventsApi(Discovery discovery, OrganizationReads organizations) {
        this.discovery = discovery;
        this.organizations = organizations;
    }

    @Operation(
            summary = "Find public events, soonest first",
            description =
                    "Without dates: those that are not over. Days are those on the calendar of each event's place.")
    @GetMapping
    Slice<EventAnswer> find(
            @Parameter(description = "first day, or an instant of which the day in UTC counts", example = "2031-06-01")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "last day, included", example = "2031-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(description = "a city in any spelling, or online", example = "Lisbon")
                    @RequestParam(required = false)
                    @Nullable
                    String city,
            @Parameter(schema = @Schema(implementation = Category.class)) @RequestParam(required = false) @Nullable
                    String category,
            @Parameter(schema = @Schema(implementation = EventType.class)) @RequestParam(required = false) @Nullable
                    String type,
            @Parameter(example = "jazz") @RequestParam(required = false) @Nullable String tag,
            @Parameter(description = "words that all occur", example = "low tide")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(description = "id or slug of the host") @RequestParam(required = false) @Nullable
                    String organization,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        Period period = first == null && last == null ? Period.UPCOMING : new Period.Days(first, last);
        boolean online = "online".equalsIgnoreCase(city);
        EventSearch search = new EventSearch(
                period,
                online ? null : city,
                online,
                word("category", Category.class, category),
                word("type", EventType.class, type),
                tag,
                q,
                host(organization));
        return discovery.find(search, cursor, limit).map(EventAnswer::forEverybody);
    }

    private @Nullable OrganizationId host(@Nullable String idOrSlug) {
        if (idOrSlug == null || idOrSlug.isBlank()) return null;
        if (!ID_OR_SLUG.matcher(idOrSlug).matches()) throw new NotFound("organization");
        return organizations.find(idOrSlug).id();
    }

    private static <E extends Enum<E>> @Nullable E word(String parameter, Class<E> words, @Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : Wire.parse(words, typed);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.at(parameter, "choice");
        }
    }

    private static @Nullable LocalDate day(String parameter, @Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        try {
            LocalDate day = typed.length() <= 10
                    ? LocalDate.parse(typed)
                    : OffsetDateTime.parse(typed)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate();
            if (day.getYear() < 1 || day.getYear() > 9999) throw InvalidInput.at(parameter, "date");
            return day;
        } catch (DateTimeParseException e) {
            throw InvalidInput.at(parameter, "date");
        }
    }
}
