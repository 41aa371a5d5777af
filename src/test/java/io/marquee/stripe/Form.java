package io.marquee.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Parameters as Stripe writes them: {@code line_items[0][price_data][currency]=eur&expand[]=customer}. */
final class Form {
    private Form() {}

    /** Nested as they were meant; a list is a thing with numbers for names. */
    static Thing decode(String encoded) {
        Thing root = new Thing();
        for (String pair : encoded.split("&")) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String name = plain(equals < 0 ? pair : pair.substring(0, equals));
            put(root, name, equals < 0 ? "" : plain(pair.substring(equals + 1)));
        }
        return root;
    }

    static void put(Thing root, String name, String value) {
        String[] steps = name.replace("]", "").split("\\[", -1);
        Thing place = root;
        for (int i = 0; i < steps.length - 1; i++) {
            String step = steps[i].isEmpty() ? String.valueOf(place.size()) : steps[i];
            if (!(place.get(step) instanceof Thing)) place.put(step, new Thing());
            place = place.inner(step);
        }
        String last = steps[steps.length - 1];
        place.put(last.isEmpty() ? String.valueOf(place.size()) : last, value);
    }

    /** The elements of a list, in the order of their numbers. */
    static List<Object> elements(Thing list) {
        Map<Integer, Object> sorted = new TreeMap<>();
        list.forEach((number, value) -> {
            if (value != null) sorted.put(Integer.parseInt(number), value);
        });
        return List.copyOf(sorted.values());
    }

    static List<String> texts(Thing list) {
        return Stream.of(elements(list))
                .flatMap(List::stream)
                .map(String::valueOf)
                .toList();
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
