package io.marquee.event.api;

import io.marquee.event.EventCovers;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.media.MediaLibrary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The picture of an event: JPEG, PNG or GIF, at most 10 MB. */
@RestController
@RequestMapping("/api/v1/events/{event}/cover")
@Tag(name = "Events")
class CoverApi {
    private final EventCovers covers;
    private final EventReads reads;

    CoverApi(EventCovers covers, EventReads reads) {
        this.covers = covers;
        this.reads = reads;
    }

    @Operation(
            summary = "Set an event's cover",
            description = "The picture itself as the body. Its hue becomes the page's.")
    @PutMapping(consumes = {"image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<EventAnswer> put(@PathVariable String event, HttpServletRequest request) throws IOException {
        EventView known = reads.where(Permission.EDIT_EVENT, event);
        return Versions.answer(covers.put(known.id(), atMostOneTooMany(request.getInputStream())));
    }

    @Operation(summary = "Set an event's cover from a form")
    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<EventAnswer> put(
            @PathVariable String event, @RequestParam(name = "cover", required = false) @Nullable MultipartFile cover)
            throws IOException {
        EventView known = reads.where(Permission.EDIT_EVENT, event);
        if (cover == null) throw InvalidInput.at("cover", "required");
        return Versions.answer(covers.put(known.id(), cover.getBytes()));
    }

    @Operation(summary = "Take an event's cover away")
    @DeleteMapping
    ResponseEntity<EventAnswer> remove(@PathVariable String event) {
        return Versions.answer(
                covers.remove(reads.where(Permission.EDIT_EVENT, event).id()));
    }

    /** No more than is needed to see that it is too much. */
    private static byte[] atMostOneTooMany(InputStream body) throws IOException {
        return body.readNBytes((int) MediaLibrary.MOST_BYTES + 1);
    }
}
