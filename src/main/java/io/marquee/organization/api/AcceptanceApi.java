package io.marquee.organization.api;

import io.marquee.organization.Joining;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Joining an organization by the token of the mailed link. */
@RestController
@RequestMapping("/api/v1/invitations/{token}/acceptance")
@Tag(name = "Invitations")
class AcceptanceApi {
    private final Joining joining;

    AcceptanceApi(Joining joining) {
        this.joining = joining;
    }

    @PostMapping
    @Operation(summary = "Join; the invitation must have gone to your own, confirmed address")
    OrganizationApi.Organization accept(@PathVariable String token) {
        return OrganizationApi.Organization.of(joining.accept(token));
    }
}
