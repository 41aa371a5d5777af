package io.marquee.event.web;

import io.marquee.platform.web.Link;
import java.util.List;

/**
 * What {@code event/series.jte} shows. All words are resolved already.
 *
 * @param rule as people say it
 * @param past whether the past dates are in view
 */
public record SeriesPageView(
        String title,
        String url,
        String rule,
        String summary,
        Link host,
        String calendar,
        boolean past,
        List<Link> periods,
        List<DiscoverView.Group> groups) {}
