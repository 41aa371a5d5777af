package io.marquee.organization.api;

import io.marquee.kernel.OrganizationId;
import io.marquee.organization.Followers;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hearing of what an organization publishes. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Organizations")
class FollowingApi {
    private final Followers followers;
    private final OrganizationReads organizations;

    FollowingApi(Followers followers, OrganizationReads organizations) {
        this.followers = followers;
        this.organizations = organizations;
    }

    record Followed(OrganizationId id, String slug, String name) {
        static Followed of(OrganizationView view) {
            return new Followed(view.id(), view.slug(), view.name());
        }
    }

    record FollowedList(List<Followed> items) {}

    /** Who they are is told to nobody. */
    record FollowersAnswer(int count) {}

    @GetMapping("/me/following")
    @Operation(summary = "List the organizations that you follow, by name")
    FollowedList mine() {
        return new FollowedList(followers.mine().stream().map(Followed::of).toList());
    }

    @PutMapping("/me/following/{idOrSlug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Follow an organization",
            description =
                    "You are told when it publishes an event that everybody may see, as you chose for news of organizers.")
    void follow(@PathVariable String idOrSlug) {
        followers.follow(organizations.find(idOrSlug).id());
    }

    @DeleteMapping("/me/following/{idOrSlug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Follow an organization no more")
    void unfollow(@PathVariable String idOrSlug) {
        followers.unfollow(organizations.find(idOrSlug).id());
    }

    @GetMapping("/organizations/{idOrSlug}/followers")
    @Operation(summary = "Tell how many follow an organization; public")
    FollowersAnswer count(@PathVariable String idOrSlug) {
        return new FollowersAnswer(followers.count(organizations.find(idOrSlug).id()));
    }
}
