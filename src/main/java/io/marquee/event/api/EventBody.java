package io.marquee.event.api;

import io.marquee.event.Category;
import io.marquee.event.DetailsBuilder;
import io.marquee.event.EventDetails;
import io.marquee.event.EventType;
import io.marquee.event.PageBlock;
import io.marquee.event.PageLayout;
import io.marquee.event.Visibility;
import io.marquee.kernel.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event's details as programs send them. Only title, times and time zone are needed.
 *
 * @param startsAt what the clock on the wall shows, without an offset
 * @param endsAt likewise; for an all-day event the midnight after its last day, or any time on its last day
 * @param registrationClosesAt an instant; left out: at the start
 * @param description Markdown
 * @param cover of an uploaded image
 * @param hue 0 to 359: the colour of the page; left out, the cover's or one made of the title
 * @param page its blocks from top to bottom, each kind once; what is left out stands at the end, as usual. Tickets are always shown. The
 *     text of the questions stays until another one comes, be it empty
 */
record EventBody(
        @Schema(example = "Low Tide Sessions") @Nullable String title,
        @Schema(example = "2031-06-18T19:30") @Nullable LocalDateTime startsAt,
        @Schema(example = "2031-06-18T23:00") @Nullable LocalDateTime endsAt,
        @Schema(example = "Europe/Lisbon") @Nullable String timeZone,
        @Nullable Boolean allDay,

        @Schema(example = "Three bands, one sunset") @Nullable
        String summary,

        @Schema(example = "Doors open at *seven*.") @Nullable
        String description,

        @Nullable EventType type,
        @Nullable Category category,

        @Schema(example = "[\"jazz\", \"open air\"]") @Nullable
        List<@Nullable String> tags,

        @Nullable Instant registrationClosesAt,
        @Schema(example = "Pier 14") @Nullable String venue,
        @Schema(example = "Cais do Sodré 14") @Nullable String address,
        @Schema(example = "Lisbon") @Nullable String city,

        @Schema(example = "PT", description = "ISO 3166-1 alpha-2") @Nullable
        String country,

        @Nullable String onlineUrl,
        @Nullable String website,
        @Nullable Integer capacity,
        @Nullable Integer minimumAge,
        @Nullable Visibility visibility,
        @Nullable Boolean ticketing,
        @Nullable Boolean approvalRequired,
        @Nullable String refundPolicy,
        @Nullable UUID cover,
        @Nullable Integer hue,

        @Schema(
                example =
                        "[{\"kind\": \"story\"}, {\"kind\": \"tickets\"}, {\"kind\": \"pictures\", \"shown\": false}]")
        @Nullable
        List<@Nullable Block> page) {

    /**
     * @param shown left out: it is
     * @param text Markdown, of questions and answers; left out: as it was
     */
    record Block(
            PageBlock.@Nullable Kind kind,
            @Nullable Boolean shown,
            @Nullable String text) {
        PageBlock block(PageLayout before) {
            if (kind == null) throw InvalidInput.at("page", "required");
            return new PageBlock(kind, !Boolean.FALSE.equals(shown), text == null ? before.questions() : text);
        }
    }

    static EventBody of(EventDetails d) {
        return new EventBody(
                d.title(),
                d.startsAt(),
                d.endsAt(),
                d.timeZone().getId(),
                d.allDay(),
                d.summary(),
                d.description(),
                d.type(),
                d.category(),
                List.copyOf(d.tags()),
                d.registrationClosesAt(),
                d.venue(),
                d.address(),
                d.city(),
                d.country(),
                d.onlineUrl(),
                d.website(),
                d.capacity(),
                d.minimumAge(),
                d.visibility(),
                d.ticketing(),
                d.approvalRequired(),
                d.refundPolicy(),
                d.cover(),
                d.hue(),
                d.page().blocks().stream()
                        .<@Nullable Block>map(block -> new Block(block.kind(), block.shown(), block.text()))
                        .toList());
    }

    /**
     * The event's details.
     *
     * @param before how its page is arranged so far
     * @throws InvalidInput when what every event needs is missing, or the zone is unknown
     */
    EventDetails details(PageLayout before) {
        if (title == null || startsAt == null || endsAt == null || timeZone == null) {
            throw missing();
        }
        DetailsBuilder details = EventDetails.of(title, startsAt, endsAt, zone(timeZone))
                .allDay(Boolean.TRUE.equals(allDay))
                .summary(orEmpty(summary))
                .description(orEmpty(description))
                .type(Objects.requireNonNullElse(type, EventType.OTHER))
                .category(Objects.requireNonNullElse(category, Category.OTHER))
                .tags(
                        tags == null
                                ? List.of()
                                : tags.stream().map(EventBody::orEmpty).toList())
                .registrationClosesAt(registrationClosesAt)
                .venue(venue)
                .address(address)
                .city(city)
                .country(country)
                .onlineUrl(onlineUrl)
                .website(website)
                .capacity(capacity)
                .minimumAge(minimumAge)
                .visibility(Objects.requireNonNullElse(visibility, Visibility.PUBLIC))
                .ticketing(!Boolean.FALSE.equals(ticketing))
                .approvalRequired(Boolean.TRUE.equals(approvalRequired))
                .refundPolicy(orEmpty(refundPolicy))
                .cover(cover)
                .page(PageLayout.of(blocks(before), before.questions()));
        return hue == null ? details.build() : details.hue(hue).build();
    }

    private List<PageBlock> blocks(PageLayout before) {
        return page == null
                ? List.of()
                : page.stream()
                        .filter(Objects::nonNull)
                        .map(block -> block.block(before))
                        .toList();
    }

    private InvalidInput missing() {
        List<String> needed = new java.util.ArrayList<>();
        if (title == null) needed.add("title");
        if (startsAt == null) needed.add("startsAt");
        if (endsAt == null) needed.add("endsAt");
        if (timeZone == null) needed.add("timeZone");
        return new InvalidInput(needed.stream()
                .map(field -> new InvalidInput.Problem(field, "required", List.of()))
                .toList());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw InvalidInput.at("timeZone", "unknown_time_zone", name);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
