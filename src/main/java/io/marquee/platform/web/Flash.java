package io.marquee.platform.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import java.io.Serializable;
import java.util.List;
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

    /**
     * Does it, and says so or why not.
     *
     * @param done the key of what to say when it is done
     * @param told what kinds of refusals are told here, beside input that is wrong; others go on to whoever handles refusals
     */
    public static Flash after(Runnable act, String done, Text text, Refusal.Kind... told) {
        try {
            act.run();
            return good(text.get(done));
        } catch (InvalidInput invalid) {
            return bad(FieldErrors.of(invalid, text).together());
        } catch (Refusal refused) {
            if (!List.of(told).contains(refused.kind())) throw refused;
            return bad(text.why(refused));
        }
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
