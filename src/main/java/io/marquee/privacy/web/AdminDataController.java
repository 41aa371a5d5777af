package io.marquee.privacy.web;

import io.marquee.identity.Access;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.privacy.OwnData;
import io.marquee.privacy.PrivacyRefused;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An administrator asks for somebody who wrote a letter instead. */
@Controller
@RequestMapping("/admin/personal-data")
class AdminDataController {
    private final OwnData data;
    private final Access access;

    AdminDataController(OwnData data, Access access) {
        this.data = data;
        this.access = access;
    }

    @GetMapping
    ModelAndView ask(Page page) {
        access.requireAdministrator();
        return shown("", "", FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView take(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String what,
            Page page,
            RedirectAttributes redirect) {
        access.requireAdministrator();
        Text text = page.text();
        try {
            switch (what) {
                case "export" -> data.exportFor(email, text.locale());
                case "erasure" -> data.eraseFor(email, text.locale());
                default -> throw InvalidInput.at("what", "required");
            }
            Flash.good(text.get("privacy.admin.done." + what)).with(redirect);
        } catch (InvalidInput e) {
            ModelAndView shown = shown(email, what, FieldErrors.of(e, text), page);
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        } catch (PrivacyRefused inTheWay) {
            Flash.bad(text.why(inTheWay)).with(redirect);
        }
        return SeeOther.to("/admin/personal-data");
    }

    private static ModelAndView shown(String email, String what, FieldErrors errors, Page page) {
        Text text = page.text();
        List<Field> fields = List.of(
                Field.email("email", text.get("identity.field.email"))
                        .value(email)
                        .required()
                        .with("autocomplete", "off")
                        .error(errors.of("email")),
                Field.choices(
                                "what",
                                text.get("privacy.admin.what"),
                                List.of(
                                        Option.of("export", text.get("privacy.admin.export")),
                                        Option.of("erasure", text.get("privacy.admin.erasure"))))
                        .value(what)
                        .required()
                        .error(errors.of("what")));
        return page.titled(text.get("privacy.admin.title"))
                .show("privacy/admin", "fields", fields)
                .addObject("errors", errors);
    }
}
