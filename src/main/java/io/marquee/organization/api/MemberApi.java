package io.marquee.organization.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.organization.MemberView;
import io.marquee.organization.Members;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.tenancy.OrganizationRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The members of an organization. New ones come by invitation. */
@RestController
@RequestMapping("/api/v1/organizations/{idOrSlug}/members")
@Tag(name = "Members")
class MemberApi {
    private final OrganizationReads reads;
    private final Members members;

    MemberApi(OrganizationReads reads, Members members) {
        this.reads = reads;
        this.members = members;
    }

    /** @param email null for those who may not manage the members */
    record Member(
            PersonId person,
            String name,
            @Nullable String email,
            @Nullable UUID avatar,
            OrganizationRole role,
            Instant since) {
        static Member of(MemberView view) {
            return new Member(view.person(), view.name(), view.email(), view.avatar(), view.role(), view.since());
        }
    }

    record Listed(List<Member> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "List the members, the longest first")
    Listed list(@PathVariable String idOrSlug) {
        return new Listed(members.of(id(idOrSlug)).stream().map(Member::of).toList(), null);
    }

    record Change(@Schema(example = "admin") @Nullable OrganizationRole role) {}

    @PatchMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a member another role; only owners make owners, or unmake them")
    void change(@PathVariable String idOrSlug, @PathVariable UUID person, @RequestBody Change change) {
        if (change.role() == null) throw InvalidInput.at("role", "required");
        members.changeRole(id(idOrSlug), PersonId.of(person), change.role());
    }

    @DeleteMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a member out, or yourself; the last owner stays")
    void remove(@PathVariable String idOrSlug, @PathVariable UUID person) {
        members.remove(id(idOrSlug), PersonId.of(person));
    }

    private OrganizationId id(String idOrSlug) {
        return reads.find(idOrSlug).id();
    }
}
