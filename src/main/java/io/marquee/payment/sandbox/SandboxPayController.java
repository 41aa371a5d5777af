package io.marquee.payment.sandbox;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The sandbox's hosted page. Whoever knows a charge's id may pay it, as with a provider on the web. Every way through it
 * can be taken twice: a charge that is decided only leads back to the shop.
 */
@Controller
@RequestMapping("/sandbox/pay/{ref}")
class SandboxPayController {
    private final SandboxServer server;
    private final Settings settings;
    private final Acting acting;
    private final Clock clock;

    SandboxPayController(SandboxServer server, Settings settings, Acting acting, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String ref, Page page) {
        SandboxCharge charge = with(s -> s.charge(ref));
        return switch (charge.state()) {
            case OPEN -> form(page, charge, CardEntry.EMPTY, FieldErrors.none());
            case NEEDS_AUTHENTICATION -> onward(charge);
            case PROCESSING, AUTHORISED, PAID, DECLINED, CANCELLED, EXPIRED -> end(page, charge);
        };
    }

    @PostMapping
    ModelAndView pay(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String cardNumber,
            @RequestParam(defaultValue = "") String expiry,
            @RequestParam(defaultValue = "") String cvc,
            Page page) {
        CardEntry entry = new CardEntry(cardNumber, expiry, cvc);
        SandboxCharge charge = with(s -> s.charge(ref));
        if (charge.state() != ChargeState.OPEN) {
            return onward(charge);
        }
        try {
            TestCard card = entry.check(clock);
            return onward(with(s -> s.pay(ref, card, entry.expires())));
        } catch (InvalidInput wrong) {
            ModelAndView again = form(page, charge, entry, FieldErrors.of(wrong, page.text()));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    @GetMapping("/authentication")
    ModelAndView question(@PathVariable String ref, Page page) {
        SandboxCharge charge = with(s -> s.charge(ref));
        return switch (charge.state()) {
            case NEEDS_AUTHENTICATION ->
                titled(page, charge.setsUp() ? "payment.sandbox.setup.title" : "payment.sandbox.authentication.title")
                        .show(
                                "payment/sandbox/authentication",
                                "view",
                                view(page, charge, CardEntry.EMPTY, FieldErrors.none()));
            case OPEN -> onward(charge);
            case PROCESSING, AUTHORISED, PAID, DECLINED, CANCELLED, EXPIRED -> end(page, charge);
        };
    }

    /** @param approved what the buyer says in their bank's app */
    @PostMapping("/authentication")
    ModelAndView answer(@PathVariable String ref, @RequestParam(defaultValue = "false") String approved) {
        return onward(with(s -> s.authenticate(ref, approved.equals("true"))));
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(@PathVariable String ref) {
        return back(with(s -> s.cancel(ref)));
    }

    private SandboxCharge with(Function<SandboxServer, SandboxCharge> work) {
        if (!settings.sandbox()) {
            throw new NotFound("page");
        }
        return acting.asPlatform(() -> work.apply(server));
    }

    /** Where the buyer goes from here: on with what is open, else back to the shop. */
    private static ModelAndView onward(SandboxCharge charge) {
        return switch (charge.state()) {
            case OPEN -> seeOther("/sandbox/pay/" + charge.id());
            case NEEDS_AUTHENTICATION -> seeOther("/sandbox/pay/" + charge.id() + "/authentication");
            case PROCESSING, AUTHORISED, PAID, DECLINED, CANCELLED, EXPIRED -> back(charge);
        };
    }

    private static ModelAndView back(SandboxCharge charge) {
        return seeOther(charge.returnUrl());
    }

    private static ModelAndView seeOther(String address) {
        RedirectView redirect = new RedirectView(address, false, false, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static ModelAndView form(Page page, SandboxCharge charge, CardEntry entry, FieldErrors errors) {
        return titled(page, charge.setsUp() ? "payment.sandbox.setup.title" : "payment.sandbox.pay.title")
                .show("payment/sandbox/pay", "view", view(page, charge, entry, errors));
    }

    private static ModelAndView end(Page page, SandboxCharge charge) {
        EndView view = new EndView(
                charge.setsUp() && charge.state() == ChargeState.AUTHORISED ? "kept" : Wire.name(charge.state()),
                charge.description(),
                page.text().money(charge.amount()),
                charge.returnUrl());
        return titled(page, "payment.sandbox.end.title").show("payment/sandbox/end", "view", view);
    }

    private static Page titled(Page page, String key) {
        return page.titled(page.text().get(key));
    }

    private static PayView view(Page page, SandboxCharge charge, CardEntry entry, FieldErrors errors) {
        return new PayView(
                "/sandbox/pay/" + charge.id(),
                charge.description(),
                page.text().money(charge.amount()),
                charge.email(),
                entry.number(),
                entry.expiry(),
                entry.cvc(),
                charge.keepsCard(),
                charge.setsUp(),
                errors,
                PayView.hints(page.text()));
    }
}
