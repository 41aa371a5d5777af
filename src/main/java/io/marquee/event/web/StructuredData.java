package io.marquee.event.web;

import io.marquee.event.EventDetails;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Offer;
import io.marquee.event.Place;
import io.marquee.event.Postponement;
import io.marquee.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event in the words of schema.org, as search engines read it.
 *
 * @param url of the page
 * @param image of the preview
 */
record StructuredData(String url, String image, String description, String hostUrl, String hostName) {
    private static final String SCHEMA = "https://schema.org/";

    Map<String, Object> of(EventView event, List<Offer> offers, Instant now) {
        EventDetails details = event.details();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", type(details));
        data.put("@id", url);
        data.put("url", url);
        data.put("name", details.title());
        data.put("description", description);
        data.put("image", List.of(image));
        putTimes(data, details);
        putStatus(data, event);
        putPlace(data, Place.of(details));
        data.put("organizer", Map.of("@type", "Organization", "name", hostName, "url", hostUrl));
        if (details.minimumAge() != null) data.put("typicalAgeRange", details.minimumAge() + "-");
        if (!offers.isEmpty()) {
            data.put(
                    "offers",
                    offers.stream().map(offer -> offer(offer, event, now)).toList());
        }
        return data;
    }

    /** One whose new date is not known keeps the old one; one that has a new date says the old one beside it. */
    private static void putStatus(Map<String, Object> data, EventView event) {
        Postponement postponement = event.postponement();
        String status = event.state() == EventState.CANCELLED
                ? "EventCancelled"
                : postponement == null
                        ? "EventScheduled"
                        : postponement.dateKnown() ? "EventRescheduled" : "EventPostponed";
        data.put("eventStatus", SCHEMA + status);
        if (postponement != null && postponement.dateKnown()) {
            data.put("previousStartDate", postponement.from().toLocalDate().toString());
        }
    }

    private static String type(EventDetails details) {
        return switch (details.type()) {
            case CONCERT -> "MusicEvent";
            case FESTIVAL -> "Festival";
            case SPORT -> "SportsEvent";
            case CLASS, WORKSHOP, SEMINAR -> "EducationEvent";
            case TRADE_SHOW -> "ExhibitionEvent";
            case CONFERENCE, MEETING -> "BusinessEvent";
            case PARTY -> "SocialEvent";
            case OTHER -> "Event";
        };
    }

    /** A day without hours is a date; the last day is meant to be the last one, not the midnight after it. */
    private static void putTimes(Map<String, Object> data, EventDetails details) {
        if (details.allDay()) {
            data.put("startDate", details.startsAt().toLocalDate().toString());
            data.put("endDate", details.endsAt().toLocalDate().minusDays(1).toString());
        } else {
            DateTimeFormatter format = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
            data.put("startDate", format.format(details.startsAt().atZone(details.timeZone())));
            data.put("endDate", format.format(details.endsAt().atZone(details.timeZone())));
        }
    }

    private void putPlace(Map<String, Object> data, Place place) {
        List<Object> places = new ArrayList<>();
        if (place.physical()) places.add(physical(place));
        if (place.online() || !place.physical()) places.add(Map.of("@type", "VirtualLocation", "url", url));
        String mode = places.size() == 2 ? "Mixed" : place.physical() ? "Offline" : "Online";
        data.put("eventAttendanceMode", SCHEMA + mode + "EventAttendanceMode");
        data.put("location", places.size() == 1 ? places.getFirst() : places);
    }

    private static Map<String, Object> physical(Place place) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("@type", "PostalAddress");
        if (place.address() != null) address.put("streetAddress", place.address());
        if (place.city() != null) address.put("addressLocality", place.city());
        if (place.country() != null) address.put("addressCountry", place.country());
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("@type", "Place");
        location.put("name", place.venue() == null ? place.line() : place.venue());
        location.put("address", address);
        return location;
    }

    private Map<String, Object> offer(Offer offer, EventView event, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@type", "Offer");
        data.put("name", offer.name());
        data.put("url", url);
        data.put("price", price(offer.price()));
        data.put("priceCurrency", offer.price().currency().getCurrencyCode());
        data.put("availability", SCHEMA + availability(offer, event, now));
        if (offer.from() != null) data.put("validFrom", offer.from().toString());
        return data;
    }

    private static String availability(Offer offer, EventView event, Instant now) {
        if (offer.left() == 0) return "SoldOut";
        if (!event.registrationOpen(now)) return "Discontinued";
        boolean later = offer.from() != null && now.isBefore(offer.from());
        return later ? "PreOrder" : offer.available(now) ? "InStock" : "Discontinued";
    }

    private static String price(Money price) {
        int digits = Math.max(0, price.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(price.amount(), digits).toPlainString();
    }
}
