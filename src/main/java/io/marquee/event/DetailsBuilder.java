package io.marquee.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts an event's details together; what is not said is as plain as it can be: public, ticketed, without a place. */
public final class DetailsBuilder {
    private String title;
    private String summary = "";
    private String description = "";
    private EventType type = EventType.OTHER;
    private Category category = Category.OTHER;
    private List<String> tags = List.of();
    private LocalDateTime startsAt;
    private LocalDateTime endsAt;
    private ZoneId timeZone;
    private boolean allDay;
    private @Nullable Instant registrationClosesAt;
    private @Nullable String venue;
    private @Nullable String address;
    private @Nullable String city;
    private @Nullable String country;
    private @Nullable String onlineUrl;
    private @Nullable String website;
    private @Nullable Integer capacity;
    private @Nullable Integer minimumAge;
    private Visibility visibility = Visibility.PUBLIC;
    private boolean ticketing = true;
    private boolean approvalRequired;
    private String refundPolicy = "";
    private @Nullable UUID cover;
    private int hue;
    private PageLayout page = PageLayout.usual();

    /** The hue is made of the title, so that events without a picture differ from one another. */
    DetailsBuilder(String title, LocalDateTime startsAt, LocalDateTime endsAt, ZoneId timeZone) {
        this.title = title;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.timeZone = timeZone;
        this.hue = Math.floorMod(title.strip().hashCode() * 137, 360);
    }

    DetailsBuilder(EventDetails d) {
        title = d.title();
        summary = d.summary();
        description = d.description();
        type = d.type();
        category = d.category();
        tags = d.tags();
        startsAt = d.startsAt();
        endsAt = d.endsAt();
        timeZone = d.timeZone();
        allDay = d.allDay();
        registrationClosesAt = d.registrationClosesAt();
        venue = d.venue();
        address = d.address();
        city = d.city();
        country = d.country();
        onlineUrl = d.onlineUrl();
        website = d.website();
        capacity = d.capacity();
        minimumAge = d.minimumAge();
        visibility = d.visibility();
        ticketing = d.ticketing();
        approvalRequired = d.approvalRequired();
        refundPolicy = d.refundPolicy();
        cover = d.cover();
        hue = d.hue();
        page = d.page();
    }

    public DetailsBuilder title(String title) {
        this.title = title;
        return this;
    }

    public DetailsBuilder summary(String summary) {
        this.summary = summary;
        return this;
    }

    public DetailsBuilder description(String description) {
        this.description = description;
        return this;
    }

    public DetailsBuilder type(EventType type) {
        this.type = type;
        return this;
    }

    public DetailsBuilder category(Category category) {
        this.category = category;
        return this;
    }

    public DetailsBuilder tags(List<String> tags) {
        this.tags = tags;
        return this;
    }

    public DetailsBuilder startsAt(LocalDateTime startsAt) {
        this.startsAt = startsAt;
        return this;
    }

    public DetailsBuilder endsAt(LocalDateTime endsAt) {
        this.endsAt = endsAt;
        return this;
    }

    public DetailsBuilder timeZone(ZoneId timeZone) {
        this.timeZone = timeZone;
        return this;
    }

    public DetailsBuilder allDay(boolean allDay) {
        this.allDay = allDay;
        return this;
    }

    public DetailsBuilder registrationClosesAt(@Nullable Instant registrationClosesAt) {
        this.registrationClosesAt = registrationClosesAt;
        return this;
    }

    public DetailsBuilder venue(@Nullable String venue) {
        this.venue = venue;
        return this;
    }

    public DetailsBuilder address(@Nullable String address) {
        this.address = address;
        return this;
    }

    public DetailsBuilder city(@Nullable String city) {
        this.city = city;
        return this;
    }

    public DetailsBuilder country(@Nullable String country) {
        this.country = country;
        return this;
    }

    public DetailsBuilder onlineUrl(@Nullable String onlineUrl) {
        this.onlineUrl = onlineUrl;
        return this;
    }

    public DetailsBuilder website(@Nullable String website) {
        this.website = website;
        return this;
    }

    public DetailsBuilder capacity(@Nullable Integer capacity) {
        this.capacity = capacity;
        return this;
    }

    public DetailsBuilder minimumAge(@Nullable Integer minimumAge) {
        this.minimumAge = minimumAge;
        return this;
    }

    public DetailsBuilder visibility(Visibility visibility) {
        this.visibility = visibility;
        return this;
    }

    public DetailsBuilder ticketing(boolean ticketing) {
        this.ticketing = ticketing;
        return this;
    }

    public DetailsBuilder approvalRequired(boolean approvalRequired) {
        this.approvalRequired = approvalRequired;
        return this;
    }

    public DetailsBuilder refundPolicy(String refundPolicy) {
        this.refundPolicy = refundPolicy;
        return this;
    }

    public DetailsBuilder cover(@Nullable UUID cover) {
        this.cover = cover;
        return this;
    }

    public DetailsBuilder hue(int hue) {
        this.hue = hue;
        return this;
    }

    public DetailsBuilder page(PageLayout page) {
        this.page = page;
        return this;
    }

    public EventDetails build() {
        return new EventDetails(
                title,
                summary,
                description,
                type,
                category,
                tags,
                startsAt,
                endsAt,
                timeZone,
                allDay,
                registrationClosesAt,
                venue,
                address,
                city,
                country,
                onlineUrl,
                website,
                capacity,
                minimumAge,
                visibility,
                ticketing,
                approvalRequired,
                refundPolicy,
                cover,
                hue,
                page);
    }
}
