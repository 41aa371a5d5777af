package io.marquee.organization.api;

import io.marquee.media.MediaLibrary;
import io.marquee.organization.Branding;
import io.marquee.organization.OrganizationReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An organization's logo. */
@RestController
@RequestMapping("/api/v1/organizations/{idOrSlug}/logo")
@Tag(name = "Organizations")
class LogoApi {
    private final OrganizationReads reads;
    private final Branding branding;

    LogoApi(OrganizationReads reads, Branding branding) {
        this.reads = reads;
        this.branding = branding;
    }

    @PutMapping(consumes = {"image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set an organization's logo: JPEG, PNG or GIF, up to 10 MB")
    void put(@PathVariable String idOrSlug, HttpServletRequest request) throws IOException {
        // one byte too many is enough to see that it is too much
        branding.setLogo(
                reads.find(idOrSlug).id(), request.getInputStream().readNBytes((int) MediaLibrary.MOST_BYTES + 1));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an organization's logo away")
    void remove(@PathVariable String idOrSlug) {
        branding.removeLogo(reads.find(idOrSlug).id());
    }
}
