package io.marquee.identity.web;

import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A page that only tells something, and perhaps where to go on. All words are resolved.
 *
 * @param icon the id of a symbol in {@code img/icons.svg}
 */
public record Told(
        String icon, String title, String detail, @Nullable Link onward, HttpStatus status) {

    /** The words of {@code <key>.title} and {@code <key>.detail}. */
    static Told of(String icon, String key, Text text) {
        return new Told(icon, text.get(key + ".title"), text.get(key + ".detail"), null, HttpStatus.OK);
    }

    /** A mailed link that is not good any more. @param again where to ask for another */
    static Told notGood(String again, Text text) {
        return new Told(
                "alert",
                text.get("identity.link.not_good.title"),
                text.get("identity.link.not_good.detail"),
                Link.to(again, text.get("identity.link.not_good.again")),
                HttpStatus.NOT_FOUND);
    }

    ModelAndView shownOn(Page page) {
        ModelAndView shown = page.titled(title).show("identity/told", "told", this);
        shown.setStatus(status);
        return shown;
    }
}
