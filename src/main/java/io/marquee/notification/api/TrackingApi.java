package io.marquee.notification.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.notification.Tracking;
import io.marquee.organization.OrganizationReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether an organization hears who opens its optional mail. */
@RestController
@RequestMapping("/api/v1/organizations/{idOrSlug}/mail-tracking")
@Tag(name = "Messages")
class TrackingApi {
    private final OrganizationReads organizations;
    private final Tracking tracking;

    TrackingApi(OrganizationReads organizations, Tracking tracking) {
        this.organizations = organizations;
        this.tracking = tracking;
    }

    record MailTracking(@Schema(example = "true") @Nullable Boolean enabled) {}

    @GetMapping
    @Operation(summary = "Tell whether you hear who opens your optional mail")
    MailTracking show(@PathVariable String idOrSlug) {
        return new MailTracking(tracking.enabled(id(idOrSlug)));
    }

    @PutMapping
    @Operation(
            summary =
                    "Hear who opens optional mail that is written from now on, but for those who refuse; or hear it no more")
    MailTracking enable(@PathVariable String idOrSlug, @RequestBody MailTracking wish) {
        OrganizationId organization = id(idOrSlug);
        tracking.enabled(organization); // refuses who may not see it, before what they sent is looked at
        if (wish.enabled() == null) throw InvalidInput.at("enabled", "required");
        tracking.enable(organization, wish.enabled());
        return show(idOrSlug);
    }

    private OrganizationId id(String idOrSlug) {
        return organizations.find(idOrSlug).id();
    }
}
