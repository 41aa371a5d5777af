package io.marquee.identity.web;

import io.marquee.identity.AccountNav;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.identity.Profiles;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The person's own account: the profile. Passwords and sessions have pages of their own below it. */
@Controller
@RequestMapping("/account")
class AccountController {
    private final People people;
    private final Profiles profiles;
    private final LocaleResolver locales;

    AccountController(People people, Profiles profiles, LocaleResolver locales) {
        this.people = people;
        this.profiles = profiles;
        this.locales = locales;
    }

    @GetMapping
    ModelAndView show(Page page) {
        PersonView me = people.me();
        return shown(me, ProfileFields.of(me), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView edit(
            ProfileFields typed,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            PersonView changed = profiles.edit(typed.edit());
            locales.setLocale(request, response, changed.locale());
        } catch (InvalidInput e) {
            return shown(people.me(), typed, FieldErrors.of(e, page.text()), page);
        }
        Flash.good(page.text().get("identity.account.saved")).with(redirect);
        return SeeOther.to("/account");
    }

    @PostMapping("/avatar")
    ModelAndView setAvatar(
            @RequestParam(required = false) @Nullable MultipartFile avatar, Page page, RedirectAttributes redirect)
            throws IOException {
        try {
            if (avatar == null) throw InvalidInput.at("avatar", "required");
            profiles.setAvatar(avatar.getBytes());
        } catch (InvalidInput e) {
            PersonView me = people.me();
            return shown(me, ProfileFields.of(me), FieldErrors.of(e, page.text()), page);
        }
        Flash.good(page.text().get("identity.avatar.saved")).with(redirect);
        return SeeOther.to("/account");
    }

    @PostMapping("/avatar/removal")
    ModelAndView removeAvatar(Page page, RedirectAttributes redirect) {
        profiles.removeAvatar();
        Flash.good(page.text().get("identity.avatar.removed")).with(redirect);
        return SeeOther.to("/account");
    }

    private static ModelAndView shown(PersonView me, ProfileFields typed, FieldErrors errors, Page page) {
        AccountView view = new AccountView(me, typed.fields(page.text(), errors), errors);
        return AccountPages.shown(page.at(Nav.ACCOUNT), AccountNav.PROFILE, "identity/account", "view", view, errors);
    }
}
