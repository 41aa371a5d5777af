package io.marquee.event.web;

import io.marquee.event.EventView;
import io.marquee.platform.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** An event's page as it would be, for whoever edits it: the caller has asked. */
@Component
public class Previews {
    private final EventPages pages;

    Previews(EventPages pages) {
        this.pages = pages;
    }

    public ModelAndView show(EventView event, Page page) {
        return pages.shell(page, event).show("event/page", "view", pages.view(event, page, null));
    }
}
