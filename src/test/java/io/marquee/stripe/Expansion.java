package io.marquee.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code expand[]}: what an id stands for, in place of the id; and the lists that are only there when asked for. */
final class Expansion {
    private final World world;
    private final Book book;

    Expansion(World world, Book book) {
        this.world = world;
        this.book = book;
    }

    Thing shown(Thing answer, List<String> wishes) {
        Thing shown = answer.shown();
        wishes.forEach(wish -> expand(shown, wish));
        return shown;
    }

    private void expand(Thing thing, String wish) {
        int dot = wish.indexOf('.');
        String field = dot < 0 ? wish : wish.substring(0, dot);
        Object value = thing.containsKey(field) ? thing.get(field) : list(thing, field);
        Object expanded = value instanceof String id ? whole(id) : value;
        thing.put(field, expanded);
        if (dot > 0) deeper(expanded, wish.substring(dot + 1));
    }

    private void deeper(@org.jspecify.annotations.Nullable Object value, String rest) {
        switch (value) {
            case Thing inner -> expand(inner, rest);
            case List<?> list -> list.forEach(each -> deeper(each, rest));
            case null, default -> {}
        }
    }

    private Object whole(String id) {
        Thing found = world.find(book, id);
        if (found == null) throw Refused.invalid(null, "This property cannot be expanded.");
        return found.shown();
    }

    private Thing list(Thing thing, String field) {
        String wanted = thing.kind() + "." + field;
        List<Thing> found = switch (wanted) {
            case "charge.refunds" ->
                book.all("refund")
                        .filter(refund -> refund.is("charge", thing.id()))
                        .toList()
                        .reversed();
            case "checkout.session.line_items" -> lines(thing.id());
            default -> throw Refused.invalid(null, "This property cannot be expanded (" + field + ").");
        };
        List<Thing> data = new ArrayList<>();
        found.forEach(each -> data.add(each.shown()));
        return Thing.list("/v1/" + Map.of("charge.refunds", "refunds").getOrDefault(wanted, "line_items"), data, false);
    }

    private List<Thing> lines(String session) {
        List<Thing> lines = new ArrayList<>();
        if (book.get(Sessions.KIND, session).get("_lines") instanceof List<?> list)
            list.forEach(line -> lines.add((Thing) line));
        return lines;
    }
}
