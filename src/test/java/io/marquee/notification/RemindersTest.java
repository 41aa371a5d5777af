package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.marquee.event.DetailsBuilder;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.guest.GuestState;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.CrowdFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class RemindersTest {
    @Autowired
    Reminders reminders;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    Events events;

    @Autowired
    EventFixture fixture;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    CrowdFixture crowd;

    @Autowired
    ChoiceTable choices;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private PersonId olga;

    @BeforeEach
    void begin() {
        olga = people.person("Olga Owner");
    }

    @Test
    void whoever_has_a_ticket_is_reminded_once_of_tomorrow() {
        EventView event = eventIn(Duration.ofHours(23));
        OrderView order = bought(event);

        remind(event, Lead.DAY);
        remind(event, Lead.DAY);
        remind(event, Lead.HOUR);

        assertThat(mails(order)).containsExactly("reminder_day outbox");
    }

    @Test
    void and_once_more_in_the_last_hour() {
        EventView event = eventIn(Duration.ofMinutes(59));
        OrderView order = bought(event);

        remind(event, Lead.HOUR);
        remind(event, Lead.DAY);

        assertThat(mails(order)).containsExactly("reminder_hour outbox");
    }

    @Test
    void whoever_bought_twice_or_comes_without_a_ticket_gets_one_letter_too() {
        EventView event = eventIn(Duration.ofHours(23));
        OrderView order = bought(event);
        orders.place(
                tickets.hold(event, tickets.type(event, OrderFixture.free(10)), 1), "Ada Lind", order.buyerEmail());
        String bo = PeopleFixture.address("bo");
        crowd.come(event, GuestState.GOING, bo, "de");
        String unsure = PeopleFixture.address("unsure");
        crowd.come(event, GuestState.INTERESTED, unsure, "en");

        remind(event, Lead.DAY);
        remind(event, Lead.DAY);

        assertThat(mails(order)).containsExactly("reminder_day outbox");
        assertThat(words(order.buyerEmail()).split("/orders/"))
                .as("both orders")
                .hasSize(3);
        assertThat(words(bo)).contains("Bis morgen", "/rsvp/", "zugesagt").doesNotContain("Ticket");
        assertThat(words(unsure)).isEmpty();
    }

    @Test
    void nobody_is_reminded_of_what_does_not_take_place() {
        EventView event = eventIn(Duration.ofHours(23));
        OrderView order = bought(event);
        acting.as(people.actor(olga), () -> events.cancel(event.id(), "A storm."));

        EventView gone = eventIn(Duration.ofHours(23));
        acting.as(people.actor(olga), () -> {
            events.unpublish(gone.id());
            events.delete(gone.id());
        });

        remind(event, Lead.DAY);
        remind(gone, Lead.DAY);

        assertThat(mails(order)).isEmpty();
    }

    @Test
    void who_wants_no_reminders_gets_none() {
        EventView event = eventIn(Duration.ofHours(23));
        OrderView order = bought(event);
        wantsNoReminders(order);

        remind(event, Lead.DAY);

        assertThat(mails(order)).containsExactly("reminder_day withheld");
    }

    @Test
    void reminders_move_with_the_event() {
        EventView event = eventIn(Duration.ofDays(3));
        assertThat(staged(event, Lead.DAY)).isEqualTo(event.startsAt().minus(1, ChronoUnit.DAYS));
        assertThat(staged(event, Lead.HOUR)).isEqualTo(event.startsAt().minus(1, ChronoUnit.HOURS));

        EventView moved = acting.as(
                people.actor(olga),
                () -> events.edit(event.id(), details(Duration.ofDays(5)).build(), event.version()));

        assertThat(staged(moved, Lead.DAY)).isEqualTo(moved.startsAt().minus(1, ChronoUnit.DAYS));
    }

    private Instant staged(EventView event, Lead lead) {
        return scheduler
                .getScheduledExecution(ReminderJobs.REMIND.instanceId(event.id() + "/" + event.version() + "/" + lead))
                .orElseThrow()
                .getExecutionTime();
    }

    private void remind(EventView event, Lead lead) {
        reminders.send(
                new ReminderJobs.Due(event.id().value(), event.organization().value(), lead));
    }

    private EventView eventIn(Duration time) {
        OrganizationId organization =
                organizations.organization(olga, "Pier " + olga).id();
        return acting.as(
                people.actor(olga),
                () -> events.publish(
                        events.create(organization, details(time).build()).id()));
    }

    private static DetailsBuilder details(Duration time) {
        LocalDateTime start = LocalDateTime.now(EventFixture.LISBON).plus(time).truncatedTo(ChronoUnit.SECONDS);
        return EventFixture.concert().startsAt(start).endsAt(start.plusHours(3));
    }

    private OrderView bought(EventView event) {
        return orders.place(
                tickets.hold(event, tickets.type(event, OrderFixture.free(10)), 1),
                "Ada Lind",
                PeopleFixture.address("ada"));
    }

    private void wantsNoReminders(OrderView order) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status ->
                choices.set(EmailAddress.of(order.buyerEmail()), new Way(Topic.REMINDERS, Channel.EMAIL), false)));
    }

    private List<String> mails(OrderView order) {
        return acting.asPlatform(() -> transaction.execute(status ->
                jdbc.sql("""
                        select kind || ' ' || state from notification.mails where recipient = ? and kind like 'reminder_%' order by id
                        """).param(order.buyerEmail()).query(String.class).list()));
    }

    private String words(String address) {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql(
                        "select plain from notification.mails where recipient = ? and kind like 'reminder_%'")
                .param(address)
                .query(String.class)
                .optional()
                .orElse("")));
    }
}
