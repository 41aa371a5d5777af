package io.marquee.payment.web;

import io.marquee.identity.Access;
import io.marquee.kernel.InvalidInput;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.payment.PaymentWays;
import io.marquee.payment.PaymentWays.PaymentWay;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an organization's buyers can pay; for its owners. */
@Controller
@RequestMapping("/manage/organizations/{slug}/payments")
class WaysController {
    private final OrganizationReads organizations;
    private final PaymentWays ways;
    private final Access access;

    WaysController(OrganizationReads organizations, PaymentWays ways, Access access) {
        this.organizations = organizations;
        this.ways = ways;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        return shown(organizations.find(slug), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView choose(
            @PathVariable String slug,
            @RequestParam(required = false, defaultValue = "") List<String> providers,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        try {
            ways.choose(organization.id(), providers);
        } catch (InvalidInput invalid) {
            ModelAndView shown = shown(organization, FieldErrors.of(invalid, page.text()), page);
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        }
        Flash.good(page.text().get("payment.ways.saved")).with(redirect);
        return SeeOther.to(path(organization));
    }

    private ModelAndView shown(OrganizationView organization, FieldErrors errors, Page page) {
        Text text = page.text();
        List<PaymentWay> known = ways.of(organization.id());
        WaysView view = new WaysView(
                OrganizationNav.of(organization, OrganizationNav.Entry.PAYMENTS, access, text),
                path(organization),
                field(known, errors, text),
                known.stream()
                        .filter(way -> way.chosen() && !way.usable())
                        .map(way -> text.get("payment.ways.waiting", name(way, text)))
                        .toList(),
                errors);
        return page.titled(text.get("payment.ways.title", organization.name()))
                .hue(organization.hue())
                .show("payment/ways", "view", view);
    }

    private static Field field(List<PaymentWay> known, FieldErrors errors, Text text) {
        return Field.several(
                        "providers",
                        text.get("payment.ways.providers"),
                        known.stream()
                                .map(way -> Option.of(way.provider(), name(way, text)))
                                .toList())
                .hint(text.get("payment.ways.hint"))
                .value(known.stream()
                        .filter(PaymentWay::chosen)
                        .map(PaymentWay::provider)
                        .collect(Collectors.joining("\n")))
                .error(errors.of("providers"));
    }

    private static String name(PaymentWay way, Text text) {
        return text.get("payment.provider." + way.provider());
    }

    private static String path(OrganizationView organization) {
        return OrganizationNav.path(organization) + "/payments";
    }
}
