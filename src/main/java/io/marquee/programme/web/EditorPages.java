package io.marquee.programme.web;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the forms of a programme's editor have in common. */
@Component
class EditorPages {
    private final Access access;

    EditorPages(Access access) {
        this.access = access;
    }

    ManageNav nav(EventView event, Text text) {
        return ManageNav.of(event, ManageNav.Entry.AGENDA, access, text);
    }

    static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/agenda";
    }

    static ModelAndView show(EventView event, EditorForm view, Page page) {
        return page.titled(view.title()).hue(event.details().hue()).show("programme/form", "view", view);
    }

    static ModelAndView refused(EventView event, EditorForm view, HttpStatus status, Page page) {
        ModelAndView again = show(event, view, page);
        again.setStatus(status);
        return again;
    }

    static ModelAndView done(EventView event, Page page, RedirectAttributes redirect) {
        Flash.good(page.text().get("event.edit.saved")).with(redirect);
        return SeeOther.to(path(event));
    }
}
