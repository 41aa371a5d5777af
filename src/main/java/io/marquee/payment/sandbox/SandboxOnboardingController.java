package io.marquee.payment.sandbox;

import io.marquee.kernel.NotFound;
import io.marquee.payment.sandbox.SandboxAccounts.SandboxAccount;
import io.marquee.payment.sandbox.SandboxAccounts.State;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a provider would ask an organizer who they are: here they say how that ends. */
@Controller
@RequestMapping("/sandbox/onboarding/{account}")
class SandboxOnboardingController {
    private final SandboxAccounts accounts;
    private final Settings settings;
    private final Acting acting;

    SandboxOnboardingController(SandboxAccounts accounts, Settings settings, Acting acting) {
        this.accounts = accounts;
        this.settings = settings;
        this.acting = acting;
    }

    @GetMapping
    ModelAndView show(@PathVariable String account, Page page) {
        SandboxAccount found = find(account);
        return page.titled(page.text().get("payment.sandbox.onboarding.title"))
                .show("payment/sandbox/onboarding", "view", new OnboardingView(found.id(), found.name()));
    }

    /** @param outcome verified, refusing (verified, with a bank that sends money back) or incomplete */
    @PostMapping
    ModelAndView answer(@PathVariable String account, @RequestParam(defaultValue = "") String outcome) {
        SandboxAccount found = find(account);
        State state = outcome.equals("incomplete") ? State.INCOMPLETE : State.VERIFIED;
        acting.asPlatform(() -> accounts.become(found.id(), state, outcome.equals("refusing")));
        return SeeOther.to(found.returnUrl() == null ? "/" : found.returnUrl());
    }

    private SandboxAccount find(String account) {
        if (!settings.sandbox()) {
            throw new NotFound("page");
        }
        return acting.asPlatform(() -> accounts.byId(account));
    }
}
