package io.marquee.media.web;

import io.marquee.kernel.NotFound;
import io.marquee.media.MediaLibrary;
import io.marquee.media.StoredFile;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Uploaded images, as we re-encoded them. An image never changes: browsers and CDNs keep it for a year. */
@Controller
class ImageController {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern WIDTH = Pattern.compile("[1-9][0-9]{2,3}");
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final MediaLibrary library;

    ImageController(MediaLibrary library) {
        this.library = library;
    }

    @GetMapping("/media/{id}/{width}.jpg")
    ResponseEntity<Resource> image(@PathVariable String id, @PathVariable String width) {
        if (!ID.matcher(id).matches() || !WIDTH.matcher(width).matches()) {
            throw new NotFound("image");
        }
        StoredFile file = library.open(UUID.fromString(id), Integer.parseInt(width));
        if (file == null) {
            throw new NotFound("image");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(FOR_GOOD)
                .contentLength(file.bytes())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(file.content()));
    }
}
