package io.marquee.event.web.manage;

import io.marquee.event.Category;
import io.marquee.event.DetailsBuilder;
import io.marquee.event.EventDetails;
import io.marquee.event.EventType;
import io.marquee.event.EventView;
import io.marquee.event.Visibility;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.SentVersion;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of an event's details, as it was typed. The end of an all-day event is shown and typed as its last day; inside
 * it is the midnight after.
 */
public record DetailsForm(Map<String, String> values) {

    static DetailsForm blank(ZoneId zone) {
        return new DetailsForm(Map.of(
                "timeZone",
                zone.getId(),
                "visibility",
                "public",
                "ticketing",
                "true",
                "type",
                "other",
                "category",
                "other"));
    }

    static DetailsForm of(EventView event) {
        EventDetails d = event.details();
        Map<String, String> values = new HashMap<>();
        values.put("version", String.valueOf(event.version()));
        values.put("title", d.title());
        values.put("summary", d.summary());
        values.put("description", d.description());
        values.put("type", Wire.name(d.type()));
        values.put("category", Wire.name(d.category()));
        values.put("tags", String.join(", ", d.tags()));
        values.put("startsAt", typed(d.startsAt()));
        values.put("endsAt", typed(d.allDay() ? d.endsAt().minusDays(1) : d.endsAt()));
        values.put("timeZone", d.timeZone().getId());
        values.put("allDay", String.valueOf(d.allDay()));
        values.put("registrationClosesAt", closes(d));
        values.put("venue", orEmpty(d.venue()));
        values.put("address", orEmpty(d.address()));
        values.put("city", orEmpty(d.city()));
        values.put("country", orEmpty(d.country()));
        values.put("onlineUrl", orEmpty(d.onlineUrl()));
        values.put("website", orEmpty(d.website()));
        values.put("capacity", orEmpty(d.capacity()));
        values.put("minimumAge", orEmpty(d.minimumAge()));
        values.put("visibility", Wire.name(d.visibility()));
        values.put("ticketing", String.valueOf(d.ticketing()));
        values.put("refundPolicy", d.refundPolicy());
        return new DetailsForm(values);
    }

    /** The same, by somebody who has seen what there is now. */
    DetailsForm over(EventView now) {
        Map<String, String> again = new HashMap<>(values);
        again.put("version", String.valueOf(now.version()));
        return new DetailsForm(again);
    }

    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    int version() {
        return SentVersion.of(get("version"));
    }

    /**
     * What was typed, over what the form does not show.
     *
     * @param before null for a new event
     * @throws io.marquee.kernel.InvalidInput where it cannot be read
     */
    EventDetails details(@Nullable EventDetails before) {
        FormValues form = new FormValues(values);
        LocalDateTime starts = form.dateTime("startsAt");
        LocalDateTime ends = form.dateTime("endsAt");
        ZoneId zone = form.zone("timeZone");
        boolean allDay = form.isChecked("allDay");
        LocalDateTime closes = form.dateTimeOrNull("registrationClosesAt");
        LocalDateTime end = allDay ? ends.toLocalDate().plusDays(1).atStartOfDay() : ends;
        DetailsBuilder details = before == null
                ? EventDetails.of(form.text("title"), starts, end, zone)
                : before.but()
                        .title(form.text("title"))
                        .startsAt(starts)
                        .endsAt(end)
                        .timeZone(zone);
        details.allDay(allDay)
                .summary(form.text("summary"))
                .description(form.text("description"))
                .type(form.choice("type", EventType.class, EventType.OTHER))
                .category(form.choice("category", Category.class, Category.OTHER))
                .tags(List.of(form.text("tags").split(",")))
                .registrationClosesAt(
                        closes == null ? null : closes.atZone(zone).toInstant())
                .venue(form.textOrNull("venue"))
                .address(form.textOrNull("address"))
                .city(form.textOrNull("city"))
                .country(form.textOrNull("country"))
                .onlineUrl(form.textOrNull("onlineUrl"))
                .website(form.textOrNull("website"))
                .capacity(form.number("capacity"))
                .minimumAge(form.number("minimumAge"))
                .visibility(form.choice("visibility", Visibility.class, Visibility.PUBLIC))
                .ticketing(form.isChecked("ticketing"))
                .refundPolicy(form.text("refundPolicy"));
        form.orThrow();
        return details.build();
    }

    private static String closes(EventDetails d) {
        return d.registrationClosesAt() == null
                ? ""
                : typed(LocalDateTime.ofInstant(d.registrationClosesAt(), d.timeZone()));
    }

    /** As {@code datetime-local} takes it. */
    private static String typed(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
