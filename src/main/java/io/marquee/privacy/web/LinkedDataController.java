package io.marquee.privacy.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.privacy.OwnData;
import io.marquee.privacy.OwnData.Holder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own data, by a link that is mailed to the address: for those without an account too. */
@Controller
@RequestMapping("/data")
class LinkedDataController {
    private static final ZoneId ZONE = ZoneId.of("UTC");

    private final OwnData data;

    LinkedDataController(OwnData data) {
        this.data = data;
    }

    @GetMapping
    ModelAndView ask(Page page) {
        return asked("", FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView mail(
            @RequestParam(defaultValue = "") String email,
            Page page,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        try {
            data.mailLink(email, page.text().locale(), OwnDataController.client(request));
        } catch (InvalidInput e) {
            ModelAndView shown = asked(email, FieldErrors.of(e, page.text()), page);
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        }
        Flash.good(page.text().get("privacy.link.sent")).with(redirect);
        return SeeOther.to("/data");
    }

    @GetMapping("/{token}")
    ModelAndView show(@PathVariable String token, Page page) {
        Holder holder = data.holder(token);
        Text text = page.text();
        DataView view = DataView.of(data.of(holder), "/data/" + token, ZONE, List.of(), FieldErrors.none(), text);
        return page.titled(text.get("identity.account.data"))
                .show("privacy/linked", "view", view)
                .addObject("email", holder.subject().email());
    }

    @PostMapping("/{token}/exports")
    ModelAndView export(@PathVariable String token, Page page, RedirectAttributes redirect) {
        return after(token, data::export, "privacy.export.asked", page, redirect);
    }

    @PostMapping("/{token}/erasure")
    ModelAndView erase(@PathVariable String token, Page page, RedirectAttributes redirect) {
        return after(token, data::erase, "privacy.erase.done", page, redirect);
    }

    @PostMapping("/{token}/erasure/cancellation")
    ModelAndView callOff(@PathVariable String token, Page page, RedirectAttributes redirect) {
        return after(token, data::callOff, "privacy.erase.called_off", page, redirect);
    }

    /** Back to the page, which says how it went. */
    private ModelAndView after(
            String token, Consumer<Holder> command, String done, Page page, RedirectAttributes redirect) {
        Holder holder = data.holder(token);
        Flash.after(() -> command.accept(holder), done, page.text(), Refusal.Kind.CONFLICT)
                .with(redirect);
        return SeeOther.to("/data/" + token);
    }

    @GetMapping("/archives/{token}")
    ModelAndView archive(@PathVariable String token) {
        return SeeOther.to(data.archive(token).path());
    }

    private static ModelAndView asked(String email, FieldErrors errors, Page page) {
        Text text = page.text();
        Field field = Field.email("email", text.get("identity.field.email"))
                .value(email)
                .required()
                .error(errors.of("email"));
        return page.titled(text.get("privacy.ask.title"))
                .show("privacy/ask", "fields", List.of(field))
                .addObject("errors", errors);
    }
}
