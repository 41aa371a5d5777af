package io.marquee.waitingroom;

import io.marquee.event.EventView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What somebody had chosen when they were sent to the waiting room, so that nobody chooses anew once it is their turn: an
 * address below their event's page that shows it again. It goes with the room's own address and is kept nowhere else.
 *
 * @param address such as {@code /holds?qty_…=2}; empty where nothing was chosen
 */
public record Chosen(String address) {
    public static final Chosen NOTHING = new Chosen("");
    private static final Pattern KNOWN = Pattern.compile("(/holds|/seats)?\\?[\\w.~%&=+*-]+");
    /** Addresses that are longer are refused on the way: so many seats are chosen anew. */
    private static final int LONGEST = 3000;

    /** @param page below the event's: the one that shows what was chosen. @param fields as a form said it */
    public static Chosen of(String page, Map<String, List<String>> fields) {
        String query = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? NOTHING : parse(page + "?" + query);
    }

    /** As it came with an address; what we did not make is nothing. */
    public static Chosen parse(@Nullable String address) {
        return address != null
                        && address.length() <= LONGEST
                        && KNOWN.matcher(address).matches()
                ? new Chosen(address)
                : NOTHING;
    }

    /** The room's address with it. */
    public String room(EventView event) {
        String path = WaitingRoom.path(event);
        return address.isEmpty() ? path : path + "?chosen=" + encoded(address);
    }

    /** The room's address with it, and with a link that proves an address. */
    String room(EventView event, String link) {
        String room = room(event);
        return room + (room.contains("?") ? "&" : "?") + "link=" + link;
    }

    /** Where the tickets are chosen, with what was chosen before. */
    public String tickets(EventView event) {
        return "/events/" + event.slug() + address;
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
