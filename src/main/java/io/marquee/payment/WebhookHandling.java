package io.marquee.payment;

import io.marquee.kernel.NotFound;
import io.marquee.payment.provider.Notice;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.tenancy.Acting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes webhooks for the hints that they are: looks at the payment, its refunds and its disputes at the provider, and lets
 * others look at what is theirs. So the order in which webhooks come, and how often, makes no difference; those about the
 * same thing are one look.
 */
@Component
class WebhookHandling {
    private static final Logger log = LoggerFactory.getLogger(WebhookHandling.class);
    private static final int TRIES = 10;

    private final WebhookQueue queue;
    private final Providers providers;
    private final PaymentLook look;
    private final Attempts attempts;
    private final ObjectProvider<NoticeHandler> handlers;
    private final Acting acting;

    WebhookHandling(
            WebhookQueue queue,
            Providers providers,
            PaymentLook look,
            Attempts attempts,
            ObjectProvider<NoticeHandler> handlers,
            Acting acting) {
        this.queue = queue;
        this.providers = providers;
        this.look = look;
        this.attempts = attempts;
        this.handlers = handlers;
        this.acting = acting;
    }

    /** @return whether there was anything to do */
    boolean handleSome() {
        var groups = queue.claim();
        Map<UUID, String> outcomes = new LinkedHashMap<>();
        for (List<WebhookRow> group : groups) {
            handle(group, outcomes);
        }
        queue.handled(outcomes);
        return !groups.isEmpty();
    }

    /** A provider that is away is waited for however long it takes; any other trouble is given up in the end. */
    private void handle(List<WebhookRow> group, Map<UUID, String> outcomes) {
        try {
            String outcome = outcome(group);
            group.forEach(row -> outcomes.put(row.id(), "with_another"));
            outcomes.put(group.getLast().id(), outcome);
        } catch (ProviderUnreachable unreachable) {
            queue.retry(group, String.valueOf(unreachable.getMessage()));
        } catch (RuntimeException trouble) {
            if (group.getLast().tries() >= TRIES) {
                log.error("webhook {} was given up", group.getLast().id(), trouble);
                queue.giveUp(group, trouble.toString());
            } else {
                log.warn("webhook {} is tried again: {}", group.getLast().id(), trouble.toString());
                queue.retry(group, trouble.toString());
            }
        }
    }

    private String outcome(List<WebhookRow> group) {
        WebhookRow last = group.getLast();
        String reference = providers.named(last.provider()).referenceOf(last.notice());
        Attempt attempt = reference == null ? null : payment(last.provider(), reference);
        boolean moved = attempt != null && look.at(attempt);
        int heard = 0;
        for (Notice notice : latestOfEachType(group).values()) {
            for (NoticeHandler handler : caring(notice)) {
                heard++;
                moved |= handler.handle(last.provider(), notice);
            }
        }
        if (moved) return "moved";
        if (attempt != null || heard > 0) return "nothing_new";
        return reference == null ? "ignored" : "unknown_payment";
    }

    private static Map<String, Notice> latestOfEachType(List<WebhookRow> group) {
        Map<String, Notice> latest = new TreeMap<>();
        group.forEach(row -> latest.put(row.notice().type(), row.notice()));
        return latest;
    }

    private List<NoticeHandler> caring(Notice notice) {
        return handlers.orderedStream()
                .filter(handler -> handler.types().stream().anyMatch(notice.type()::startsWith))
                .toList();
    }

    private @Nullable Attempt payment(String provider, String reference) {
        try {
            PaymentId id = PaymentId.valueOf(reference);
            Attempt attempt = acting.asPlatform(() -> attempts.byId(id));
            return attempt.provider().equals(provider) ? attempt : null;
        } catch (IllegalArgumentException | NotFound unknown) {
            return null;
        }
    }
}
