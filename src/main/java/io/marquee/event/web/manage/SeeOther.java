package io.marquee.event.web.manage;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that was taken: 303, so that a reload does not send it again. */
final class SeeOther {
    private SeeOther() {}

    /** @param path of ours */
    static ModelAndView to(String path) {
        RedirectView view = new RedirectView(path, false, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
