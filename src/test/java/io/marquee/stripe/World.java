package io.marquee.stripe;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The platform's books and those of the accounts that are connected to it. Whoever works in it holds its monitor. */
final class World {
    static final String API_VERSION = com.stripe.Stripe.API_VERSION;

    /** What is remembered. */
    private static final class State implements Serializable {
        private final Book platform = new Book(null);
        private final Keys keys = new Keys();
        private final LinkedHashMap<String, Book> connected = new LinkedHashMap<>();
        /** Two fakes never make the same id. */
        private final String tag = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41), 36);

        private long made;
    }

    final Clock clock = Clock.systemUTC();
    final Later later = new Later(this);
    final Events events = new Events(this);
    final Book platform;
    final Keys keys;

    private final State state;

    World() {
        this(new State());
    }

    private World(State state) {
        this.state = state;
        this.platform = state.platform;
        this.keys = state.keys;
    }

    /** As it was saved, or a new one. */
    static World from(Path file) {
        if (!Files.exists(file)) return new World();
        try (ObjectInputStream saved = new ObjectInputStream(Files.newInputStream(file))) {
            return new World((State) saved.readObject());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(file + " is not a fake's", e);
        }
    }

    synchronized void save(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (ObjectOutputStream saved = new ObjectOutputStream(Files.newOutputStream(beside))) {
            synchronized (keys) {
                saved.writeObject(state);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Book book(@Nullable String account) {
        if (account == null) return platform;
        Book book = state.connected.get(account);
        if (book == null) throw Refused.forbidden(account);
        return book;
    }

    /** Whoever left the platform keeps their books, and shows them to it no more. */
    boolean hasLeft(String account) {
        Thing known = platform.find(account);
        return known != null && known.yes("_gone");
    }

    Book connect(String account) {
        return state.connected.computeIfAbsent(account, Book::new);
    }

    Stream<Book> books() {
        return Stream.concat(Stream.of(platform), state.connected.values().stream());
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
        return prefix + "_1" + state.tag + String.format("%08d", ++state.made);
    }

    String secret(String of) {
        return of + "_secret_" + state.tag
                + Long.toString(ThreadLocalRandom.current().nextLong(1L << 60, 1L << 61), 36);
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** Something new, with what all things have. */
    Thing make(String prefix, String object) {
        return Thing.of(id(prefix), object).with("created", now()).with("livemode", false);
    }
}
