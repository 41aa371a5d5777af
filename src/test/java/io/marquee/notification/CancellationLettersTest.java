package io.marquee.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.Postponing;
import io.marquee.guest.GuestState;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.CounterSale;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.CrowdFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is expected hears that an event is cancelled or postponed: with a ticket, or without. */
@MarqueeTest
class CancellationLettersTest {
    @Autowired
    private TicketFixture tickets;

    @Autowired
    private OrderFixture orders;

    @Autowired
    private CrowdFixture crowd;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Ordering ordering;

    @Autowired
    private BoxOffice boxOffice;

    @Autowired
    private Events events;

    @Autowired
    private Postponing postponing;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Settings settings;

    private final String ada = PeopleFixture.address("ada");
    private final String tom = PeopleFixture.address("tom");
    private final String kim = PeopleFixture.address("kim");
    private final String bo = PeopleFixture.address("bo");
    private PersonId olga;
    private EventView event;

    @BeforeEach
    void an_event_of_four_with_tickets_and_without() {
        olga = people.person("Olga Owner");
        event = tickets.eventOf(acting.as(people.actor(olga), () -> organizations.create(olga, "Pier " + olga))
                .id());
        HoldView two = tickets.hold(event, tickets.type(event, 10), 2);
        orders.pay(
                acting.as(
                        OrderFixture.buyer(two),
                        () -> ordering.place(new Ordering.Placing(
                                two.id(),
                                "Ada Lind",
                                ada,
                                List.of(new Ordering.Attendee("Ada Lind", ada), new Ordering.Attendee("Tom Sá", tom)),
                                Locale.ENGLISH))),
                PaymentFixture.GOOD_CARD);
        orders.place(tickets.hold(event, tickets.type(event, OrderFixture.free(10)), 1), "Kim Ito", kim);
        crowd.come(event, GuestState.GOING, bo, "de");
        crowd.come(event, GuestState.INVITED, PeopleFixture.address("never-mailed"), "en");
        crowd.come(event, GuestState.NOT_GOING, PeopleFixture.address("not-coming"), "en");
    }

    @Test
    void everybody_hears_once_that_it_is_cancelled_and_the_team_reads_before_how_many() {
        String lea = PeopleFixture.address("lea");
        orders.place(tickets.hold(event, tickets.type(event, OrderFixture.free(10)), 1), "Lea Roy", lea);
        orders.pay(
                orders.place(tickets.hold(event, tickets.type(event, 10), 1), "Lea Roy", lea),
                PaymentFixture.GOOD_CARD);
        String page = "/manage/events/" + event.slug() + "/cancellation";
        Visitor team = Visitor.of(settings.baseUrl()).bearing(people.token(olga));
        assertThat(team.get(page).body()).contains("5 guests are told by mail.");

        acting.as(people.actor(olga), () -> events.cancel(event.id(), "A storm."));

        Map<String, String> told = until("event_cancelled", 5);
        assertThat(told).containsOnlyKeys(ada, tom, kim, bo, lea);
        assertThat(told.get(ada)).contains("A storm.", "What you paid goes back to you.", "/orders/");
        assertThat(told.get(tom)).contains("A storm.").doesNotContain("/orders/", "goes back");
        assertThat(told.get(kim)).doesNotContain("goes back");
        assertThat(told.get(lea)).as("of a free order and a paid one").contains("What you paid goes back to you.");
        assertThat(told.get(bo)).contains("ist abgesagt", "/rsvp/");
        assertThat(mails("order_refunded")).doesNotContainKey(kim);
    }

    @Test
    void nobody_is_promised_money_that_waits_at_the_box_office_or_came_back_before() {
        String sue = PeopleFixture.address("sue");
        TicketTypeView type = tickets.type(event, 10);
        BoxOffice.Sale cash = new BoxOffice.Sale("Sue", sue, CounterSale.Method.CASH, null, "", Locale.ENGLISH);
        acting.as(
                EventFixture.person(event.id(), EventRole.VIEWER, EventGrant.ORDERS),
                () -> boxOffice.sell(event, Basket.of(new Wanted(type.id(), 1)), cash));
        OrderView repaid = orders.place(tickets.hold(event, type, 1), "Kim Ito", kim);
        orders.pay(repaid, PaymentFixture.GOOD_CARD);
        orders.until(repaid, OrderState.PAID);
        acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql("update ordering.orders set refunded_amount = total_amount where id = ?")
                        .param(repaid.id().value())
                        .update()));

        acting.as(people.actor(olga), () -> events.cancel(event.id(), "A storm."));

        Map<String, String> told = until("event_cancelled", 5);
        assertThat(told.get(sue)).contains("waits there for you.").doesNotContain("goes back");
        assertThat(told.get(kim)).doesNotContain("goes back");
    }

    @Test
    void everybody_hears_once_that_it_is_postponed_whatever_they_bought() {
        TicketTypeView free = tickets.type(event, OrderFixture.free(10));
        orders.place(tickets.hold(event, free, 1), "Ada Lind", ada);
        orders.place(tickets.hold(event, free, 1), "Bo Ek", bo);
        String lea = PeopleFixture.address("lea");
        crowd.come(event, GuestState.GOING, lea, "de");

        acting.as(people.actor(olga), () -> postponing.postpone(event.id(), null, "A storm."));

        Map<String, String> told = until("event_postponed", 5);
        assertThat(told).containsOnlyKeys(ada, tom, kim, bo, lea);
        assertThat(told.get(tom)).contains("Your ticket stays valid.");
        assertThat(told.get(ada)).as("both of her orders").contains("Also yours: ", "Open my ticket:");
        assertThat(told.get(ada).split("/orders/")).hasSize(3);
        assertThat(told.get(bo)).as("of his order").contains("/orders/").doesNotContain("/rsvp/");
        assertThat(told.get(lea)).contains("/rsvp/").doesNotContain("Dein Ticket bleibt");
    }

    private Map<String, String> until(String kind, int many) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> mails(kind), mails -> mails.size() == many);
    }

    /** By address; fails where one has two. */
    private Map<String, String> mails(String kind) {
        return acting.asPlatform(() -> transaction.execute(status -> {
            Map<String, String> found = new TreeMap<>();
            jdbc.sql("select recipient, plain from notification.mails where organization_id = ? and kind = ?")
                    .params(event.organization().value(), kind)
                    .query(row -> {
                        assertThat(found.put(row.getString(1), row.getString(2)))
                                .isNull();
                    });
            return found;
        }));
    }
}
