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
import org.springframework.stereotype.Component;

/** The programme and its speakers on the event's page. */
@Component
class EventAgendaCard implements AgendaCard {
    private final Agendas agendas;
    private final TemplateEngine templates;

    EventAgendaCard(Agendas agendas, TemplateEngine templates) {
        this.agendas = agendas;
        this.templates = templates;
    }

    @Override
    public Parts parts(EventView event, Page page) {
        Agenda agenda = agendas.of(event);
        AgendaView view = AgendaView.of(event, agenda, Set.of(), session -> true, page.text());
        String path = "/events/" + event.slug() + "/agenda";
        return new Parts(
                agenda.sessions().isEmpty()
                        ? null
                        : part("programme/card.jte", Map.of("page", page, "view", view, "path", path)),
                agenda.speakers().isEmpty()
                        ? null
                        : part("programme/speakers-card.jte", Map.of("page", page, "view", view)));
    }

    private Content part(String template, Map<String, Object> shown) {
        return new Content() {
            @Override
            public void writeTo(TemplateOutput output) {
                templates.render(template, shown, output);
            }
        };
    }
}
