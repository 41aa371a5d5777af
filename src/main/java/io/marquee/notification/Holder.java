package io.marquee.notification;

import io.marquee.event.EventView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Letter.Fact;
import io.marquee.platform.web.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is written to about an event.
 *
 * @param about the order, the ticket or the guest
 * @param language that the order was made in
 * @param boughtAt when they paid for it; null where it is another's order, or was free
 * @param path of their own page; null for a guest of an order: its link would open all of the order
 * @param hasTicket whether they hold one: whoever paid may have passed it on, or none may be left
 * @param also what else of theirs there is of the event: the paths of other orders and tickets
 */
record Holder(
        UUID about,
        String email,
        String name,
        String language,
        @Nullable Instant boughtAt,
        @Nullable String path,
        boolean hasTicket,
        List<String> also) {
    static final String ANSWER = "/rsvp/";

    Holder(
            UUID about,
            String email,
            String name,
            String language,
            @Nullable Instant boughtAt,
            @Nullable String path,
            boolean hasTicket) {
        this(about, email, name, language, boughtAt, path, hasTicket, List.of());
    }

    /** Whether their page is an order's or a ticket's. */
    private boolean isBought() {
        return path != null && !path.startsWith(ANSWER);
    }

    /** The same person once more. What was paid for comes first, as there may be money to take back; then what has a page. */
    Holder and(Holder other) {
        boolean better = other.boughtAt != null || path == null && other.isBought();
        if (boughtAt == null && better) return other.and(this);
        Stream<String> page = other.isBought() ? Stream.ofNullable(other.path) : Stream.empty();
        List<String> all = Stream.of(also.stream(), page, other.also.stream())
                .flatMap(paths -> paths)
                .toList();
        return new Holder(about, email, name, language, boughtAt, path, hasTicket || other.hasTicket, all);
    }

    Button button(EventView event, Text text, Settings settings) {
        if (path == null) {
            return new Button(text.get("notification.open_event"), settings.baseUrl() + "/events/" + event.slug());
        }
        String label = text.get(isBought() ? "notification.open_ticket" : "notification.open_answer");
        return new Button(label, settings.baseUrl() + path);
    }

    /** When and where it is; the way in online for whoever has a ticket, or needs none. */
    List<Fact> facts(EventView event, Text text, Settings settings) {
        boolean comes = hasTicket || !event.details().ticketing();
        List<Fact> facts = comes ? EventFacts.forThoseWhoCome(event, text) : EventFacts.of(event, text);
        return facts(facts, text, settings);
    }

    /** These, and what the button does not lead to. */
    List<Fact> facts(List<Fact> facts, Text text, Settings settings) {
        return Stream.concat(
                        facts.stream(),
                        also.stream()
                                .map(more -> new Fact(text.get("notification.also_yours"), settings.baseUrl() + more)))
                .toList();
    }
}
