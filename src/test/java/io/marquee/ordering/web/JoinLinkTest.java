package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.identity.People;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The link of an event online comes with its tickets, and to nobody else. */
@MarqueeTest
class JoinLinkTest {
    private static final String LINK = "https://meet.example.org/tide?pwd=x";

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
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Settings settings;

    private PersonId olga;
    private PersonId nina;
    private String address;
    private EventView event;

    @BeforeEach
    void an_event_online() {
        olga = people.person("Olga Owner");
        nina = people.person("Nina Guest");
        address = Objects.requireNonNull(known.byIds(List.of(nina)).get(nina))
                .email()
                .value();
        OrganizationView pier = organizations.organization(olga, "Pier " + olga);
        EventDetails online = EventFixture.concert()
                .venue(null)
                .city(null)
                .country(null)
                .onlineUrl(LINK)
                .build();
        event = acting.as(
                people.actor(olga),
                () -> events.publish(events.create(pier.id(), online).id()));
    }

    @Test
    void whoever_has_a_ticket_reads_it_in_the_mail_on_the_pages_and_as_a_program() {
        OrderView order =
                orders.place(tickets.hold(event, tickets.type(event, OrderFixture.free(5)), 1), "Nina Guest", address);
        Visitor visitor = Visitor.of(settings.baseUrl());
        String page = "/orders/" + capabilities.tokenFor(order.hold().value());

        assertThat(visitor.get(page).body()).contains("href=\"" + LINK + "\"", "Join online");
        String ticket = page + "/tickets/" + orders.ticketsOf(order).getFirst().id();
        assertThat(visitor.get(ticket).body()).contains("href=\"" + LINK + "\"");
        assertThat(new ApiClient(settings.port(), people.token(nina))
                        .get("/me/tickets")
                        .body()
                        .path("items")
                        .get(0)
                        .path("onlineUrl")
                        .asString())
                .isEqualTo(LINK);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mails()).anyMatch(mail -> mail.contains(LINK)));

        acting.as(people.actor(olga), () -> events.cancel(event.id(), "A storm."));
        assertThat(visitor.get(page).body()).doesNotContain(LINK);
    }

    @Test
    void nobody_else_does() {
        OrderView unpaid = orders.placed(event, tickets.type(event, 5), 1);
        Visitor visitor = Visitor.of(settings.baseUrl());

        assertThat(visitor.get("/events/" + event.slug()).body())
                .contains("The link comes with your ticket")
                .doesNotContain(LINK);
        assertThat(visitor.get("/api/v1/events/" + event.id()).body()).doesNotContain(LINK);
        assertThat(visitor.get("/orders/" + capabilities.tokenFor(unpaid.hold().value()))
                        .body())
                .doesNotContain(LINK);
    }

    private List<String> mails() {
        return acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql("select plain from notification.mails where recipient = ? and kind = 'order_paid'")
                        .param(address)
                        .query(String.class)
                        .list()));
    }
}
