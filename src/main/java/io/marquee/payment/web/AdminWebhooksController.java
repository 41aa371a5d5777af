package io.marquee.payment.web;

import io.marquee.kernel.Slice;
import io.marquee.payment.DiscrepancyView;
import io.marquee.payment.WebhookView;
import io.marquee.payment.Webhooks;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** What providers told us, with what came of it, and where they and we disagree. */
@Controller
@RequestMapping("/admin/webhooks")
class AdminWebhooksController {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int SHOWN = 50;

    private final Webhooks webhooks;

    AdminWebhooksController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) @Nullable String cursor, Page page) {
        Text text = page.text();
        Slice<WebhookView> slice = webhooks.recent(cursor, SHOWN);
        AdminView view = new AdminView(
                slice.items().stream().map(webhook -> row(webhook, text)).toList(),
                webhooks.discrepancies().stream()
                        .map(d -> disagreement(d, text))
                        .toList(),
                new Pagination(
                        cursor == null ? null : "/admin/webhooks",
                        slice.next() == null ? null : "/admin/webhooks?cursor=" + slice.next()));
        return page.titled(text.get("payment.webhooks.title")).show("payment/webhooks", "view", view);
    }

    @PostMapping("/{id}/replays")
    ModelAndView replay(@PathVariable String id, Page page, RedirectAttributes redirect) {
        webhooks.replay(id);
        Flash.good(page.text().get("payment.webhooks.replayed")).with(redirect);
        RedirectView back = new RedirectView("/admin/webhooks");
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(back);
    }

    private static AdminView.Row row(WebhookView webhook, Text text) {
        return new AdminView.Row(
                "/admin/webhooks/" + webhook.id() + "/replays",
                webhook.type(),
                webhook.provider(),
                webhook.reference() == null ? "–" : webhook.reference(),
                text.dateTime(webhook.receivedAt(), UTC),
                webhook.deliveries(),
                webhook.replays(),
                outcome(webhook.outcome(), text));
    }

    private static Chip outcome(@Nullable String outcome, Text text) {
        String word = outcome == null ? "waiting" : outcome;
        Tone tone = switch (word) {
            case "moved" -> Tone.GOOD;
            case "waiting" -> Tone.WARN;
            case "unknown_payment" -> Tone.BAD;
            default -> Tone.PLAIN;
        };
        return new Chip(text.get("payment.webhooks.outcome." + word), tone);
    }

    private static AdminView.Disagreement disagreement(DiscrepancyView found, Text text) {
        return new AdminView.Disagreement(
                text.get("payment.discrepancy." + found.kind()),
                found.payment().toString(),
                found.expected(),
                found.found(),
                text.dateTime(found.seenAt(), UTC));
    }
}
