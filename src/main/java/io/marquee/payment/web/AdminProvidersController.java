package io.marquee.payment.web;

import io.marquee.kernel.Wire;
import io.marquee.payment.ProviderBoard;
import io.marquee.payment.ProviderState;
import io.marquee.payment.ProviderView;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Which payment providers there are, and whether they answer. */
@Controller
class AdminProvidersController {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final ProviderBoard board;

    AdminProvidersController(ProviderBoard board) {
        this.board = board;
    }

    @GetMapping("/admin/providers")
    ModelAndView show(Page page) {
        Text text = page.text();
        ProvidersPage view = new ProvidersPage(
                board.all().stream().map(provider -> row(provider, text)).toList());
        return page.titled(text.get("payment.providers.title")).show("payment/providers", "view", view);
    }

    private static ProvidersPage.Row row(ProviderView provider, Text text) {
        return new ProvidersPage.Row(
                provider.name(),
                new Chip(
                        text.get("payment.state." + Wire.name(provider.state())),
                        provider.state() == ProviderState.UP ? Tone.GOOD : Tone.BAD),
                provider.offered()
                        ? new Chip(text.get("payment.providers.offered"), Tone.GOOD)
                        : new Chip(text.get("payment.providers.not_offered"), Tone.PLAIN),
                provider.since() == null ? "–" : text.dateTime(provider.since(), UTC),
                provider.capabilities().stream()
                        .map(can -> text.get("payment.capability." + Wire.name(can)))
                        .collect(Collectors.joining(", ")),
                provider.accounts(),
                provider.lastError() == null || provider.failedAt() == null
                        ? null
                        : text.dateTime(provider.failedAt(), UTC) + ": " + provider.lastError());
    }
}
