package io.marquee.payout.web;

import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationNav.Entry;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.payout.AccountState;
import io.marquee.payout.PayoutAccountView;
import io.marquee.payout.PayoutAccountsOf;
import io.marquee.payout.PayoutRefused;
import io.marquee.payout.Payouts;
import io.marquee.payout.Releases;
import io.marquee.payout.Schedules;
import io.marquee.payout.web.PayoutsView.AccountCard;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an organization's owners set up how their money reaches them. */
@Controller
@RequestMapping("/manage/organizations/{slug}/payouts")
class PayoutPages {
    private final OrganizationReads organizations;
    private final PayoutAccountsOf accounts;
    private final Payouts payouts;
    private final Releases releases;
    private final AccountCards cards;
    private final People people;
    private final Access access;
    private final Settings settings;

    PayoutPages(
            OrganizationReads organizations,
            PayoutAccountsOf accounts,
            Payouts payouts,
            Releases releases,
            AccountCards cards,
            People people,
            Access access,
            Settings settings) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.payouts = payouts;
        this.releases = releases;
        this.cards = cards;
        this.people = people;
        this.access = access;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        return shown(organization(slug), FieldErrors.none(), page);
    }

    @PostMapping("/{provider}")
    ModelAndView open(
            @PathVariable String slug,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String country,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        try {
            accounts.open(organization.id(), provider, organization.name(), email(), country);
            return onboarding(organization, provider);
        } catch (InvalidInput invalid) {
            return shown(organization, FieldErrors.of(invalid, page.text()), page);
        } catch (PayoutRefused refused) {
            return told(refused, organization, page, redirect);
        }
    }

    @PostMapping("/{provider}/onboardings")
    ModelAndView goOn(
            @PathVariable String slug, @PathVariable String provider, Page page, RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        try {
            PayoutAccountView account = accounts.account(organization.id(), provider);
            if (account.account() == null) {
                accounts.open(organization.id(), provider, organization.name(), email(), account.country());
            }
            return onboarding(organization, provider);
        } catch (PayoutRefused refused) {
            return told(refused, organization, page, redirect);
        }
    }

    /** On the page, where another country may be chosen. */
    private static ModelAndView told(
            PayoutRefused refused, OrganizationView organization, Page page, RedirectAttributes redirect) {
        Flash.bad(page.text().why(refused)).with(redirect);
        return SeeOther.to(path(organization));
    }

    private String email() {
        return people.me().email().value();
    }

    private ModelAndView onboarding(OrganizationView organization, String provider) {
        String base = settings.baseUrl() + path(organization) + "/" + provider + "/onboardings/";
        return SeeOther.to(accounts.onboarding(organization.id(), provider, base + "done", base + "again"));
    }

    /** The provider sends the owner here: that says nothing of how it went. */
    @GetMapping("/{provider}/onboardings/done")
    ModelAndView done(
            @PathVariable String slug, @PathVariable String provider, Page page, RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        AccountState state = accounts.account(organization.id(), provider).state();
        String said = page.text().of("payout.sentence", state);
        (state == AccountState.ACTIVE ? Flash.good(said) : Flash.bad(said)).with(redirect);
        return SeeOther.to(path(organization));
    }

    /** The link was too old or used: here is a new one. */
    @GetMapping("/{provider}/onboardings/again")
    ModelAndView again(
            @PathVariable String slug, @PathVariable String provider, Page page, RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        try {
            return onboarding(organization, provider);
        } catch (PayoutRefused refused) {
            return told(refused, organization, page, redirect);
        }
    }

    @GetMapping("/{provider}/dashboard")
    ModelAndView dashboard(@PathVariable String slug, @PathVariable String provider) {
        String address = payouts.dashboard(organization(slug).id(), provider);
        if (address == null) throw new NotFound("page");
        return SeeOther.to(address);
    }

    @PostMapping("/{provider}/schedule")
    ModelAndView schedule(
            @PathVariable String slug,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String interval,
            @RequestParam(defaultValue = "") String weekday,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String days,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        Flash.after(
                        () -> payouts.schedule(
                                organization.id(), provider, Schedules.parsed(interval, weekday, day, days)),
                        "payout.schedule.saved",
                        page.text(),
                        Refusal.Kind.CONFLICT,
                        Refusal.Kind.UNAVAILABLE)
                .with(redirect);
        return SeeOther.to(path(organization));
    }

    @PostMapping("/{provider}/releases/{release}/attempts")
    ModelAndView tryAgain(
            @PathVariable String slug,
            @PathVariable String provider,
            @PathVariable String release,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        Flash.after(
                        () -> releases.tryAgain(organization.id(), provider, release),
                        "payout.release.again.done",
                        page.text(),
                        Refusal.Kind.CONFLICT)
                .with(redirect);
        return SeeOther.to(path(organization));
    }

    /** The form's key makes one payout, however often it is sent. */
    @PostMapping("/{provider}/payouts")
    ModelAndView payOut(
            @PathVariable String slug,
            @PathVariable String provider,
            @RequestParam Map<String, String> form,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organization(slug);
        Flash.after(
                        () -> payouts.payOut(organization.id(), provider, amount(form), form.getOrDefault("key", "")),
                        "payout.paid_out",
                        page.text(),
                        Refusal.Kind.CONFLICT,
                        Refusal.Kind.UNAVAILABLE)
                .with(redirect);
        return SeeOther.to(path(organization));
    }

    /** Each currency has a field of its own. */
    private static Money amount(Map<String, String> form) {
        Currency currency = AmountField.currency("currency", form.getOrDefault("currency", ""));
        String field = "amount-" + currency.getCurrencyCode();
        return AmountField.parse(field, form.getOrDefault(field, ""), currency);
    }

    private OrganizationView organization(String slug) {
        OrganizationView organization = organizations.find(slug);
        access.require(Permission.MANAGE_MONEY, organization.id());
        return organization;
    }

    private static String path(OrganizationView organization) {
        return OrganizationNav.path(organization) + "/payouts";
    }

    private ModelAndView shown(OrganizationView organization, FieldErrors errors, Page page) {
        Text text = page.text();
        List<PayoutAccountView> known = accounts.accounts(organization.id()).stream()
                .filter(account -> account.account() != null)
                .toList();
        List<AccountCard> shown = new java.util.ArrayList<>(known.stream()
                .map(account -> accounts.account(organization.id(), account.provider()))
                .map(account -> cards.of(account, path(organization), text))
                .toList());
        accounts.providers().stream()
                .filter(provider -> known.stream().noneMatch(a -> a.provider().equals(provider)))
                .forEach(provider -> shown.add(cards.none(provider, path(organization), errors, text)));
        ModelAndView result = page.titled(text.get("payout.title", organization.name()))
                .hue(organization.hue())
                .show(
                        "payout/payouts",
                        "view",
                        new PayoutsView(OrganizationNav.of(organization, Entry.PAYOUTS, access, text), shown, errors));
        if (errors.any()) {
            result.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return result;
    }
}
