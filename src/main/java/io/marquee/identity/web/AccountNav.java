package io.marquee.identity.web;

import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The pages of an account, beside each other. */
final class AccountNav {
    static final String PROFILE = "/account";
    static final String PASSWORD = "/account/password";
    static final String SESSIONS = "/account/sessions";

    private AccountNav() {}

    static List<Link> links(String current, Text text) {
        return List.of(
                Link.to(PROFILE, text.get("identity.account.profile")).current(current.equals(PROFILE)),
                Link.to(PASSWORD, text.get("identity.account.password")).current(current.equals(PASSWORD)),
                Link.to(SESSIONS, text.get("identity.account.sessions")).current(current.equals(SESSIONS)),
                Link.to("/manage", text.get("identity.account.organizations")));
    }

    static ModelAndView shown(
            Page page, String current, String template, String name, Object view, FieldErrors errors) {
        Text text = page.text();
        ModelAndView shown = page.titled(text.get("identity.account.title"))
                .show(template, name, view)
                .addObject("nav", links(current, text));
        if (errors.any()) {
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown;
    }
}
