package io.marquee.payment.web;

import io.marquee.identity.Access;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.payment.PayoutProviders;
import io.marquee.payment.PlatformFee;
import io.marquee.payment.PlatformFees;
import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the operator keeps of organizers' charges, and how these are made. */
@Controller
@RequestMapping("/admin/platform-fees")
class FeePages {
    private final PlatformFees fees;
    private final PayoutProviders providers;
    private final OrganizationReads organizations;
    private final Access access;

    FeePages(PlatformFees fees, PayoutProviders providers, OrganizationReads organizations, Access access) {
        this.fees = fees;
        this.providers = providers;
        this.organizations = organizations;
        this.access = access;
    }

    /** What was typed. */
    record Typed(
            @Nullable String organization,
            @Nullable String currency,
            @Nullable String percent,
            @Nullable String fixed) {
        static final Typed NOTHING = new Typed(null, null, null, null);
    }

    @GetMapping
    ModelAndView show(Page page) {
        return shown(Typed.NOTHING, FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView set(Typed typed, Page page, RedirectAttributes redirect) {
        access.requireAdministrator();
        try {
            set(typed);
        } catch (InvalidInput invalid) {
            return shown(typed, FieldErrors.of(invalid, page.text()), page);
        }
        Flash.good(page.text().get("payment.fees.saved")).with(redirect);
        return SeeOther.to("/admin/platform-fees");
    }

    private void set(Typed typed) {
        String code = Objects.requireNonNullElse(typed.currency(), "");
        String slug = Objects.requireNonNullElse(typed.organization(), "").strip();
        String fixed = Objects.requireNonNullElse(typed.fixed(), "").strip();
        var currency = code.isEmpty() ? null : AmountField.currency("currency", code);
        if (currency == null && !fixed.isEmpty() && !fixed.matches("0+([.,]0+)?")) {
            throw InvalidInput.at("fixed", "fixed_needs_currency");
        }
        long minor = currency == null || fixed.isEmpty()
                ? 0
                : AmountField.parse("fixed", fixed, currency).amount();
        if (minor < 0) throw InvalidInput.at("fixed", "amount", code);
        fees.set(slug.isEmpty() ? null : organization(slug), currency, new PlatformFee(points(typed.percent()), minor));
    }

    private OrganizationId organization(String slug) {
        try {
            return organizations.find(slug).id();
        } catch (io.marquee.kernel.NotFound none) {
            throw InvalidInput.at("organization", "no_organization");
        }
    }

    /** Percent with two digits at most, 0 to 100. */
    private static int points(@Nullable String percent) {
        try {
            int points = new BigDecimal(
                            Objects.requireNonNullElse(percent, "").strip().replace(',', '.'))
                    .movePointRight(2)
                    .intValueExact();
            if (points < 0 || points > PlatformFee.WHOLE) throw new ArithmeticException();
            return points;
        } catch (ArithmeticException | NumberFormatException wrong) {
            throw InvalidInput.at("percent", "percent");
        }
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(@PathVariable UUID id, Page page, RedirectAttributes redirect) {
        fees.remove(id);
        Flash.good(page.text().get("payment.fees.removed")).with(redirect);
        return SeeOther.to("/admin/platform-fees");
    }

    private ModelAndView shown(Typed typed, FieldErrors errors, Page page) {
        Text text = page.text();
        List<PlatformFees.Rule> rules = fees.rules();
        Map<OrganizationId, OrganizationView> names = organizations.byIds(rules.stream()
                .map(PlatformFees.Rule::organization)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        FeesView view = new FeesView(
                rules.stream().map(rule -> row(rule, names, text)).toList(),
                fields(typed, errors, text),
                providers.offered().stream()
                        .map(provider -> text.get(
                                "payment.fees.charging." + io.marquee.kernel.Wire.name(providers.charging(provider)),
                                text.get("payment.provider_name." + provider)))
                        .toList(),
                errors);
        ModelAndView shown = page.titled(text.get("payment.fees.title")).show("payment/fees", "view", view);
        if (errors.any()) shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static FeesView.Row row(PlatformFees.Rule rule, Map<OrganizationId, OrganizationView> names, Text text) {
        OrganizationView organization = rule.organization() == null ? null : names.get(rule.organization());
        return new FeesView.Row(
                rule.organization() == null
                        ? text.get("payment.fees.everybody")
                        : organization == null ? rule.organization().toString() : organization.name(),
                rule.currency() == null
                        ? text.get("payment.fees.every_currency")
                        : rule.currency().getCurrencyCode(),
                text.get(
                        "payment.fees.percent_shown",
                        BigDecimal.valueOf(rule.fee().basisPoints(), 2).toPlainString()),
                rule.currency() == null ? "–" : text.money(new Money(rule.fee().fixed(), rule.currency())),
                "/admin/platform-fees/" + rule.id() + "/removal");
    }

    private static List<Field> fields(Typed typed, FieldErrors errors, Text text) {
        List<Option> currencies = Stream.concat(
                        Stream.of(Option.of("", text.get("payment.fees.every_currency"))),
                        AmountField.currencies("EUR").stream())
                .toList();
        return Stream.of(
                        Field.text("organization", text.get("payment.fees.organization"))
                                .value(typed.organization())
                                .hint(text.get("payment.fees.organization.hint"))
                                .with("maxlength", "100"),
                        Field.select("currency", text.get("payment.fees.currency"), currencies)
                                .value(Objects.requireNonNullElse(typed.currency(), ""))
                                .required(),
                        Field.text("percent", text.get("payment.fees.percent"))
                                .value(Objects.requireNonNullElse(typed.percent(), "0"))
                                .with("inputmode", "decimal")
                                .with("suffix", "%")
                                .required(),
                        Field.text("fixed", text.get("payment.fees.fixed"))
                                .value(Objects.requireNonNullElse(typed.fixed(), "0"))
                                .hint(text.get("payment.fees.fixed.hint"))
                                .with("inputmode", "decimal"))
                .map(field -> field.error(errors.of(field.name())))
                .toList();
    }
}
