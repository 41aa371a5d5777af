package io.marquee.payment.web;

import io.marquee.kernel.Slice;
import io.marquee.payment.WebhookFilter;
import io.marquee.payment.WebhookView;
import io.marquee.payment.Webhooks;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What providers told us, with what came of it. */
@Controller
@RequestMapping("/admin/webhooks")
class AdminWebhooksController {
    private static final int SHOWN = 50;

    private final Webhooks webhooks;

    AdminWebhooksController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    ModelAndView show(
            @ModelAttribute WebhookFilterForm form,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        Text text = page.text();
        WebhookFilter filter = form.filter();
        Slice<WebhookView> slice = webhooks.found(filter, cursor, SHOWN);
        AdminView view = new AdminView(
                form.fields(webhooks.providers(), text),
                !filter.equals(WebhookFilter.ALL),
                slice.items().stream()
                        .map(webhook -> WebhookWords.row(webhook, text))
                        .toList(),
                new Pagination(
                        cursor == null ? null : path(filter, null),
                        slice.next() == null ? null : path(filter, slice.next())));
        return page.titled(text.get("payment.webhooks.title")).show("payment/webhooks", "view", view);
    }

    private static String path(WebhookFilter filter, @Nullable String cursor) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/admin/webhooks");
        if (!filter.provider().isEmpty()) path.queryParam("provider", filter.provider());
        if (!filter.type().isEmpty()) path.queryParam("type", filter.type());
        if (!filter.outcome().isEmpty()) path.queryParam("outcome", filter.outcome());
        if (filter.undelivered()) path.queryParam("undelivered", true);
        if (cursor != null) path.queryParam("cursor", cursor);
        return path.encode().build().toUriString();
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable String id, Page page) {
        WebhookView webhook = webhooks.byId(id);
        return page.titled(webhook.type())
                .show("payment/webhook", "view", WebhookWords.detail(webhook, webhooks.payload(id), page.text()));
    }

    @PostMapping("/{id}/replays")
    ModelAndView replay(@PathVariable String id, Page page, RedirectAttributes redirect) {
        webhooks.replay(id);
        Flash.good(page.text().get("payment.webhooks.replayed")).with(redirect);
        return SeeOther.to("/admin/webhooks/" + webhooks.byId(id).id());
    }
}
