package io.marquee.programme.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import io.marquee.event.AgendaCard;
import io.marquee.event.EventView;
import io.marquee.platform.web.Page;
import io.marquee.programme.Agenda;
import io.marquee.programme.Agendas;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The programme on the event's page. */
@Component
class EventAgendaCard implements AgendaCard {
    private final Agendas agendas;
    private final TemplateEngine templates;

    EventAgendaCard(Agendas agendas, TemplateEngine templates) {
        this.agendas = agendas;
        this.templates = templates;
    }

    @Override
    public @Nullable Content content(EventView event, Page page) {
        Agenda agenda = agendas.of(event);
        if (agenda.sessions().isEmpty() && agenda.speakers().isEmpty()) return null;
        AgendaView view = AgendaView.of(event, agenda, Set.of(), session -> true, page.text());
        String path = "/events/" + event.slug() + "/agenda";
        return new Content() {
            @Override
            public void writeTo(TemplateOutput output) {
                templates.render("programme/card.jte", Map.of("page", page, "view", view, "path", path), output);
            }
        };
    }
}
