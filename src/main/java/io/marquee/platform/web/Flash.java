package io.marquee.platform.web;

import java.io.Serializable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One sentence about what has just happened, shown once on the next page.
 *
 * @param message in the viewer's language, already resolved
 */
public record Flash(Tone tone, String message) implements Serializable {
    static final String ATTRIBUTE = "flash";

    public static Flash good(String message) {
        return new Flash(Tone.GOOD, message);
    }

    public static Flash bad(String message) {
        return new Flash(Tone.BAD, message);
    }

    /** Keeps this for the page that the redirect leads to. */
    public void with(RedirectAttributes redirect) {
        redirect.addFlashAttribute(ATTRIBUTE, this);
    }

    /** Where a redirect leads to another one: what the first had to say is kept for the page at the end. */
    public static void keep(Model arrived, RedirectAttributes redirect) {
        if (arrived.getAttribute(ATTRIBUTE) instanceof Flash flash) flash.with(redirect);
    }
}
