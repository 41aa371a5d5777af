package io.marquee.event.gallery;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.util.UUID;

/**
 * A picture of an event.
 *
 * @param id of the image in the library
 * @param alt what it shows, for those who can't see it
 */
public record PictureView(UUID id, EventId event, OrganizationId organization, String alt, int width, int height) {}
