package io.marquee.stripe;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All objects of one account, in the order of their making. */
final class Book implements Serializable {
    /** Null for the platform's own. */
    final @Nullable String account;

    private final HashMap<String, Thing> byId = new HashMap<>();
    private final HashMap<String, ArrayList<Thing>> shelves = new HashMap<>();

    Book(@Nullable String account) {
        this.account = account;
    }

    Thing add(Thing thing) {
        List<Thing> shelf = shelf(thing.kind());
        thing.put("_place", shelf.size());
        shelf.add(thing);
        byId.put(thing.id(), thing);
        return thing;
    }

    @Nullable
    Thing find(String id) {
        return byId.get(id);
    }

    Thing get(String kind, String id) {
        Thing thing = byId.get(id);
        if (thing == null || !thing.kind().equals(kind)) throw Refused.unknown(kind, id);
        return thing;
    }

    Stream<Thing> everything() {
        return byId.values().stream();
    }

    /** In the order of their making. */
    Stream<Thing> all(String kind) {
        return shelf(kind).stream();
    }

    /** Newest first, as lists of Stripe are. */
    Thing page(String url, String kind, Predicate<Thing> wanted, Paging paging) {
        List<Thing> shelf = shelf(kind);
        List<Thing> found = new ArrayList<>();
        int step = paging.before() == null ? -1 : 1;
        int place = start(kind, shelf, paging) + step;
        while (place >= 0 && place < shelf.size() && found.size() <= paging.limit()) {
            Thing thing = shelf.get(place);
            if (!thing.yes("_gone") && wanted.test(thing)) found.add(thing);
            place += step;
        }
        boolean more = found.size() > paging.limit();
        List<Thing> data = more ? found.subList(0, paging.limit()) : found;
        return Thing.list(url, new ArrayList<>(step < 0 ? data : data.reversed()), more);
    }

    private int start(String kind, List<Thing> shelf, Paging paging) {
        if (paging.before() != null) return place(kind, paging.before());
        return paging.after() == null ? shelf.size() : place(kind, paging.after());
    }

    private int place(String kind, String id) {
        return (int) get(kind, id).number("_place");
    }

    private List<Thing> shelf(String kind) {
        return shelves.computeIfAbsent(kind, k -> new ArrayList<>());
    }

    /**
     * Which part of a list.
     *
     * @param after the id of the last that was read, or null
     * @param before the id of the first that was read, or null
     */
    record Paging(
            int limit, @Nullable String after, @Nullable String before) {}
}
