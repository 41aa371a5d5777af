package io.marquee.event.web;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.marquee.event.EventEvent;
import io.marquee.event.EventView;
import io.marquee.event.PublishedEvents;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pages;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The public pages of events as bytes, at most a second old. A page is made by one thread, as nobody, however many ask for
 * it; while it is asked for it is made anew in the background, so that nobody waits.
 */
@Component
class PublicPages {
    private static final long MOST_BYTES = 64 << 20;

    private final PublishedEvents events;
    private final EventPages pages;
    private final Pages shell;
    private final TemplateEngine templates;
    private final Acting acting;
    private final AsyncLoadingCache<Key, @Nullable Kept> kept;

    record Key(String idOrSlug, Locale language) {}

    record Kept(EventId event, PageBytes bytes) {}

    PublicPages(PublishedEvents events, EventPages pages, Pages shell, TemplateEngine templates, Acting acting) {
        this.events = events;
        this.pages = pages;
        this.shell = shell;
        this.templates = templates;
        this.acting = acting;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((Key key, Kept page) -> page.bytes().size())
                .refreshAfterWrite(PublishedEvents.REFRESHED)
                .expireAfterWrite(PublishedEvents.KEPT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync(this::make);
    }

    /** @throws io.marquee.kernel.NotFound for what not everybody may read */
    PageBytes of(String idOrSlug, Locale language) {
        Kept page = kept.get(new Key(idOrSlug, language)).join();
        if (page == null) throw new NotFound("event");
        return page.bytes();
    }

    /** Null and no refusal where there is nothing: the cache would write each one into the log. */
    private @Nullable Kept make(Key key) {
        return acting.as(Actor.ANONYMOUS, () -> {
            EventView event = events.find(key.idOrSlug());
            return event == null
                    ? null
                    : new Kept(
                            event.id(),
                            PageBytes.of(
                                    html(event, key.language()), key.language().getLanguage()));
        });
    }

    private byte[] html(EventView event, Locale language) {
        Page page = pages.shell(shell.anonymous(language, EventLinks.path(event)), event);
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render("event/page.jte", Map.of("page", page, "view", pages.view(event, page, null)), html);
        return html.toByteArray();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(EventEvent change) {
        kept.synchronous().asMap().values().removeIf(page -> page.event().equals(change.event()));
    }
}
