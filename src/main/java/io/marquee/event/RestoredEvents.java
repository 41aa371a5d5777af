package io.marquee.event;

import io.marquee.audit.EarlierValues;
import io.marquee.audit.Restorable;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Brings an event's details and its page back to how they were, as an edit of whoever acts. */
@Component
class RestoredEvents implements Restorable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Events events;
    private final EventReads reads;

    RestoredEvents(Events events, EventReads reads) {
        this.events = events;
        this.reads = reads;
    }

    @Override
    public Set<String> subjects() {
        return Set.of("event");
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "title",
                "summary",
                "description",
                "type",
                "category",
                "tags",
                "starts_local",
                "ends_local",
                "time_zone",
                "all_day",
                "registration_closes_at",
                "venue",
                "address",
                "city",
                "country",
                "online_url",
                "website",
                "capacity",
                "minimum_age",
                "visibility",
                "ticketing",
                "approval_required",
                "refund_policy",
                "cover",
                "hue",
                "page");
    }

    @Override
    public void restore(UUID id, Map<String, @Nullable String> values) {
        EventView now = reads.visible(id.toString());
        DetailsBuilder details = now.details().but();
        new EarlierValues(values)
                .set("title", String::toString, details::title)
                .set("summary", String::toString, details::summary)
                .set("description", String::toString, details::description)
                .set("type", word -> Wire.parse(EventType.class, word), details::type)
                .set("category", word -> Wire.parse(Category.class, word), details::category)
                .set("tags", RestoredEvents::texts, details::tags)
                .set("starts_local", LocalDateTime::parse, details::startsAt)
                .set("ends_local", LocalDateTime::parse, details::endsAt)
                .set("time_zone", ZoneId::of, details::timeZone)
                .set("all_day", Boolean::valueOf, details::allDay)
                .open("registration_closes_at", EarlierValues::instant, details::registrationClosesAt)
                .open("venue", String::toString, details::venue)
                .open("address", String::toString, details::address)
                .open("city", String::toString, details::city)
                .open("country", String::toString, details::country)
                .open("online_url", String::toString, details::onlineUrl)
                .open("website", String::toString, details::website)
                .open("capacity", Integer::valueOf, details::capacity)
                .open("minimum_age", Integer::valueOf, details::minimumAge)
                .set("visibility", word -> Wire.parse(Visibility.class, word), details::visibility)
                .set("ticketing", Boolean::valueOf, details::ticketing)
                .set("approval_required", Boolean::valueOf, details::approvalRequired)
                .set("refund_policy", String::toString, details::refundPolicy)
                .open("cover", UUID::fromString, details::cover)
                .set("hue", Integer::valueOf, details::hue)
                .open("page", PageLayout::read, page -> details.page(page == null ? PageLayout.usual() : page));
        events.edit(EventId.of(id), details.build(), now.version());
    }

    private static List<String> texts(String json) {
        return Arrays.asList(JSON.readValue(json, String[].class));
    }
}
