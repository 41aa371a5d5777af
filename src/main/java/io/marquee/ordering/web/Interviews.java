package io.marquee.ordering.web;

import io.marquee.ordering.OrderView;
import io.marquee.ordering.Registrations;
import io.marquee.platform.tenancy.Acting;
import io.marquee.registration.Answer;
import io.marquee.registration.AnswerForm;
import io.marquee.registration.Answered;
import io.marquee.registration.Questions;
import io.marquee.ticketing.HoldView;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the event of a visit asks, and what was answered. */
@Component
class Interviews {
    private final Questions questions;
    private final Registrations registrations;
    private final Acting acting;

    Interviews(Questions questions, Registrations registrations, Acting acting) {
        this.questions = questions;
        this.registrations = registrations;
        this.acting = acting;
    }

    AnswerForm of(Visit visit) {
        return new AnswerForm(questions.asked(visit.event().id()), tickets(visit.hold()));
    }

    /** None before there is an order. */
    List<Answer> answers(Visit visit) {
        return answered(visit).stream().map(Answered::answer).toList();
    }

    List<Answered> answered(Visit visit) {
        OrderView order = visit.order();
        return order == null ? List.of() : acting.as(visit.buyer(), () -> registrations.of(order.id()));
    }

    void change(OrderView order, Visit visit, List<Answer> answers) {
        acting.as(visit.buyer(), () -> registrations.change(order.id(), answers));
    }

    private static List<String> tickets(HoldView hold) {
        return hold.items().stream()
                .flatMap(line -> Collections.nCopies(line.quantity(), line.name()).stream())
                .toList();
    }
}
