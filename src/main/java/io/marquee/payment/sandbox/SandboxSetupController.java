package io.marquee.payment.sandbox;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.payment.sandbox.SandboxCards.Setup;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The sandbox's page on which somebody has a card kept without buying anything. */
@Controller
@RequestMapping("/sandbox/setup/{id}")
class SandboxSetupController {
    private final SandboxCards cards;
    private final Settings settings;
    private final Acting acting;
    private final Clock clock;

    SandboxSetupController(SandboxCards cards, Settings settings, Acting acting, Clock clock) {
        this.cards = cards;
        this.settings = settings;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, Page page) {
        return form(page, find(id), CardEntry.EMPTY, FieldErrors.none());
    }

    @PostMapping
    ModelAndView keep(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String cardNumber,
            @RequestParam(defaultValue = "") String expiry,
            @RequestParam(defaultValue = "") String cvc,
            Page page) {
        Setup setup = find(id);
        CardEntry entry = new CardEntry(cardNumber, expiry, cvc);
        try {
            TestCard card = entry.check(clock);
            if (card == TestCard.DECLINED) throw InvalidInput.at("cardNumber", "card_not_kept");
            acting.asPlatform(() -> cards.keep(setup.customer(), card, entry.expires()));
            return SeeOther.to(setup.returnUrl());
        } catch (InvalidInput invalid) {
            ModelAndView again = form(page, setup, entry, FieldErrors.of(invalid, page.text()));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private Setup find(String id) {
        if (!settings.sandbox()) {
            throw new NotFound("page");
        }
        return acting.asPlatform(() -> cards.setup(id));
    }

    private static ModelAndView form(Page page, Setup setup, CardEntry entry, FieldErrors errors) {
        SetupView view = new SetupView(
                "/sandbox/setup/" + setup.id(),
                setup.returnUrl(),
                entry.number(),
                entry.expiry(),
                entry.cvc(),
                errors,
                PayView.hints(page.text()));
        return page.titled(page.text().get("payment.sandbox.setup.title")).show("payment/sandbox/setup", "view", view);
    }
}
