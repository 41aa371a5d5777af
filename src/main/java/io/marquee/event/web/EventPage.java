package io.marquee.event.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The public page of an event. Whoever is not signed in gets bytes that were made for everybody; the others, and those who
 * come with the key to a hidden ticket type, get a page of their own.
 */
@Controller
class EventPage {
    private final PublicPages publicPages;
    private final EventPages eventPages;
    private final EventReads events;
    private final Pages shell;

    EventPage(PublicPages publicPages, EventPages eventPages, EventReads events, Pages shell) {
        this.publicPages = publicPages;
        this.eventPages = eventPages;
        this.events = events;
        this.shell = shell;
    }

    /** @return null where the answer is written already */
    @GetMapping("/events/{slug}")
    @Nullable
    ModelAndView show(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String unlock,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (unlock == null && isForEverybody(request)) {
            publicPages.of(slug, language).write(request, response);
            return null;
        } else {
            EventView event = events.visible(slug);
            Page page = eventPages.shell(shell.of(request), event);
            return page.show("event/page", "view", eventPages.view(event, page, unlock));
        }
    }

    private static boolean isForEverybody(HttpServletRequest request) {
        boolean toldSomething = RequestContextUtils.getInputFlashMap(request) != null;
        return !toldSomething && !(Acting.current() instanceof Actor.Person);
    }
}
