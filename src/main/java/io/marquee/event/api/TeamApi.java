package io.marquee.event.api;

import io.marquee.event.EventReads;
import io.marquee.event.Team;
import io.marquee.event.TeamInvitation;
import io.marquee.event.TeamInvitations;
import io.marquee.event.TeamMember;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The team of an event. */
@RestController
@RequestMapping("/api/v1/events/{event}")
@Tag(name = "Event teams")
class TeamApi {
    private final Team team;
    private final TeamInvitations invitations;
    private final EventReads reads;

    TeamApi(Team team, TeamInvitations invitations, EventReads reads) {
        this.team = team;
        this.invitations = invitations;
        this.reads = reads;
    }

    /** A list that needs no pages. */
    record All<T>(List<T> items, @Nullable String next) {
        static <T> All<T> of(List<T> items) {
            return new All<>(items, null);
        }
    }

    record Member(PersonId id, String name, String email, EventRole role, Set<EventGrant> grants, Instant since) {
        static Member of(TeamMember member) {
            return new Member(
                    member.person().id(),
                    member.person().name(),
                    member.person().email().value(),
                    member.role(),
                    member.grants(),
                    member.since());
        }
    }

    record Invitation(UUID id, String email, EventRole role, Set<EventGrant> grants, Instant expiresAt) {
        static Invitation of(TeamInvitation invitation) {
            return new Invitation(
                    invitation.id(),
                    invitation.email(),
                    invitation.role(),
                    invitation.grants(),
                    invitation.expiresAt());
        }
    }

    /**
     * What somebody is to be.
     *
     * @param role admin, viewer (when left out) or staff
     * @param grants edit, guests, orders: added to a viewer's role
     */
    record Standing(
            @Schema(example = "viewer") @Nullable EventRole role,
            @Schema(example = "[\"guests\"]") @Nullable Set<@Nullable EventGrant> grants) {
        EventRole roleOrViewer() {
            return role == null ? EventRole.VIEWER : role;
        }

        Set<EventGrant> grantsOrNone() {
            return grants == null
                    ? Set.of()
                    : grants.stream().filter(grant -> grant != null).collect(Collectors.toUnmodifiableSet());
        }
    }

    record Asked(
            @Schema(example = "ada@example.org") @Nullable String email,
            @Schema(example = "viewer") @Nullable EventRole role,
            @Nullable Set<@Nullable EventGrant> grants) {}

    @Operation(summary = "List the team")
    @GetMapping("/team")
    All<Member> members(@PathVariable String event) {
        return All.of(team.members(id(event)).stream().map(Member::of).toList());
    }

    @Operation(summary = "Give a member of the team another role")
    @PutMapping("/team/{person}")
    Member change(@PathVariable String event, @PathVariable UUID person, @RequestBody Standing standing) {
        EventId id = id(event);
        team.change(id, PersonId.of(person), standing.roleOrViewer(), standing.grantsOrNone());
        return team.members(id).stream()
                .filter(member -> member.person().id().value().equals(person))
                .map(Member::of)
                .findFirst()
                .orElseThrow(() -> new NotFound("person"));
    }

    @Operation(summary = "Take a person out of the team")
    @DeleteMapping("/team/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> remove(@PathVariable String event, @PathVariable UUID person) {
        team.remove(id(event), PersonId.of(person));
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "List the invitations that nobody has answered")
    @GetMapping("/invitations")
    All<Invitation> invitations(@PathVariable String event) {
        return All.of(team.invitations(id(event)).stream().map(Invitation::of).toList());
    }

    @Operation(summary = "Ask somebody by mail to join the team")
    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Invitation> invite(@PathVariable String event, @RequestBody Asked asked) {
        Standing standing = new Standing(asked.role(), asked.grants());
        String email = asked.email() == null ? "" : asked.email();
        TeamInvitation made = invitations.invite(id(event), email, standing.roleOrViewer(), standing.grantsOrNone());
        return ResponseEntity.created(URI.create("/api/v1/events/" + made.event() + "/invitations/" + made.id()))
                .body(Invitation.of(made));
    }

    @Operation(summary = "Withdraw an invitation")
    @DeleteMapping("/invitations/{invitation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> withdraw(@PathVariable String event, @PathVariable UUID invitation) {
        team.withdraw(id(event), invitation);
        return ResponseEntity.noContent().build();
    }

    private EventId id(String idOrSlug) {
        return reads.where(Permission.MANAGE_TEAM, idOrSlug).id();
    }
}
