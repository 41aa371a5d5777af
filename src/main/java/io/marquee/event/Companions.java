package io.marquee.event;

import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All of an event's {@link Companion}s, in their order. */
@Component
public class Companions {
    private final ObjectProvider<Companion> all;

    Companions(ObjectProvider<Companion> all) {
        this.all = all;
    }

    /** @param token of a guest's or an order's link; null on the page that is the same for everybody */
    public List<Link> of(EventView event, @Nullable String token, Text text) {
        return of(event, token, true, text);
    }

    /** @param comes whether they said so; else they were only asked */
    public List<Link> of(EventView event, @Nullable String token, boolean comes, Text text) {
        return all.orderedStream()
                .filter(companion -> comes || companion.alsoForInvited())
                .map(companion -> companion.link(event, token, text))
                .filter(Objects::nonNull)
                .toList();
    }
}
