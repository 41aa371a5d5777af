package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.DetailsBuilder;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.guest.GuestState;
import io.marquee.identity.People;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.TicketCancellations;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.CrowdFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.TransferFixture;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class StartNoticesTest {
    private static final String LINK = "https://meet.example.org/tide";

    @Autowired
    StartNotices notices;

    @Autowired
    Events events;

    @Autowired
    People known;

    @Autowired
    PeopleFixture people;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    TransferFixture transfers;

    @Autowired
    TicketCancellations cancellations;

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
    private PersonId nina;
    private PersonId quiet;
    private PersonId unsure;

    @BeforeEach
    void people_with_accounts() {
        olga = people.person("Olga Owner");
        nina = people.person("Nina Guest");
        quiet = people.person("Quintus Quiet");
        unsure = people.person("Una Unsure");
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> choices.set(address(quiet), new Way(Topic.REMINDERS, Channel.IN_APP), false)));
    }

    @Test
    void those_who_come_hear_in_the_app_that_it_has_begun_once_though_the_job_runs_again() {
        EventView event = begun(EventFixture.concert());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told(nina)).hasSize(1));
        tell(event);

        assertThat(told(nina)).hasSize(1);
        assertThat(told(quiet)).isEmpty();
        assertThat(told(unsure)).isEmpty();
        assertThat(mails(nina)).as("they are on their way").isEmpty();
    }

    @Test
    void of_one_online_they_are_mailed_the_way_in_as_well() {
        EventView event = begun(online());

        tell(event);
        tell(event);

        assertThat(mails(nina)).hasSize(1);
        assertThat(mails(nina).getFirst()).contains("has begun", LINK);
        assertThat(told(nina)).hasSize(1);
        assertThat(mails(quiet)).hasSize(1);
        assertThat(mails(unsure)).isEmpty();
    }

    @Test
    void the_way_in_goes_to_those_who_hold_a_ticket_whatever_became_of_its_order() {
        EventView event = created(online());
        TicketView given = orders.ticketsOf(order(event, nina)).getFirst();
        transfers.accept(transfers.offer(given, address(quiet).value()), "Quintus Quiet");
        OrderView taken = order(event, unsure);
        acting.as(
                people.actor(olga),
                () -> cancellations.cancel(
                        taken.id(), List.of(orders.ticketsOf(taken).getFirst().id()), "sold twice", true));
        PersonId kept = people.person("Kim Kept");
        OrderView refunded = order(event, kept);
        tickets.inside(
                event.organization(),
                () -> jdbc.sql("update ordering.orders set state = 'refunded' where id = ?")
                        .param(refunded.id().value())
                        .update());
        acting.as(people.actor(olga), () -> events.goLive(event.id()));

        tell(event);

        assertThat(mails(quiet)).hasSize(1);
        assertThat(mails(quiet).getFirst()).contains(LINK, "/transfers/");
        assertThat(mails(kept)).hasSize(1);
        assertThat(mails(kept).getFirst()).contains(LINK, "/orders/");
        assertThat(mails(nina)).as("passed it on").noneMatch(mail -> mail.contains(LINK));
        assertThat(mails(unsure)).as("has none any more").noneMatch(mail -> mail.contains(LINK));
    }

    @Test
    void what_is_over_when_a_late_job_comes_is_told_to_nobody() {
        EventView event = created(online());
        order(event, nina);

        live(event, "now() - interval '1 minute'");
        tell(event);
        assertThat(mails(nina)).isEmpty();
        assertThat(told(nina)).isEmpty();

        live(event, "now() + interval '1 hour'");
        tell(event);
        assertThat(mails(nina)).hasSize(1);
    }

    private static DetailsBuilder online() {
        return EventFixture.concert().venue(null).city(null).country(null).onlineUrl(LINK);
    }

    /** Without anybody's being told of it. */
    private void live(EventView event, String until) {
        tickets.inside(
                event.organization(),
                () -> jdbc.sql("""
                        update event.events set state = 'live', starts_at = now() - interval '2 hours', ends_at =
                        """ + until + " where id = ?")
                        .param(event.id().value())
                        .update());
    }

    private EventView created(DetailsBuilder details) {
        OrganizationView pier = pier();
        return acting.as(
                people.actor(olga),
                () -> events.publish(events.create(pier.id(), details.build()).id()));
    }

    private EventView begun(DetailsBuilder details) {
        EventView event = created(details);
        come(event);
        return acting.as(people.actor(olga), () -> events.goLive(event.id()));
    }

    /** One with two orders, one with a ticket who wants to hear nothing here, and one who may come. */
    private void come(EventView event) {
        List.of(nina, nina, quiet).forEach(person -> order(event, person));
        crowd.come(event, GuestState.MAYBE, address(unsure).value(), "en");
    }

    private OrderView order(EventView event, PersonId person) {
        return orders.place(
                tickets.hold(event, tickets.type(event, OrderFixture.free(5)), 1),
                "Nina Guest",
                address(person).value());
    }

    private OrganizationView pier() {
        return organizations.organization(olga, "Pier " + olga);
    }

    private void tell(EventView event) {
        notices.tell(
                new StartNotices.Due(event.id().value(), event.organization().value()));
    }

    private EmailAddress address(PersonId person) {
        return Objects.requireNonNull(known.byIds(List.of(person)).get(person)).email();
    }

    private List<String> told(PersonId person) {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql(
                        "select subject from notification.notices where kind = 'event_begun' and person_id = ?")
                .param(person.value())
                .query(String.class)
                .list()));
    }

    private List<String> mails(PersonId person) {
        return acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql("select plain from notification.mails where kind = 'event_begun' and recipient = ?")
                        .param(address(person).value())
                        .query(String.class)
                        .list()));
    }
}
