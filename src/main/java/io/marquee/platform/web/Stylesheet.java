package io.marquee.platform.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the layers of the stylesheet as one file: one request instead of a dozen. */
@Controller
class Stylesheet {
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
    private final Assets assets;

    Stylesheet(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{version:[0-9a-f]{12}}/css/marquee.css")
    ResponseEntity<byte[]> show(@PathVariable String version) {
        var isCurrent = version.equals(assets.version());
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(
                        isCurrent
                                ? CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : CacheControl.noCache())
                .body(assets.stylesheet());
    }
}
