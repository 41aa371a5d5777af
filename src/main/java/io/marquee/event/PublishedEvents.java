package io.marquee.event;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** The events that anybody may read who knows their address: public and unlisted ones that are no drafts. */
@Component
public class PublishedEvents {
    /** Below a second, so that reading takes its part of the second too. */
    public static final Duration KEPT = Duration.ofMillis(900);

    /** What is asked for again is read again at this age, while the old one still answers. */
    public static final Duration REFRESHED = Duration.ofMillis(500);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");
    private static final int MOST = 10_000;

    private final EventTable table;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final AsyncLoadingCache<String, @Nullable EventView> events;

    PublishedEvents(EventTable table, Acting acting, TransactionTemplate transaction) {
        this.table = table;
        this.acting = acting;
        this.transaction = transaction;
        this.events = Caffeine.newBuilder()
                .maximumSize(MOST)
                .refreshAfterWrite(REFRESHED)
                .expireAfterWrite(KEPT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync(this::find);
    }

    /**
     * As it was at most a second ago. However many ask at once, it is read once.
     *
     * @throws NotFound
     */
    public EventView kept(String idOrSlug) {
        return found(events.get(idOrSlug).join());
    }

    private static EventView found(@Nullable EventView event) {
        if (event == null) throw new NotFound("event");
        return event;
    }

    /** As it is now; null, and no refusal, where there is nothing: the cache would write each one into the log. */
    public @Nullable EventView find(String idOrSlug) {
        if (!SLUG.matcher(idOrSlug).matches()) return null;
        EventView event = acting.as(Actor.ANONYMOUS, () -> transaction.execute(status -> row(idOrSlug)));
        return event != null && EventReads.isOpen(event) ? event : null;
    }

    private @Nullable EventView row(String idOrSlug) {
        return ID.matcher(idOrSlug).matches() ? table.find(EventId.valueOf(idOrSlug)) : table.findBySlug(idOrSlug);
    }

    /** On this node the change is seen at once; the others follow within the second. */
    @TransactionalEventListener(fallbackExecution = true)
    void changed(EventEvent event) {
        forget(event.event());
    }

    private void forget(EventId event) {
        events.synchronous().asMap().values().removeIf(kept -> kept.id().equals(event));
    }
}
