package io.marquee.identity.web;

import io.marquee.identity.SignInLinks;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Logging in by a mailed link. Opening the link shows a button; only the button uses it, since scanners open links too. */
@Controller
@RequestMapping("/login/link")
class LoginLinkController {
    private final SignInLinks links;
    private final SessionCookie cookie;

    LoginLinkController(SignInLinks links, SessionCookie cookie) {
        this.links = links;
        this.cookie = cookie;
    }

    @GetMapping
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "/") String back, Page page) {
        return form(email, Back.of(back), FieldErrors.none(), page.text()).shownOn(page);
    }

    @PostMapping
    ModelAndView request(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "/") String back,
            Page page,
            HttpServletRequest request) {
        try {
            links.request(email, Back.of(back).path(), SessionCookie.client(request));
        } catch (InvalidInput e) {
            return form(email, Back.of(back), FieldErrors.of(e, page.text()), page.text())
                    .shownOn(page);
        }
        return SeeOther.to("/login/link?sent");
    }

    /** The same whether there is such an account or not. */
    @GetMapping(params = "sent")
    ModelAndView sent(Page page) {
        return Told.of("mail", "identity.link.sent", page.text()).shownOn(page);
    }

    @GetMapping(params = "token")
    ModelAndView open(@RequestParam String token, @RequestParam(defaultValue = "/") String back, Page page) {
        Text text = page.text();
        return links.isGood(token)
                ? SmallForm.of(
                                "/login/link",
                                text.get("identity.link.title"),
                                text.get("identity.link.intro"),
                                text.get("identity.link.submit"))
                        .hidden("token", token)
                        .hidden("back", Back.of(back).path())
                        .shownOn(page)
                : Told.notGood("/login/link", text).shownOn(page);
    }

    @PostMapping(params = "token")
    ModelAndView use(
            @RequestParam String token,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        cookie.start(links.use(token, SessionCookie.client(request)), request, response);
        return SeeOther.to(Back.of(back).path());
    }

    private static SmallForm form(String email, Back back, FieldErrors errors, Text text) {
        return SmallForm.of(
                        "/login/link",
                        text.get("identity.link.ask.title"),
                        text.get("identity.link.ask.intro"),
                        text.get("identity.link.ask.submit"))
                .errors(errors)
                .hidden("back", back.path())
                .field(Field.email("email", text.get("identity.field.email"))
                        .value(email)
                        .required())
                .link(back.via("/login"), text.get("identity.link.with_password"));
    }
}
