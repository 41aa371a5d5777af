package io.marquee.event.web;

import io.marquee.event.EventView;
import io.marquee.kernel.Wire;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where things of an event are, below the base URL. */
final class EventLinks {
    private EventLinks() {}

    static String path(EventView event) {
        return "/events/" + event.slug();
    }

    static String calendar(EventView event) {
        return path(event) + "/calendar.ics";
    }

    /** The version keeps caches elsewhere from showing an old picture. */
    static String socialImage(EventView event) {
        return path(event) + "/social.png?v=" + event.version();
    }

    static String manage(EventView event) {
        return "/manage/events/" + event.slug();
    }

    static String discover(Enum<?> category) {
        return "/discover?category=" + Wire.name(category);
    }

    static String tag(String tag) {
        return "/discover?tag=" + encoded(tag);
    }

    static String city(String city) {
        return "/discover?city=" + encoded(city);
    }

    /** A map that asks for no account and sets no cookies on our page: it is only a link. */
    static String map(String place) {
        return "https://www.openstreetmap.org/search?query=" + encoded(place);
    }

    /** A web address as people say it: "example.org/harbour". */
    static String label(String address) {
        return address.replaceFirst("(?i)^https?://(www\\.)?", "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("/$", "");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
