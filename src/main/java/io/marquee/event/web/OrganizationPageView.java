package io.marquee.event.web;

import io.marquee.platform.web.Link;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code event/organization.jte} shows. All words are resolved already.
 *
 * @param about safe HTML; empty where nothing was written
 * @param websiteLabel the website's host
 * @param following null for visitors, who log in first
 * @param followers how many, in words; empty for none
 * @param past whether the past events are in view
 */
public record OrganizationPageView(
        String name,
        String url,
        @Nullable String logo,
        @Nullable String website,
        String websiteLabel,
        String about,
        String path,
        @Nullable Boolean following,
        String followers,
        String calendar,
        boolean past,
        List<Link> periods,
        List<DiscoverView.Group> groups,
        Pagination pages) {}
