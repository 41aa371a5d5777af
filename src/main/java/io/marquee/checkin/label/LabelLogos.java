package io.marquee.checkin.label;

import io.marquee.kernel.OrganizationId;
import io.marquee.media.ImageFolder;
import io.marquee.organization.OrganizationReads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The logos of organizations, for their badges. */
@Component
class LabelLogos {
    private static final int WIDTH = 400;

    private final OrganizationReads organizations;
    private final ImageFolder images;

    LabelLogos(OrganizationReads organizations, ImageFolder images) {
        this.organizations = organizations;
        this.images = images;
    }

    /** @return null where there is none */
    @Nullable
    LabelLogo of(OrganizationId id) {
        UUID logo = organizations.byId(id).logo();
        Path file = logo == null ? null : images.find(logo, WIDTH);
        try {
            return file == null ? null : LabelLogo.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
