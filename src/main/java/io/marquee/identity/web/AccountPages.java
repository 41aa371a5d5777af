package io.marquee.identity.web;

import io.marquee.identity.AccountNav;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Shows the pages of an account that are identity's own. */
final class AccountPages {
    private AccountPages() {}

    static ModelAndView shown(
            Page page, String current, String template, String name, Object view, FieldErrors errors) {
        Text text = page.text();
        ModelAndView shown = page.titled(text.get("identity.account.title"))
                .show(template, name, view)
                .addObject("nav", AccountNav.links(current, page));
        if (errors.any()) {
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown;
    }
}
