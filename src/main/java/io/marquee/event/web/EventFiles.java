package io.marquee.event.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.event.EventCalendar;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.platform.web.Text;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What can be downloaded of an event: its entry for a calendar, and the picture that goes with its link. */
@Controller
class EventFiles {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final long MOST_BYTES = 32 << 20;

    private final EventReads events;
    private final EventCalendar calendar;
    private final SocialImages pictures;
    private final Cache<Drawn, byte[]> drawn = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Drawn key, byte[] picture) -> picture.length)
            .build();

    /** The version makes it new when the event changes. */
    record Drawn(EventId event, int version, Locale language) {}

    EventFiles(EventReads events, EventCalendar calendar, SocialImages pictures) {
        this.events = events;
        this.calendar = calendar;
        this.pictures = pictures;
    }

    @GetMapping("/events/{slug}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String slug) {
        EventView event = events.visible(slug);
        return calendar(calendar.feed(event.details().title(), List.of(event)), event.slug());
    }

    @GetMapping("/events/{slug}/social.png")
    ResponseEntity<byte[]> picture(@PathVariable String slug, Text text) {
        EventView event = events.published(slug);
        byte[] picture = drawn.get(
                new Drawn(event.id(), event.version(), text.locale()),
                key -> pictures.of(event, text).png());
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(picture);
    }

    static ResponseEntity<byte[]> calendar(String content, String name) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".ics\"")
                .cacheControl(CacheControl.noCache())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }
}
