package io.marquee.ticketing.api;

import io.marquee.kernel.Slice;
import io.marquee.organization.OrganizationReads;
import io.marquee.ticketing.SigningKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizations/{idOrSlug}/signing-keys")
@Tag(name = "Organizations")
class SigningKeyController {
    private final SigningKeys keys;
    private final OrganizationReads organizations;

    SigningKeyController(SigningKeys keys, OrganizationReads organizations) {
        this.keys = keys;
        this.organizations = organizations;
    }

    @Operation(summary = "List the keys that tickets were signed with", description = "For owners, newest first.")
    @GetMapping
    Slice<SigningKeys.Kept> list(@PathVariable String idOrSlug) {
        return new Slice<>(keys.all(organizations.find(idOrSlug).id()), null);
    }

    @Operation(
            summary = "Sign tickets with a new key from now on",
            description = "For owners. Tickets that are out stay valid: their key still verifies.")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rotate(@PathVariable String idOrSlug) {
        keys.rotate(organizations.find(idOrSlug).id());
    }
}
