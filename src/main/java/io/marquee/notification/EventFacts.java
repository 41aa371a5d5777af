package io.marquee.notification;

import io.marquee.event.EventView;
import io.marquee.platform.mail.Letter.Fact;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When and where an event is, as letters say it. */
final class EventFacts {
    private EventFacts() {}

    static List<Fact> of(EventView event, Text text) {
        List<Fact> facts = new ArrayList<>();
        facts.add(when(event, text));
        String place = Stream.of(event.details().venue(), event.details().city())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        if (!place.isEmpty()) facts.add(new Fact(text.get("notification.where"), place));
        return facts;
    }

    /** The same, with the way in where it takes place online: for those alone who have a ticket, or need none. */
    static List<Fact> forThoseWhoCome(EventView event, Text text) {
        List<Fact> facts = of(event, text);
        String join = event.joinUrl();
        if (join != null) facts.add(new Fact(text.get("notification.join"), join));
        return facts;
    }

    /** When it begins, by the clock of its place; of a postponed event, that its date is not known. */
    static Fact when(EventView event, Text text) {
        return new Fact(text.get("notification.when"), time(event, text));
    }

    private static String time(EventView event, Text text) {
        if (event.dateUnknown()) {
            return text.get("notification.postponed.unknown");
        } else if (event.details().allDay()) {
            return text.shortDate(event.details().startsAt().toLocalDate());
        } else {
            return text.dateTime(event.details().startsAt(), event.details().timeZone());
        }
    }
}
