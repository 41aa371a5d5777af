package io.marquee.stripe;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The platform's books and those of the accounts that are connected to it. Whoever works in it holds its monitor. */
final class World {
    static final String API_VERSION = com.stripe.Stripe.API_VERSION;

    final Book platform = new Book(null);
    final Clock clock = Clock.systemUTC();
    final Later later = new Later(this);
    final Events events = new Events(this);

    private final Map<String, Book> connected = new LinkedHashMap<>();
    /** Two fakes never make the same id. */
    private final String tag = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41), 36);

    private long made;

    Book book(@Nullable String account) {
        if (account == null) return platform;
        Book book = connected.get(account);
        if (book == null) throw Refused.forbidden(account);
        return book;
    }

    Book connect(String account) {
        return connected.computeIfAbsent(account, Book::new);
    }

    Stream<Book> books() {
        return Stream.concat(Stream.of(platform), connected.values().stream());
    }

    /** The book that a thing is in. */
    Book bookOf(String id) {
        return books().filter(book -> book.find(id) != null)
                .findFirst()
                .orElseThrow(() -> Refused.unknown("object", id));
    }

    /** Looks into the book first, then where its owner may look too. */
    @Nullable
    Thing find(Book book, String id) {
        Thing own = book.find(id);
        if (own != null) return own;
        return books().map(other -> other.find(id))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    String id(String prefix) {
        return prefix + "_1" + tag + String.format("%08d", ++made);
    }

    String secret(String of) {
        return of + "_secret_" + tag + Long.toString(ThreadLocalRandom.current().nextLong(1L << 60, 1L << 61), 36);
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** Something new, with what all things have. */
    Thing make(String prefix, String object) {
        return Thing.of(id(prefix), object).with("created", now()).with("livemode", false);
    }
}
