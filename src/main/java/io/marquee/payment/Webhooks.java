package io.marquee.payment;

import io.marquee.identity.Access;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import io.marquee.payment.provider.ForgedWebhook;
import io.marquee.payment.provider.Notice;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.WebhookCall;
import io.marquee.platform.tenancy.Acting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What providers tell us, and what the administrator sees of it. */
@Component
public class Webhooks {
    private static final int LONGEST_WORD = 200;

    private final Providers providers;
    private final WebhookRows rows;
    private final WebhookDrain drain;
    private final Access access;
    private final Acting acting;

    Webhooks(
            Providers providers,
            WebhookRows rows,
            WebhookDrain drain,
            Discrepancies discrepancies,
            Access access,
            Acting acting) {
        this.providers = providers;
        this.rows = rows;
        this.drain = drain;
        this.access = access;
        this.acting = acting;
    }

    /**
     * Keeps a webhook; a job looks at what it is about. The same one told again is only counted.
     *
     * @throws ForgedWebhook when it is not the provider's
     * @throws NotFound when there is no such provider
     */
    public void receive(String provider, WebhookCall call) {
        Notice notice = known(provider, call);
        boolean plausible = !notice.eventId().isBlank()
                && notice.eventId().length() <= LONGEST_WORD
                && notice.type().length() <= LONGEST_WORD;
        if (!plausible) {
            throw new ForgedWebhook("no event");
        }
        String payload = new String(call.body(), StandardCharsets.UTF_8);
        rows.keep(new WebhookRows.Told(provider, notice, payload));
        drain.wake();
    }

    private Notice known(String provider, WebhookCall call) {
        try {
            return providers.named(provider).read(call);
        } catch (PaymentRefused.UnknownProvider unknown) {
            throw new NotFound("page");
        }
    }

    /** That can tell us anything. */
    public List<String> providers() {
        return providers.all().stream().map(PaymentProvider::name).toList();
    }

    /** Newest first, for the administrator. @param cursor of the slice before; null for the newest */
    public Slice<WebhookView> found(WebhookFilter filter, @Nullable String cursor, int limit) {
        access.requireAdministrator();
        UUID before = cursor == null || cursor.isEmpty() ? null : id(cursor);
        List<WebhookView> found = acting.asPlatform(() -> rows.found(filter, before, limit + 1));
        return Slice.of(found, limit, webhook -> webhook.id().toString());
    }

    /** For the administrator. @throws NotFound */
    public WebhookView byId(String webhook) {
        access.requireAdministrator();
        return acting.asPlatform(() -> rows.byId(id(webhook)));
    }

    /** The body as it came, for the administrator: it may name people. @throws NotFound */
    public String payload(String webhook) {
        access.requireAdministrator();
        return acting.asPlatform(() -> rows.payload(id(webhook)));
    }

    /** Has it handled again, for the administrator. @throws NotFound */
    public void replay(String webhook) {
        access.requireAdministrator();
        acting.asPlatform(() -> rows.again(id(webhook)));
        drain.wake();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("webhook");
        }
    }
}
