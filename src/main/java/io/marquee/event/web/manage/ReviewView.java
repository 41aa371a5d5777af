package io.marquee.event.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import java.util.List;

/**
 * What is about to be published.
 *
 * @param facts each a line with its words and where to change it
 * @param errors why it was not published
 */
public record ReviewView(ManageNav nav, List<Link> steps, List<Fact> facts, FieldErrors errors) {

    /** @param missing whether guests would miss it; nothing keeps one from publishing without it */
    public record Fact(String label, String value, String changePath, boolean missing) {}
}
