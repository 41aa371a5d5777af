package io.marquee.organization.api;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.OrganizationId;
import io.marquee.organization.Brand;
import io.marquee.organization.Branding;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.organization.Organizations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Organizations: made, shown, changed. */
@RestController
@RequestMapping("/api/v1/organizations")
@Tag(name = "Organizations")
class OrganizationApi {
    private final Organizations organizations;
    private final OrganizationReads reads;
    private final Branding branding;
    private final Access access;

    OrganizationApi(Organizations organizations, OrganizationReads reads, Branding branding, Access access) {
        this.organizations = organizations;
        this.reads = reads;
        this.branding = branding;
        this.access = access;
    }

    /** An organization. {@code hue} is 0 to 359. */
    record Organization(
            OrganizationId id,
            String slug,
            String name,
            String description,
            @Nullable String website,
            @Nullable UUID logo,
            int hue,
            boolean personal) {
        static Organization of(OrganizationView view) {
            return new Organization(
                    view.id(),
                    view.slug(),
                    view.name(),
                    view.description(),
                    view.website(),
                    view.logo(),
                    view.hue(),
                    view.personal());
        }
    }

    record Creation(
            @Schema(example = "Lisbon Jazz Nights") @Nullable
            String name) {}

    @PostMapping
    @Operation(summary = "Make an organization of which you are the owner")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Organization> create(@RequestBody Creation creation) {
        OrganizationView made = organizations.create(access.personId(), creation.name() == null ? "" : creation.name());
        return ResponseEntity.created(URI.create("/api/v1/organizations/" + made.id()))
                .body(Organization.of(made));
    }

    record Listed(List<Organization> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "List the organizations that you are a member of, by name")
    Listed mine() {
        access.personId();
        return new Listed(
                reads.mine(Permission.SEE_ORGANIZATION).stream()
                        .map(Organization::of)
                        .toList(),
                null);
    }

    @GetMapping("/{idOrSlug}")
    @Operation(summary = "Show what an organization says of itself; public")
    Organization show(@PathVariable String idOrSlug) {
        return Organization.of(reads.find(idOrSlug));
    }

    /** What is left out stays as it is; an empty description or website removes it. */
    record Change(
            @Schema(example = "Lisbon Jazz Nights") @Nullable
            String name,

            @Schema(example = "Two stages, one river.") @Nullable
            String description,

            @Schema(example = "https://jazz.example.org") @Nullable
            String website,

            @Schema(example = "250", minimum = "0", maximum = "359") @Nullable
            Integer hue) {
        Brand over(Brand now) {
            return new Brand(
                    name == null ? now.name() : name,
                    description == null ? now.description() : description,
                    website == null ? now.website() : website,
                    hue == null ? now.hue() : hue);
        }
    }

    @PatchMapping("/{idOrSlug}")
    @Operation(summary = "Change an organization's brand; the slug stays")
    Organization change(@PathVariable String idOrSlug, @RequestBody Change change) {
        OrganizationView view = reads.find(idOrSlug);
        return Organization.of(branding.edit(view.id(), change.over(Brand.of(view))));
    }
}
