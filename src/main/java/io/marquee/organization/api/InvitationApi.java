package io.marquee.organization.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.organization.InvitationView;
import io.marquee.organization.Invitations;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.tenancy.OrganizationRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations to an organization. Their links go to the invited by mail alone. */
@RestController
@RequestMapping("/api/v1/organizations/{idOrSlug}/invitations")
@Tag(name = "Invitations")
class InvitationApi {
    private final OrganizationReads reads;
    private final Invitations invitations;

    InvitationApi(OrganizationReads reads, Invitations invitations) {
        this.reads = reads;
        this.invitations = invitations;
    }

    record Invitation(
            UUID id, String email, OrganizationRole role, String invitedBy, Instant createdAt, Instant expiresAt) {
        static Invitation of(InvitationView view) {
            return new Invitation(
                    view.id(), view.email(), view.role(), view.invitedBy(), view.createdAt(), view.expiresAt());
        }
    }

    record Listed(List<Invitation> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "List the invitations that nobody answered yet, the latest first")
    Listed list(@PathVariable String idOrSlug) {
        return new Listed(
                invitations.open(id(idOrSlug)).stream().map(Invitation::of).toList(), null);
    }

    /** @param role member where it is left out */
    record Sending(
            @Schema(example = "bob@example.org") @Nullable String email,
            @Schema(example = "member") @Nullable OrganizationRole role) {}

    @PostMapping
    @Operation(summary = "Mail an invitation; an open one to the same address ends with it")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Invitation> send(@PathVariable String idOrSlug, @RequestBody Sending sending) {
        if (sending.email() == null) throw InvalidInput.at("email", "required");
        OrganizationId organization = id(idOrSlug);
        InvitationView sent = invitations.send(
                organization, sending.email(), sending.role() == null ? OrganizationRole.MEMBER : sending.role());
        return ResponseEntity.created(URI.create("/api/v1/organizations/" + organization + "/invitations/" + sent.id()))
                .body(Invitation.of(sent));
    }

    @DeleteMapping("/{invitation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraw an invitation")
    void revoke(@PathVariable String idOrSlug, @PathVariable UUID invitation) {
        invitations.revoke(id(idOrSlug), invitation);
    }

    private OrganizationId id(String idOrSlug) {
        return reads.find(idOrSlug).id();
    }
}
