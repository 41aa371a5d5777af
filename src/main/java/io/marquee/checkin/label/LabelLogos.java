package io.marquee.checkin.label;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.event.EventView;
import io.marquee.media.MediaLibrary;
import io.marquee.media.MediaRefused;
import io.marquee.media.StoredFile;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.tenancy.Acting;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The logos of organizations, for their badges. Not within a transaction: pictures may lie elsewhere. */
@Component
class LabelLogos {
    private static final int WIDTH = 400;
    private static final int MOST_KNOWN = 50;

    private final OrganizationReads organizations;
    private final MediaLibrary media;
    private final Acting acting;
    // no image changes under its id
    private final Cache<UUID, LabelLogo> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

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
        if (logo == null) return null;
        LabelLogo before = known.getIfPresent(logo);
        if (before != null) return before;
        LabelLogo read = read(logo);
        if (read != null) known.put(logo, read);
        return read;
    }

    /** @return null where it cannot be had now: a badge without its logo is better than none */
    private @Nullable LabelLogo read(UUID logo) {
        try {
            StoredFile file = media.open(logo, WIDTH);
            return file == null ? null : LabelLogo.of(file.read());
        } catch (MediaRefused.StoreDown | UncheckedIOException away) {
            return null;
        }
    }
}
