package io.marquee.payment;

import io.marquee.payment.provider.Notice;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.batch.Pressure;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes webhooks for the hints that they are: looks at the payment, its refunds and its disputes at the provider, and lets
 * others look at what is theirs. So the order in which webhooks come, and how often, makes no difference; those about the
 * same thing are one look, and looks at different things go side by side.
 */
@Component
class WebhookHandling {
    private static final Logger log = LoggerFactory.getLogger(WebhookHandling.class);
    private static final int TRIES = 10;
    /** Providers count calls, and refuse those of a shop that makes too many of them. */
    private static final int LOOKS_AT_ONCE = 16;

    private final WebhookQueue queue;
    private final Providers providers;
    private final PaymentLook look;
    private final OurSide ours;
    private final ObjectProvider<NoticeHandler> handlers;
    private final Acting acting;
    private volatile @Nullable List<NoticeHandler> everybody;
    private final Semaphore looking = new Semaphore(LOOKS_AT_ONCE);

    WebhookHandling(
            WebhookQueue queue,
            Providers providers,
            PaymentLook look,
            OurSide ours,
            ObjectProvider<NoticeHandler> handlers,
            Acting acting) {
        this.queue = queue;
        this.providers = providers;
        this.look = look;
        this.ours = ours;
        this.handlers = handlers;
        this.acting = acting;
    }

    /** @return whether there was anything to do */
    boolean handleSome() {
        List<List<WebhookRow>> groups = queue.claim();
        if (groups.isEmpty()) return false;
        // mail and documents let those go first who wait for their tickets
        if (groups.stream().flatMap(List::stream).anyMatch(WebhookRow::urgent)) Pressure.felt();
        Map<PaymentId, OurSide.Known> known = known(groups);
        Map<UUID, String> outcomes = new ConcurrentHashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            groups.forEach(group -> each.execute(() -> handleInTurn(group, known, outcomes)));
        }
        queue.handled(outcomes);
        return true;
    }

    private Map<PaymentId, OurSide.Known> known(List<List<WebhookRow>> groups) {
        List<PaymentId> ids = groups.stream()
                .map(group -> idOf(group.getLast().notice().reference()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return acting.asPlatform(() -> ours.known(ids)).stream()
                .collect(Collectors.toMap(one -> one.attempt().id(), one -> one));
    }

    private void handleInTurn(List<WebhookRow> group, Map<PaymentId, OurSide.Known> known, Map<UUID, String> outcomes) {
        looking.acquireUninterruptibly();
        try {
            handle(group, known, outcomes);
        } finally {
            looking.release();
        }
    }

    /** A provider that is away is waited for however long it takes; any other trouble is given up in the end. */
    private void handle(List<WebhookRow> group, Map<PaymentId, OurSide.Known> known, Map<UUID, String> outcomes) {
        try {
            String outcome = outcome(group, known);
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

    private String outcome(List<WebhookRow> group, Map<PaymentId, OurSide.Known> known) {
        WebhookRow last = group.getLast();
        String reference = reference(last);
        OurSide.Known payment = reference == null ? null : payment(last.provider(), reference, known);
        boolean moved = payment != null && look.at(payment);
        int heard = 0;
        for (Notice notice : latestOfEachType(group).values()) {
            for (NoticeHandler handler : caring(notice)) {
                heard++;
                moved |= handler.handle(last.provider(), notice);
            }
        }
        if (moved) return "moved";
        if (payment != null || heard > 0) return "nothing_new";
        return reference == null ? "ignored" : "unknown_payment";
    }

    private @Nullable String reference(WebhookRow row) {
        String said = row.notice().reference();
        return said != null ? said : providers.named(row.provider()).referenceOf(row.notice());
    }

    private static Map<String, Notice> latestOfEachType(List<WebhookRow> group) {
        Map<String, Notice> latest = new TreeMap<>();
        group.forEach(row -> latest.put(row.notice().type(), row.notice()));
        return latest;
    }

    private List<NoticeHandler> caring(Notice notice) {
        return everybody().stream()
                .filter(handler -> handler.types().stream().anyMatch(notice.type()::startsWith))
                .toList();
    }

    /** Who there is does not change; asking the container for each webhook took a tenth of the time. */
    private List<NoticeHandler> everybody() {
        List<NoticeHandler> known = everybody;
        if (known == null) {
            known = handlers.orderedStream().toList();
            everybody = known;
        }
        return known;
    }

    private OurSide.@Nullable Known payment(String provider, String reference, Map<PaymentId, OurSide.Known> known) {
        PaymentId id = idOf(reference);
        OurSide.Known payment = id == null ? null : known.get(id);
        if (payment == null && id != null) {
            // the provider knew which one was meant
            payment = acting.asPlatform(() -> ours.known(List.of(id))).stream()
                    .findFirst()
                    .orElse(null);
        }
        return payment != null && payment.attempt().provider().equals(provider) ? payment : null;
    }

    private static @Nullable PaymentId idOf(@Nullable String reference) {
        try {
            return reference == null ? null : PaymentId.valueOf(reference);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
