package io.marquee.payment.web;

import io.marquee.identity.AccountNav;
import io.marquee.kernel.Refusal;
import io.marquee.organization.OrganizationReads;
import io.marquee.payment.PaymentMethodView;
import io.marquee.payment.PaymentMethods;
import io.marquee.payment.PaymentRefused;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The methods of payment that providers keep for a person, as one list. */
@Controller
@RequestMapping(AccountNav.PAYMENT_METHODS)
class MethodsController {
    private final PaymentMethods methods;
    private final OrganizationReads organizations;
    private final Settings settings;

    MethodsController(PaymentMethods methods, OrganizationReads organizations, Settings settings) {
        this.methods = methods;
        this.organizations = organizations;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(Page page) {
        PaymentMethods.Mine mine = methods.mine();
        Text text = page.text();
        MethodsView view = new MethodsView(
                mine.methods().stream().map(method -> row(method, text)).toList(),
                mine.missing().stream()
                        .map(provider -> text.get("payment.methods.missing", name(provider)))
                        .toList(),
                methods.canSetUp().stream()
                        .map(provider ->
                                new MethodsView.Addable(provider, text.get("payment.methods.add", name(provider))))
                        .toList());
        return page.titled(text.get("payment.methods.title"))
                .at(Nav.ACCOUNT)
                .show("payment/methods", "view", view)
                .addObject("nav", AccountNav.links(AccountNav.PAYMENT_METHODS, page));
    }

    /** Leads to the provider's page, where the method is typed: its number never comes here. */
    @PostMapping
    ModelAndView add(@RequestParam(defaultValue = "") String provider, Page page, RedirectAttributes redirect) {
        try {
            return SeeOther.to(methods.setUp(provider, settings.baseUrl() + AccountNav.PAYMENT_METHODS));
        } catch (PaymentRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
            return SeeOther.to(AccountNav.PAYMENT_METHODS);
        }
    }

    @PostMapping("/{customer}/{method}/standard")
    ModelAndView makeStandard(
            @PathVariable UUID customer, @PathVariable String method, Page page, RedirectAttributes redirect) {
        Flash.after(
                        () -> methods.makeStandard(customer, method),
                        "payment.methods.standard.done",
                        page.text(),
                        Refusal.Kind.UNAVAILABLE)
                .with(redirect);
        return SeeOther.to(AccountNav.PAYMENT_METHODS);
    }

    @PostMapping("/{customer}/{method}/removal")
    ModelAndView remove(
            @PathVariable UUID customer, @PathVariable String method, Page page, RedirectAttributes redirect) {
        Flash.after(
                        () -> methods.remove(customer, method),
                        "payment.methods.removed",
                        page.text(),
                        Refusal.Kind.UNAVAILABLE)
                .with(redirect);
        return SeeOther.to(AccountNav.PAYMENT_METHODS);
    }

    private MethodsView.Row row(PaymentMethodView method, Text text) {
        String title = method.last4() == null
                ? method.name()
                : text.get("payment.methods.ending", method.name(), method.last4());
        String detail = Stream.of(
                        method.expires() == null ? "" : text.get("payment.methods.until", method.expires()),
                        method.organization() == null
                                ? text.get("payment.methods.everywhere")
                                : text.get(
                                        "payment.methods.of",
                                        organizations
                                                .byId(method.organization())
                                                .name()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new MethodsView.Row(
                title,
                detail,
                method.standard() ? new Chip(text.get("payment.methods.standard"), Tone.GOOD) : null,
                AccountNav.PAYMENT_METHODS + "/" + method.customer() + "/"
                        + URLEncoder.encode(method.method(), StandardCharsets.UTF_8),
                text.get("payment.methods.remove.question", title));
    }

    private static String name(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).replace('_', ' ');
    }
}
