package io.marquee.identity.api;

import io.marquee.identity.Profiles;
import io.marquee.media.MediaLibrary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own picture. */
@RestController
@RequestMapping("/api/v1/me/avatar")
@Tag(name = "Me")
class AvatarApi {
    private final Profiles profiles;

    AvatarApi(Profiles profiles) {
        this.profiles = profiles;
    }

    @PutMapping(consumes = {"image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set your picture: JPEG, PNG or GIF, up to 10 MB")
    void put(HttpServletRequest request) throws IOException {
        // one byte too many is enough to see that it is too much
        profiles.setAvatar(request.getInputStream().readNBytes((int) MediaLibrary.MOST_BYTES + 1));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take your picture away")
    void remove() {
        profiles.removeAvatar();
    }
}
