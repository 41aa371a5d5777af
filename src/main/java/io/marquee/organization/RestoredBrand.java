package io.marquee.organization;

import io.marquee.audit.Restorable;
import io.marquee.kernel.OrganizationId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings what an organization says of itself on its page back to how it was. */
@Component
class RestoredBrand implements Restorable {
    private final Branding branding;
    private final OrganizationReads reads;

    RestoredBrand(Branding branding, OrganizationReads reads) {
        this.branding = branding;
        this.reads = reads;
    }

    @Override
    public Set<String> subjects() {
        return Set.of("organization");
    }

    @Override
    public Set<String> fields() {
        return Set.of("name", "description", "website", "hue");
    }

    @Override
    public void restore(UUID id, Map<String, @Nullable String> values) {
        OrganizationView now = reads.byId(OrganizationId.of(id));
        Brand brand = Brand.of(now);
        branding.edit(
                now.id(),
                new Brand(
                        text(values, "name", brand.name()),
                        text(values, "description", brand.description()),
                        text(values, "website", brand.website()),
                        Integer.parseInt(text(values, "hue", String.valueOf(brand.hue())))));
    }

    /** What was nothing is empty to the form. */
    private static String text(Map<String, @Nullable String> values, String field, String now) {
        return values.containsKey(field) ? Objects.requireNonNullElse(values.get(field), "") : now;
    }
}
