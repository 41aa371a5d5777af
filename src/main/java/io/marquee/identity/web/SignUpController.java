package io.marquee.identity.web;

import io.marquee.identity.IssuedSession;
import io.marquee.identity.NewAccount;
import io.marquee.identity.SessionKind;
import io.marquee.identity.SignUp;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Getting an account. */
@Controller
@RequestMapping("/signup")
class SignUpController {
    private final SignUp signUp;
    private final SessionCookie cookie;

    SignUpController(SignUp signUp, SessionCookie cookie) {
        this.signUp = signUp;
        this.cookie = cookie;
    }

    @GetMapping
    ModelAndView ask(AccountFields typed, @RequestParam(defaultValue = "/") String back, Page page) {
        return form(typed, Back.of(back), FieldErrors.none(), page.text()).shownOn(page.withModule("timezone"));
    }

    @PostMapping
    ModelAndView create(
            AccountFields typed,
            @RequestParam(defaultValue = "/") String back,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Back then = Back.of(back);
        try {
            NewAccount account = typed.account(page.text().locale());
            IssuedSession session = signUp.create(account, SessionKind.WEB, then.path(), SessionCookie.client(request));
            cookie.start(session, request, response);
        } catch (InvalidInput e) {
            return form(typed, then, FieldErrors.of(e, page.text()), page.text())
                    .shownOn(page.withModule("timezone"));
        }
        Flash.good(page.text().get("identity.signup.done", typed.email())).with(redirect);
        return SeeOther.to(then.path());
    }

    private static SmallForm form(AccountFields typed, Back back, FieldErrors errors, Text text) {
        SmallForm form = SmallForm.of(
                        "/signup",
                        text.get("identity.signup.title"),
                        text.get("identity.signup.intro"),
                        text.get("identity.signup.submit"))
                .errors(errors)
                .hidden("back", back.path())
                .hidden("timeZone", typed.timeZone());
        return typed.addTo(form, text, text.get("identity.signup.password_hint"), false)
                .link(back.via("/login"), text.get("identity.signup.have_one"));
    }
}
