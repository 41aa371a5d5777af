package io.marquee.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.QuestionFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketTypeView;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class AbandonedAnswersTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    QuestionFixture questions;

    @Autowired
    Answers answers;

    @Autowired
    Holds holds;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void what_people_said_who_did_not_buy_goes_after_two_weeks_and_what_buyers_said_stays() {
        EventView event = tickets.event();
        TicketTypeView type = tickets.type(event, 10);
        Question question = questions.ask(event, QuestionFixture.of("Your company", QuestionKind.SHORT_TEXT));
        HoldView bought = answered(event, type, question);
        HoldView abandoned = answered(event, type, question);
        tickets.sell(bought, "ada@example.org");
        tickets.inside(event.organization(), () -> holds.release(abandoned.id()));

        after(Duration.ofDays(10)).forget();
        assertThat(said(abandoned)).hasSize(1);
        after(Duration.ofDays(15)).forget();

        assertThat(said(abandoned)).isEmpty();
        assertThat(said(bought)).hasSize(1);
    }

    private HoldView answered(EventView event, TicketTypeView type, Question question) {
        HoldView hold = tickets.hold(event, type, 1);
        answers.give(
                new Answers.Party(hold.id(), event.id(), event.organization(), 1),
                List.of(new Answer(question.id(), 0, List.of("Low Tide"))));
        return hold;
    }

    private List<Answered> said(HoldView hold) {
        return acting.asSystem(hold.organization(), () -> answers.of(hold.id()));
    }

    private AbandonedAnswers after(Duration time) {
        return new AbandonedAnswers(jdbc, acting, transaction, Clock.offset(clock, time));
    }
}
