package io.marquee.media.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.media.ImageView;
import io.marquee.media.MediaLibrary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Images of a person's own, for avatars and logos. */
@RestController
@RequestMapping("/api/v1/media")
@Tag(name = "Media")
class MediaApi {
    private final MediaLibrary library;

    MediaApi(MediaLibrary library) {
        this.library = library;
    }

    /** An image that was taken in; {@code url} is a path below the base URL. */
    record Uploaded(UUID id, String url, int width, int height, int hue) {
        static Uploaded of(ImageView image) {
            return new Uploaded(image.id(), image.path(1600), image.width(), image.height(), image.hue());
        }
    }

    @Operation(summary = "Upload an image: JPEG, PNG or GIF, at most 10 MB")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Uploaded> upload(@RequestParam("image") MultipartFile image) {
        Uploaded uploaded = Uploaded.of(library.add("image", null, bytes(image)));
        return ResponseEntity.created(URI.create(uploaded.url())).body(uploaded);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw InvalidInput.at("image", "image_unreadable");
        }
    }
}
