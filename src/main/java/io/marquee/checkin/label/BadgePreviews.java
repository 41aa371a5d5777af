package io.marquee.checkin.label;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.platform.web.Text;
import io.marquee.registration.Questions;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a template would print for somebody, before anybody comes. */
@Component
public class BadgePreviews {
    private final EventReads events;
    private final Questions questions;
    private final TicketTypeReads types;
    private final LabelMaking making;
    private final LabelLogos logos;
    private final LabelPapers papers;

    BadgePreviews(
            EventReads events,
            Questions questions,
            TicketTypeReads types,
            LabelMaking making,
            LabelLogos logos,
            LabelPapers papers) {
        this.events = events;
        this.questions = questions;
        this.types = types;
        this.making = making;
        this.logos = logos;
        this.papers = papers;
    }

    /** As a PNG. Not within a transaction. @throws io.marquee.kernel.Refusal unless the actor may edit the event */
    public byte[] png(String eventIdOrSlug, BadgeTemplate template, Text text) {
        EventView event = events.where(Permission.EDIT_EVENT, eventIdOrSlug);
        List<String> asked = template.among(questions.asked(event.id())).stream()
                .map(question -> question.details().label())
                .toList();
        String type = types.all(event.id()).stream()
                .findFirst()
                .map(TicketTypeView::name)
                .orElseGet(() -> text.get("checkin.badge.sample_type"));
        Label sample = making.sample(event, template, asked, type, text);
        return LabelPicture.png(papers.pdf(logos.on(sample, event, template), text));
    }
}
