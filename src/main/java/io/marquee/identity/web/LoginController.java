package io.marquee.identity.web;

import io.marquee.identity.IdentityRefused;
import io.marquee.identity.IdentityRefused.TooManyTries;
import io.marquee.identity.IdentityRefused.WrongCredentials;
import io.marquee.identity.SessionKind;
import io.marquee.identity.SignIn;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Logging in with a password, and out. */
@Controller
class LoginController {
    private final SignIn signIn;
    private final SessionCookie cookie;

    LoginController(SignIn signIn, SessionCookie cookie) {
        this.signIn = signIn;
        this.cookie = cookie;
    }

    @GetMapping("/login")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "/") String back, Page page) {
        return form(email, Back.of(back), FieldErrors.none(), page.text()).shownOn(page);
    }

    @PostMapping("/login")
    ModelAndView logIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String back,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            cookie.start(
                    signIn.withPassword(email, password, SessionKind.WEB, SessionCookie.client(request)),
                    request,
                    response);
        } catch (WrongCredentials | TooManyTries e) {
            return refused(e, email, Back.of(back), page);
        }
        return SeeOther.to(Back.of(back).path());
    }

    @PostMapping("/logout")
    ModelAndView logOut(
            Page page, HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        cookie.end(request, response);
        Flash.good(page.text().get("identity.logout.done")).with(redirect);
        return SeeOther.to("/");
    }

    private static ModelAndView refused(IdentityRefused e, String email, Back back, Page page) {
        String words = page.text().why(e);
        ModelAndView shown =
                form(email, back, FieldErrors.ofForm(words), page.text()).shownOn(page);
        shown.setStatus(HttpStatusCode.valueOf(e.kind().status()));
        return shown;
    }

    private static SmallForm form(String email, Back back, FieldErrors errors, Text text) {
        return SmallForm.of("/login", text.get("identity.login.title"), "", text.get("identity.login.submit"))
                .errors(errors)
                .hidden("back", back.path())
                .field(Field.email("email", text.get("identity.field.email"))
                        .value(email)
                        .required()
                        .with("autocomplete", "username"))
                .field(Field.password("password", text.get("identity.field.password"), "current-password")
                        .required())
                .link(back.via("/login/link"), text.get("identity.login.by_link"))
                .link("/reset", text.get("identity.login.forgotten"))
                .link(back.via("/signup"), text.get("identity.login.no_account"))
                .link("/purchases", text.get("identity.login.find_orders"));
    }
}
