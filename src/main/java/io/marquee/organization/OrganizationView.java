package io.marquee.organization;

import io.marquee.kernel.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organization as everybody may see it. {@code hue} is 0 to 359. */
public record OrganizationView(
        OrganizationId id,
        String slug,
        String name,
        String description,
        @Nullable String website,
        @Nullable UUID logo,
        int hue,
        boolean personal) {}
