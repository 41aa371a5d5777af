package io.marquee.identity.web;

import io.marquee.identity.AccountNav;
import io.marquee.identity.PasswordChange;
import io.marquee.identity.People;
import io.marquee.identity.SessionTokens;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The person's own password: changed, or set for the first time. */
@Controller
@RequestMapping("/account/password")
class PasswordController {
    private final PasswordChange change;
    private final People people;

    PasswordController(PasswordChange change, People people) {
        this.change = change;
        this.people = people;
    }

    @GetMapping
    ModelAndView ask(Page page) {
        return shown(FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView change(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            Page page,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        try {
            change.change(current, password, SessionTokens.cookie(request), SessionCookie.client(request));
        } catch (InvalidInput e) {
            return shown(FieldErrors.of(e, page.text()), page);
        }
        Flash.good(page.text().get("identity.password.saved")).with(redirect);
        return SeeOther.to(AccountNav.PASSWORD);
    }

    private ModelAndView shown(FieldErrors errors, Page page) {
        AccountView view = new AccountView(people.me(), fields(page.text(), errors), errors);
        return AccountPages.shown(page.at(Nav.ACCOUNT), AccountNav.PASSWORD, "identity/password", "view", view, errors);
    }

    private List<Field> fields(Text text, FieldErrors errors) {
        List<Field> fields = new ArrayList<>();
        if (change.hasPassword()) {
            fields.add(Field.password("current", text.get("identity.field.current_password"), "current-password")
                    .required()
                    .error(errors.of("current")));
        }
        fields.add(Field.password("password", text.get("identity.field.new_password"), "new-password")
                .hint(text.get("identity.password.hint"))
                .required()
                .error(errors.of("password")));
        return fields;
    }
}
