package io.marquee.event.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.gallery.Gallery;
import io.marquee.event.gallery.PictureView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.media.MediaLibrary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The pictures of an event beside its cover: JPEG, PNG or GIF, at most 10 MB each. */
@RestController
@RequestMapping("/api/v1/events/{event}/pictures")
@Tag(name = "Events")
class PicturesApi {
    private static final int WIDTH = 1600;

    private final Gallery gallery;
    private final EventReads reads;

    PicturesApi(Gallery gallery, EventReads reads) {
        this.gallery = gallery;
        this.reads = reads;
    }

    /** @param url below the base URL */
    record Picture(
            UUID id, @Schema(example = "The pier at dusk") String alt, String url) {
        static Picture of(PictureView picture) {
            return new Picture(picture.id(), picture.alt(), MediaLibrary.path(picture.id(), WIDTH));
        }
    }

    /**
     * What is to be different.
     *
     * @param position 1.. among the event's pictures
     */
    record PictureChange(
            @Schema(example = "The pier at dusk") @Nullable String alt,
            @Schema(example = "1") @Nullable Integer position) {}

    @Operation(summary = "List an event's pictures", description = "In order; for whoever may see the event.")
    @GetMapping
    Slice<Picture> list(@PathVariable String event) {
        EventView seen = reads.visible(event);
        return new Slice<>(gallery.of(seen.id()).stream().map(Picture::of).toList(), null);
    }

    @Operation(summary = "Add a picture to an event", description = "A form with the picture, and what it shows.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Picture add(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam(defaultValue = "") String alt)
            throws IOException {
        EventView known = editable(event);
        if (picture == null) throw InvalidInput.at("picture", "required");
        return Picture.of(gallery.add(known, alt, picture.getBytes()));
    }

    @Operation(summary = "Describe or move a picture", description = "What is left out stays as it is.")
    @PatchMapping("/{picture}")
    Slice<Picture> change(@PathVariable String event, @PathVariable UUID picture, @RequestBody PictureChange change) {
        EventView known = editable(event);
        if (change.alt() != null) gallery.describe(known, picture, change.alt());
        if (change.position() != null) gallery.move(known, picture, change.position());
        return list(event);
    }

    @Operation(summary = "Remove a picture")
    @DeleteMapping("/{picture}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String event, @PathVariable UUID picture) {
        gallery.remove(editable(event), picture);
    }

    private EventView editable(String event) {
        return reads.where(Permission.EDIT_EVENT, event);
    }
}
