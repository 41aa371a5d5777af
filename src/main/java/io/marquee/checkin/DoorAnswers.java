package io.marquee.checkin;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Text;
import io.marquee.registration.Answered;
import io.marquee.registration.Answers;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionId;
import io.marquee.registration.Questions;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was answered to questions that the organizer marked for the door: the question and the words, for each ticket. */
@Component
public class DoorAnswers {
    private static final int LONGEST = 120;

    private final DoorEvents events;
    private final Questions questions;
    private final Answers answers;
    private final TicketReads tickets;
    private final Acting acting;
    private final TransactionTemplate reading;

    DoorAnswers(
            DoorEvents events,
            Questions questions,
            Answers answers,
            TicketReads tickets,
            Acting acting,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.questions = questions;
        this.answers = answers;
        this.tickets = tickets;
        this.acting = acting;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** The questions that are marked, in order. */
    public List<QuestionId> marked(EventId event) {
        return questions.asked(event).stream()
                .filter(question -> question.details().atDoor())
                .map(Question::id)
                .toList();
    }

    /** The same result, with the answers of whoever was scanned. @param text in the gate's language */
    public ScanResult with(String eventIdOrSlug, ScanResult result, Text text) {
        ScanResult.Admittee ticket = result.ticket();
        if (ticket == null) return result;
        List<List<String>> said =
                of(events.of(eventIdOrSlug), List.of(ticket.id()), text).getOrDefault(ticket.id(), List.of());
        return said.isEmpty() ? result : result.answered(said);
    }

    /** Of a ticket that was passed on nothing: what is known is somebody else's. */
    public Map<TicketId, List<List<String>>> of(EventView event, Collection<TicketId> ids, Text text) {
        if (ids.isEmpty() || marked(event.id()).isEmpty()) return Map.of();
        return acting.asSystem(
                event.organization(), () -> Objects.requireNonNull(reading.execute(status -> said(ids, text))));
    }

    /** What was answered to these, in their order; nothing of a ticket that was passed on. For the caller's transaction, which acts as the system. */
    public List<String> to(Collection<QuestionId> asked, TicketView ticket, Text text) {
        if (asked.isEmpty() || ticket.passedOn()) return List.of();
        List<Answered> all = answers.ofAll(List.of(ticket.hold())).getOrDefault(ticket.hold(), List.of());
        return asked.stream()
                .flatMap(question -> all.stream()
                        .filter(answer -> answer.question().id().equals(question) && isAsked(answer, ticket)))
                .map(answer -> words(answer, text))
                .toList();
    }

    private Map<TicketId, List<List<String>>> said(Collection<TicketId> ids, Text text) {
        List<TicketView> asked = tickets.byIds(ids).values().stream()
                .filter(ticket -> !ticket.passedOn())
                .toList();
        Map<HoldId, List<Answered>> all =
                answers.ofAll(asked.stream().map(TicketView::hold).distinct().toList());
        return asked.stream()
                .collect(Collectors.toMap(
                        TicketView::id,
                        ticket -> all.getOrDefault(ticket.hold(), List.of()).stream()
                                .filter(answer -> isShown(answer, ticket))
                                .map(answer ->
                                        List.of(answer.question().details().label(), words(answer, text)))
                                .toList()));
    }

    private static boolean isShown(Answered answer, TicketView ticket) {
        return answer.question().details().atDoor() && isAsked(answer, ticket);
    }

    /** Of this ticket or of all, and to a question that still stands. */
    private static boolean isAsked(Answered answer, TicketView ticket) {
        if (answer.question().archived()) return false;
        return answer.ticket() == 0 || answer.ticket() == ticket.position();
    }

    private static String words(Answered answer, Text text) {
        String words = answer.words(text);
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
