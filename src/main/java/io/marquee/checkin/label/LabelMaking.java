package io.marquee.checkin.label;

import io.marquee.checkin.DoorAnswers;
import io.marquee.checkin.label.BadgeTemplate.Part;
import io.marquee.event.EventView;
import io.marquee.platform.web.Text;
import io.marquee.registration.QuestionId;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands on one badge, by the event's template. For the caller's transaction, which acts as the system; logos come afterwards. */
@Component
class LabelMaking {
    /** As long as a ticket's, and no ticket's. */
    private static final String SAMPLE_CODE = "SAMPLE".repeat(26).substring(0, 152);

    private final DoorAnswers answers;

    LabelMaking(DoorAnswers answers) {
        this.answers = answers;
    }

    Label of(EventView event, TicketView ticket, BadgeTemplate template, Label.Size size, Text text) {
        List<String> said = answers.to(asked(event, template), ticket, text);
        // the usual badge has one answer: the first that says something
        Stream<String> shown = template.questions() == null ? said.stream().limit(1) : said.stream();
        String seat = ticket.seat() == null ? "" : ticket.seat().words(text);
        return label(event, template, size, ticket.holderName(), shown, ticket.ticketTypeName(), seat, ticket.qr());
    }

    /** One of nobody's, to look at. @param questions that are chosen, by their words */
    Label sample(EventView event, BadgeTemplate template, List<String> questions, String type, Text text) {
        return label(
                event,
                template,
                template.size(),
                text.get("checkin.badge.sample_name"),
                questions.stream(),
                type,
                text.get("checkin.badge.sample_seat"),
                SAMPLE_CODE);
    }

    private Label label(
            EventView event,
            BadgeTemplate template,
            Label.Size size,
            String name,
            Stream<String> answers,
            String type,
            String seat,
            String code) {
        Stream<String> place = Stream.of(template.has(Part.TYPE) ? type : "", template.has(Part.SEAT) ? seat : "");
        String line = String.join(" · ", place.filter(word -> !word.isEmpty()).toList());
        return new Label(
                size,
                name,
                Stream.concat(answers, Stream.of(line))
                        .filter(word -> !word.isEmpty())
                        .toList(),
                template.has(Part.EVENT) ? event.details().title() : "",
                code);
    }

    private List<QuestionId> asked(EventView event, BadgeTemplate template) {
        return template.questions() == null
                ? answers.marked(event.id())
                : template.questions().stream().map(QuestionId::new).toList();
    }
}
