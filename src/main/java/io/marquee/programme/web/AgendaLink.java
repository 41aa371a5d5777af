package io.marquee.programme.web;

import io.marquee.event.Companion;
import io.marquee.event.EventView;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import io.marquee.programme.Agendas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way to the programme, with what its viewer stars; on the event's own page it stands already. */
@Component
class AgendaLink implements Companion {
    private final Agendas agendas;

    AgendaLink(Agendas agendas) {
        this.agendas = agendas;
    }

    @Override
    public @Nullable Link link(EventView event, @Nullable String token, Text text) {
        return token != null && event.publishedAt() != null && agendas.any(event)
                ? Link.to("/events/" + event.slug() + "/agenda?as=" + token, text.get("programme.order"))
                : null;
    }

    @Override
    public boolean alsoForInvited() {
        return true;
    }
}
