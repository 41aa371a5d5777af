package io.marquee.checkin.label;

import io.marquee.event.EventView;
import io.marquee.media.MediaLibrary;
import io.marquee.media.StoredFile;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.tenancy.Acting;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The logos of organizations, for their badges. Not within a transaction: pictures may lie elsewhere. */
@Component
class LabelLogos {
    private static final int WIDTH = 400;

    private final OrganizationReads organizations;
    private final MediaLibrary media;
    private final Acting acting;

    LabelLogos(OrganizationReads organizations, MediaLibrary media, Acting acting) {
        this.organizations = organizations;
        this.media = media;
        this.acting = acting;
    }

    /** The same label with its logo, where the template says so and there is one. */
    Label on(Label label, EventView event, BadgeTemplate template) {
        LabelLogo logo = template.has(BadgeTemplate.Part.LOGO) ? of(event) : null;
        return logo == null ? label : label.under(logo);
    }

    private @Nullable LabelLogo of(EventView event) {
        UUID logo = acting.asSystem(event.organization(), () -> organizations.byId(event.organization()))
                .logo();
        StoredFile file = logo == null ? null : media.open(logo, WIDTH);
        return file == null ? null : LabelLogo.of(file.read());
    }
}
