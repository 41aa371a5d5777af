package io.marquee.event.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The drawn cover of an event without a picture. */
@Controller
class CoverArtController {
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private final EventReads reads;

    CoverArtController(EventReads reads) {
        this.reads = reads;
    }

    @GetMapping("/events/{slug}/cover.svg")
    ResponseEntity<String> draw(@PathVariable String slug) {
        EventView event = reads.visible(slug);
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(CoverArt.svg(
                        event.id().value().getLeastSignificantBits(),
                        event.details().hue()));
    }
}
