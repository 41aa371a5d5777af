package io.marquee.identity.web;

import io.marquee.identity.Administrators;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
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

/** The first administrator's account, by the link that the first start prints. Without it there is no such page. */
@Controller
@RequestMapping("/setup")
class SetupController {
    private final Administrators administrators;
    private final SessionCookie cookie;

    SetupController(Administrators administrators, SessionCookie cookie) {
        this.administrators = administrators;
        this.cookie = cookie;
    }

    @GetMapping
    ModelAndView ask(@RequestParam(defaultValue = "") String token, AccountFields typed, Page page) {
        if (!administrators.isGood(token)) throw new NotFound("page");
        return form(token, typed, FieldErrors.none(), page.text()).shownOn(page.withModule("timezone"));
    }

    @PostMapping
    ModelAndView create(
            @RequestParam(defaultValue = "") String token,
            AccountFields typed,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            cookie.start(
                    administrators.setUp(token, typed.account(page.text().locale()), SessionCookie.client(request)),
                    request,
                    response);
        } catch (InvalidInput e) {
            return form(token, typed, FieldErrors.of(e, page.text()), page.text())
                    .shownOn(page.withModule("timezone"));
        }
        Flash.good(page.text().get("identity.setup.done")).with(redirect);
        return SeeOther.to("/");
    }

    private static SmallForm form(String token, AccountFields typed, FieldErrors errors, Text text) {
        SmallForm form = SmallForm.of(
                        "/setup",
                        text.get("identity.setup.title"),
                        text.get("identity.setup.intro"),
                        text.get("identity.setup.submit"))
                .errors(errors)
                .hidden("token", token)
                .hidden("timeZone", typed.timeZone());
        return typed.addTo(form, text, text.get("identity.password.hint"), true);
    }
}
