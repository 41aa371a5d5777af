package io.marquee.payment.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.payment.WebhookFilter;
import io.marquee.payment.WebhookView;
import io.marquee.payment.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What payment providers told us, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/webhooks")
@Tag(name = "Administration")
class AdminWebhooksApi {
    private static final int MOST = 100;

    private final Webhooks webhooks;

    AdminWebhooksApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** @param payload as it came */
    record Detailed(WebhookView webhook, String payload) {}

    @Operation(summary = "List what payment providers told us", description = "Newest first.")
    @GetMapping
    Slice<WebhookView> list(
            @RequestParam(defaultValue = "") String provider,
            @Parameter(description = "how the type begins, such as charge.") @RequestParam(defaultValue = "")
                    String type,
            @Parameter(description = "waiting, moved, nothing_new, with_another, ignored, unknown_payment or given_up")
                    @RequestParam(defaultValue = "")
                    String outcome,
            @Parameter(description = "only those that wait or were given up") @RequestParam(defaultValue = "false")
                    boolean undelivered,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        return webhooks.found(
                new WebhookFilter(printable(provider), printable(type), printable(outcome), undelivered),
                cursor,
                limit);
    }

    private static String printable(String typed) {
        return typed.replace("\0", "");
    }

    @Operation(summary = "Read one webhook, with its body as it came")
    @GetMapping("/{id}")
    Detailed get(@PathVariable String id) {
        return new Detailed(webhooks.byId(id), webhooks.payload(id));
    }

    @Operation(summary = "Have a webhook handled again", description = "Answers at once; its outcome follows.")
    @PostMapping("/{id}/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WebhookView replay(@PathVariable String id) {
        webhooks.replay(id);
        return webhooks.byId(id);
    }
}
