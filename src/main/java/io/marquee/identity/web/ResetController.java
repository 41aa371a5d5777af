package io.marquee.identity.web;

import io.marquee.identity.PasswordReset;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
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

/** A new password, by a mailed link. */
@Controller
@RequestMapping("/reset")
class ResetController {
    private final PasswordReset reset;
    private final SessionCookie cookie;

    ResetController(PasswordReset reset, SessionCookie cookie) {
        this.reset = reset;
        this.cookie = cookie;
    }

    @GetMapping
    ModelAndView ask(@RequestParam(defaultValue = "") String email, Page page) {
        return addressForm(email, FieldErrors.none(), page.text()).shownOn(page);
    }

    @PostMapping
    ModelAndView request(@RequestParam(defaultValue = "") String email, Page page, HttpServletRequest request) {
        try {
            reset.request(email, SessionCookie.client(request));
        } catch (InvalidInput e) {
            return addressForm(email, FieldErrors.of(e, page.text()), page.text())
                    .shownOn(page);
        }
        return SeeOther.to("/reset?sent");
    }

    /** The same whether there is such an account or not. */
    @GetMapping(params = "sent")
    ModelAndView sent(Page page) {
        return Told.of("mail", "identity.reset.sent", page.text()).shownOn(page);
    }

    @GetMapping(params = "token")
    ModelAndView open(@RequestParam String token, Page page) {
        return reset.isGood(token)
                ? passwordForm(token, FieldErrors.none(), page.text()).shownOn(page)
                : Told.notGood("/reset", page.text()).shownOn(page);
    }

    @PostMapping(params = "token")
    ModelAndView use(
            @RequestParam String token,
            @RequestParam(defaultValue = "") String password,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            cookie.start(reset.use(token, password, SessionCookie.client(request)), request, response);
        } catch (InvalidInput e) {
            return passwordForm(token, FieldErrors.of(e, page.text()), page.text())
                    .shownOn(page);
        }
        Flash.good(page.text().get("identity.reset.done")).with(redirect);
        return SeeOther.to("/account");
    }

    private static SmallForm addressForm(String email, FieldErrors errors, Text text) {
        return SmallForm.of(
                        "/reset",
                        text.get("identity.reset.title"),
                        text.get("identity.reset.intro"),
                        text.get("identity.reset.submit"))
                .errors(errors)
                .field(Field.email("email", text.get("identity.field.email"))
                        .value(email)
                        .required())
                .link("/login", text.get("identity.reset.log_in"));
    }

    private static SmallForm passwordForm(String token, FieldErrors errors, Text text) {
        return SmallForm.of(
                        "/reset",
                        text.get("identity.reset.choose.title"),
                        text.get("identity.reset.choose.intro"),
                        text.get("identity.reset.choose.submit"))
                .errors(errors)
                .hidden("token", token)
                .field(Field.password("password", text.get("identity.field.new_password"), "new-password")
                        .hint(text.get("identity.password.hint"))
                        .required());
    }
}
