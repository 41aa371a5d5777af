package io.marquee.organization.web;

import io.marquee.organization.Brand;
import io.marquee.organization.OrganizationView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form of the brand holds. */
record BrandFields(String name, String description, String website, String hue) {
    BrandFields(@Nullable String name, @Nullable String description, @Nullable String website, @Nullable String hue) {
        this.name = Objects.requireNonNullElse(name, "");
        this.description = Objects.requireNonNullElse(description, "");
        this.website = Objects.requireNonNullElse(website, "");
        this.hue = Objects.requireNonNullElse(hue, "");
    }

    static BrandFields of(OrganizationView view) {
        return new BrandFields(view.name(), view.description(), view.website(), Integer.toString(view.hue()));
    }

    /** A hue that is no number becomes one that the command refuses. */
    Brand brand() {
        return new Brand(name, description, website, hue.matches("[0-9]{1,3}") ? Integer.parseInt(hue) : -1);
    }
}
