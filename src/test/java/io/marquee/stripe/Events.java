package io.marquee.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What happened, as it is told to the endpoints. */
final class Events {
    private final World world;
    private final List<BiConsumer<Book, Thing>> listeners = new ArrayList<>();

    Events(World world) {
        this.world = world;
    }

    void heardBy(BiConsumer<Book, Thing> listener) {
        listeners.add(listener);
    }

    void tell(Book book, String type, Thing about) {
        Thing event = world.make("evt", "event")
                .with("api_version", World.API_VERSION)
                .with("type", type)
                .with("data", new Thing().with("object", about.shown()))
                .with("pending_webhooks", 1)
                .with("request", new Thing().nothing("id", "idempotency_key"));
        if (book.account != null) event.put("account", book.account);
        book.add(event);
        listeners.forEach(listener -> listener.accept(book, event));
    }
}
