package io.marquee.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The answer to a form that was taken: 303, so that a reload does not send it again; or where it leads to others, a page
 * that goes on there.
 */
public final class SeeOther {
    private SeeOther() {}

    /** @param address a path of ours, or a provider's page; it is taken as it is */
    public static ModelAndView to(String address) {
        RedirectView view = new RedirectView(address, false, false, false);
        view.setExpandUriTemplateVariables(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(address.startsWith("/") ? view : new Outside(address, view));
    }
}
