package io.marquee.organization.web;

import io.marquee.identity.AccountNav;
import io.marquee.media.MediaLibrary;
import io.marquee.organization.Followers;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Following an organization from its page, and all that a person follows. */
@Controller
class FollowingController {
    private static final int LOGO_WIDTH = 400;

    private final Followers followers;
    private final OrganizationReads organizations;

    FollowingController(Followers followers, OrganizationReads organizations) {
        this.followers = followers;
        this.organizations = organizations;
    }

    @GetMapping(AccountNav.FOLLOWING)
    ModelAndView mine(Page page) {
        FollowingView view = new FollowingView(
                followers.mine().stream().map(FollowingController::row).toList());
        return page.at(Nav.ACCOUNT)
                .titled(page.text().get("organization.following.title"))
                .show("organization/following", "view", view)
                .addObject("nav", AccountNav.links(AccountNav.FOLLOWING, page));
    }

    private static FollowingView.Row row(OrganizationView organization) {
        return new FollowingView.Row(
                organization.name(),
                path(organization),
                organization.logo() == null ? null : MediaLibrary.path(organization.logo(), LOGO_WIDTH));
    }

    /** Whoever had to log in first comes back here. */
    @GetMapping("/o/{slug}/followers")
    ModelAndView back(@PathVariable String slug) {
        return SeeOther.to(path(organizations.find(slug)));
    }

    @PostMapping("/o/{slug}/followers")
    ModelAndView follow(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        followers.follow(organization.id());
        Flash.good(page.text().get("organization.following.begun", organization.name()))
                .with(redirect);
        return SeeOther.to(path(organization));
    }

    /** @param list whether it was asked for in the list of all */
    @PostMapping("/o/{slug}/followers/removal")
    ModelAndView unfollow(
            @PathVariable String slug,
            @RequestParam(defaultValue = "false") boolean list,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        followers.unfollow(organization.id());
        Flash.good(page.text().get("organization.following.ended", organization.name()))
                .with(redirect);
        return SeeOther.to(list ? AccountNav.FOLLOWING : path(organization));
    }

    private static String path(OrganizationView organization) {
        return "/o/" + organization.slug();
    }
}
