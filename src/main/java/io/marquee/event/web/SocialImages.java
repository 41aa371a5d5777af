package io.marquee.event.web;

import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.event.Place;
import io.marquee.media.MediaLibrary;
import io.marquee.media.MediaRefused;
import io.marquee.media.StoredFile;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.web.Text;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the pictures that go with links to events. */
@Component
class SocialImages {
    private static final int COVER = 800;

    private final OrganizationReads organizations;
    private final MediaLibrary images;

    SocialImages(OrganizationReads organizations, MediaLibrary images) {
        this.organizations = organizations;
        this.images = images;
    }

    SocialImage of(EventView event, Text text) {
        EventDetails details = event.details();
        return new SocialImage(
                details.title(),
                EventTimesText.brief(details, text),
                where(Place.of(details), text),
                organizations.byId(event.organization()).name(),
                details.hue(),
                cover(details.cover()));
    }

    /** Without a cover, or where its file cannot be read, the picture is made of the hue alone. */
    private @Nullable BufferedImage cover(@Nullable UUID cover) {
        if (cover == null) return null;
        try (StoredFile file = images.open(cover, COVER)) {
            return file == null ? null : ImageIO.read(file.content());
        } catch (IOException | MediaRefused.StoreDown unreadable) {
            return null;
        }
    }

    private static String where(Place place, Text text) {
        if (!place.physical()) return place.online() ? text.get("eventpage.where.online") : "";
        String region = place.region(text.locale());
        String venue = place.venue();
        if (venue == null) return region.isEmpty() ? place.line() : region;
        return region.isEmpty() ? venue : venue + ", " + region;
    }
}
