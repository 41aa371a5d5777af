package io.marquee.privacy.web;

import io.marquee.identity.AccountNav;
import io.marquee.identity.Client;
import io.marquee.identity.People;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.privacy.OwnData;
import io.marquee.privacy.PrivacyRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own data, with an account. */
@Controller
@RequestMapping(AccountNav.DATA)
class OwnDataController {
    private final OwnData data;
    private final People people;

    OwnDataController(OwnData data, People people) {
        this.data = data;
        this.people = people;
    }

    @GetMapping
    ModelAndView show(Page page) {
        return shown(FieldErrors.none(), page);
    }

    @PostMapping("/exports")
    ModelAndView export(Page page, RedirectAttributes redirect) {
        Flash.after(
                        data::exportMine,
                        "privacy.export.asked",
                        page.text(),
                        Refusal.Kind.CONFLICT,
                        Refusal.Kind.FORBIDDEN)
                .with(redirect);
        return SeeOther.to(AccountNav.DATA);
    }

    @PostMapping("/erasure")
    ModelAndView erase(
            @RequestParam(defaultValue = "") String password,
            Page page,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Text text = page.text();
        try {
            Instant due = data.eraseMe(password, client(request));
            ZoneId zone = people.me().timeZone();
            Flash.good(
                            due == null
                                    ? text.get("privacy.link.sent")
                                    : text.get("privacy.erase.asked", text.dateTime(due, zone)))
                    .with(redirect);
        } catch (InvalidInput e) {
            ModelAndView shown = shown(FieldErrors.of(e, text), page);
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        } catch (PrivacyRefused inTheWay) {
            Flash.bad(text.why(inTheWay)).with(redirect);
        }
        return SeeOther.to(AccountNav.DATA);
    }

    @PostMapping("/erasure/cancellation")
    ModelAndView callOff(Page page, RedirectAttributes redirect) {
        Flash.after(
                        data::callMineOff,
                        "privacy.erase.called_off",
                        page.text(),
                        Refusal.Kind.CONFLICT,
                        Refusal.Kind.FORBIDDEN)
                .with(redirect);
        return SeeOther.to(AccountNav.DATA);
    }

    private ModelAndView shown(FieldErrors errors, Page page) {
        Text text = page.text();
        List<Field> fields = data.asksForPassword()
                ? List.of(Field.password("password", text.get("identity.field.password"), "current-password")
                        .required()
                        .error(errors.of("password")))
                : List.of();
        DataView view = DataView.of(data.mine(), AccountNav.DATA, people.me().timeZone(), fields, errors, text);
        return page.at(Nav.ACCOUNT)
                .titled(text.get("identity.account.data"))
                .show("privacy/account", "view", view)
                .addObject("nav", AccountNav.links(AccountNav.DATA, page));
    }

    static Client client(HttpServletRequest request) {
        return new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }
}
