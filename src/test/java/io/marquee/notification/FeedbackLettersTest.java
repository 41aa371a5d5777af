package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.marquee.event.EventEvent.EventEnded;
import io.marquee.event.EventView;
import io.marquee.guest.GuestState;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.CrowdFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class FeedbackLettersTest {
    @Autowired
    FeedbackLetters letters;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    CrowdFixture crowd;

    @Autowired
    DoorFixture door;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private EventView event;
    private TicketTypeView type;

    @BeforeEach
    void begin() {
        event = tickets.event();
        type = tickets.type(event, OrderFixture.free(10));
    }

    @Test
    void the_end_of_an_event_stages_the_asking() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        transaction.executeWithoutResult(
                status -> publisher.publishEvent(new EventEnded(event.id(), event.organization(), end)));

        assertThat(scheduler
                        .getScheduledExecution(
                                FeedbackLetters.ASK.instanceId(event.id().toString()))
                        .orElseThrow()
                        .getExecutionTime())
                .isEqualTo(end.plus(Duration.ofHours(2)));
    }

    @Test
    void those_who_came_are_asked_once() {
        OrderView here = bought();
        OrderView elsewhere = bought();
        door.scan(event, orders.ticketsOf(here).getFirst().code());

        ask();
        ask();

        assertThat(mails(here.buyerEmail())).containsExactly("feedback_asked");
        assertThat(mails(elsewhere.buyerEmail())).isEmpty();
    }

    @Test
    void whichever_nodes_ask_and_wherever_one_dies_each_address_is_asked_once() {
        OrderView twice = bought();
        orders.place(tickets.hold(event, type, 1), "Ada Lind", twice.buyerEmail());
        OrderView other = bought();

        transaction.executeWithoutResult(dying -> {
            ask();
            dying.setRollbackOnly();
        });
        assertThat(mails(twice.buyerEmail())).isEmpty();
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.runAsync(this::ask))
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(mails(twice.buyerEmail())).containsExactly("feedback_asked");
        assertThat(mails(other.buyerEmail())).containsExactly("feedback_asked");
    }

    @Test
    void where_nobody_was_scanned_everybody_is_asked_with_a_ticket_or_without() {
        OrderView one = bought();
        String going = PeopleFixture.address("going");
        crowd.come(event, GuestState.GOING, going, "en");
        String asked = PeopleFixture.address("asked");
        crowd.come(event, GuestState.INVITED, asked, "en");

        ask();

        assertThat(mails(going)).containsExactly("feedback_asked");
        assertThat(mails(asked)).isEmpty();
        assertThat(mails(one.buyerEmail())).containsExactly("feedback_asked");
    }

    private void ask() {
        letters.ask(
                new FeedbackLetters.Due(event.id().value(), event.organization().value()));
    }

    private OrderView bought() {
        return orders.place(tickets.hold(event, type, 1), "Ada Lind", PeopleFixture.address("ada"));
    }

    private List<String> mails(String address) {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql(
                        "select kind from notification.mails where kind = 'feedback_asked' and recipient = ?")
                .param(address)
                .query(String.class)
                .list()));
    }
}
