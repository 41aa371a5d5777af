package io.marquee.identity.web;

import io.marquee.identity.AddressProof;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Confirming that an account's address is one's own. */
@Controller
class VerifyController {
    private final AddressProof proof;

    VerifyController(AddressProof proof) {
        this.proof = proof;
    }

    @GetMapping("/verify")
    ModelAndView open(
            @RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "/") String back, Page page) {
        Text text = page.text();
        if (!proof.isGood(token)) return Told.notGood("/account", text).shownOn(page);
        if (!(Acting.current() instanceof Actor.Person)) return SeeOther.to(logInFirst(token, back));
        return SmallForm.of(
                        "/verify",
                        text.get("identity.verify.title"),
                        text.get("identity.verify.intro"),
                        text.get("identity.verify.submit"))
                .hidden("token", token)
                .hidden("back", Back.of(back).path())
                .shownOn(page);
    }

    @PostMapping("/verify")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "/") String back,
            Page page,
            RedirectAttributes redirect) {
        proof.confirm(token);
        Flash.good(page.text().get("identity.verify.done")).with(redirect);
        return SeeOther.to(Back.of(back).path());
    }

    /** Mails another link. */
    @PostMapping("/account/verification")
    ModelAndView resend(Page page, HttpServletRequest request, RedirectAttributes redirect) {
        proof.resend(SessionCookie.client(request));
        Flash.good(page.text().get("identity.verify.sent")).with(redirect);
        return SeeOther.to("/account");
    }

    private static String logInFirst(String token, String back) {
        String here = "/verify?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&back="
                + URLEncoder.encode(Back.of(back).path(), StandardCharsets.UTF_8);
        return new Back(here).via("/login");
    }
}
