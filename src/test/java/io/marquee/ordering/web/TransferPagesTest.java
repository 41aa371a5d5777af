package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketView;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the buyer's order by the mailed link to the new holder's ticket. */
@MarqueeTest
class TransferPagesTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    EventFixture events;

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

    private Visitor anybody;
    private Visitor owner;
    private OrderView order;
    private List<TicketView> two;
    private String orderPath;
    private String manage;
    private String tom;

    @BeforeEach
    void begin() {
        PersonId person = people.person("Olga Owner");
        var organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        EventView event = events.published(organization.id());
        order = orders.paid(event, tickets.type(event, 10), 2);
        two = orders.ticketsOf(order);
        anybody = Visitor.of(settings.baseUrl());
        owner = anybody.bearing(people.token(person));
        orderPath = "/orders/" + capabilities.tokenFor(order.hold().value());
        manage = "/manage/events/" + event.slug();
        tom = PeopleFixture.address("Tom");
    }

    @Test
    void the_recipient_accepts_by_the_mailed_link_and_has_the_ticket_alone() {
        String ticket = orderPath + "/tickets/" + two.getFirst().id();
        assertThat(anybody.get(orderPath).body()).contains(ticket, "Pass on");
        assertThat(anybody.get(ticket).body()).contains("Pass this ticket on");

        assertThat(anybody.post(ticket + "/transfers", "email", tom).statusCode())
                .isEqualTo(303);

        String link = mailed(tom, "transfer_offered");
        assertThat(anybody.get(ticket).body()).contains("On offer to " + tom, "Take it back");
        assertThat(anybody.get(link).body()).contains("has a ticket for you", "General admission");
        assertThat(anybody.post(link + "/acceptance", "name", "").statusCode()).isEqualTo(422);
        assertThat(anybody.post(link + "/acceptance", "name", "Tom Sá").statusCode())
                .isEqualTo(303);

        TicketView now = orders.ticketsOf(order).getFirst();
        assertThat(anybody.get(link).body()).contains("Tom Sá", "data:image/svg+xml", "Pass this ticket on");
        assertThat(anybody.get(link + "/ticket.pdf").headers().firstValue("Content-Type"))
                .contains("application/pdf");
        assertThat(anybody.get(ticket).body())
                .contains("is with Tom Sá")
                .doesNotContain("data:image/svg+xml", now.code().substring(0, 4));
        assertThat(anybody.get(ticket + "/ticket.pdf").statusCode()).isEqualTo(404);
        assertThat(anybody.get(orderPath).body()).contains("Transferred", "You’re going.");
        assertThat(mailed(tom, "ticket")).isEqualTo(link);
        awaitMail("ada@example.org", "transfer_accepted", "Tom Sá has your ticket");
    }

    @Test
    void it_can_be_declined_or_taken_back_and_a_wrong_address_is_told_at_its_field() {
        String ticket = orderPath + "/tickets/" + two.getFirst().id();
        HttpResponse<String> refused = anybody.post(ticket + "/transfers", "email", "tom@");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"tom@\"", "email-error");
        assertThat(Visitor.location(anybody.get(ticket + "/transfers")))
                .as("whoever opens the address of the refused form, as the language switch does")
                .isEqualTo(ticket);

        anybody.post(ticket + "/transfers", "email", tom);
        String link = mailed(tom, "transfer_offered");
        assertThat(anybody.post(link + "/rejection").statusCode()).isEqualTo(303);
        assertThat(anybody.get(link).body()).contains("You declined this ticket");

        anybody.post(ticket + "/transfers", "email", tom);
        Matcher withdrawal = Pattern.compile("action=\"([^\"]*/withdrawal)\"")
                .matcher(anybody.get(ticket).body());
        assertThat(withdrawal.find()).isTrue();
        assertThat(anybody.post(withdrawal.group(1)).statusCode()).isEqualTo(303);
        assertThat(anybody.get(ticket).body()).contains("Pass this ticket on", "Taken back");
    }

    @Test
    void a_program_passes_a_ticket_on_with_the_tokens_as_bearers() {
        Visitor buyer = anybody.bearing(capabilities.tokenFor(order.hold().value()));
        String path = "/api/v1/tickets/" + two.getFirst().id();
        assertThat(buyer.get(path).body()).contains("\"qr\":\"");
        HttpResponse<String> offered = buyer.send("POST", path + "/transfers", "{\"email\": \"%s\"}".formatted(tom));
        assertThat(offered.statusCode()).isEqualTo(201);
        String transfer = Visitor.location(offered);
        assertThat(buyer.send("POST", path + "/transfers", "{\"email\": \"%s\"}".formatted(tom))
                        .body())
                .contains("transfer_under_way");
        assertThat(anybody.get(transfer).statusCode()).isIn(401, 404);

        String id = transfer.substring(transfer.lastIndexOf('/') + 1);
        Visitor recipient = anybody.bearing(capabilities.tokenFor(java.util.UUID.fromString(id)));
        assertThat(recipient.get(path).statusCode()).isEqualTo(404);
        assertThat(recipient
                        .send("POST", transfer + "/acceptance", "{\"name\": \"Tom Sá\"}")
                        .body())
                .contains("\"state\":\"accepted\"");
        assertThat(recipient.get(path).body()).contains("\"qr\":\"", "Tom Sá");
        assertThat(buyer.get(path).body()).contains("\"transferred\":true").doesNotContain("\"qr\":\"");
        assertThat(buyer.delete(transfer).body()).contains("transfer_accepted");
        assertThat(recipient.get("/api/v1/orders/" + order.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void the_team_sets_the_rule_changes_a_holder_and_sees_what_happened() {
        assertThat(owner.post(manage + "/transfers", "until", "later").statusCode())
                .isEqualTo(422);
        assertThat(owner.post(manage + "/transfers", "until", "+999999999-12-31T23:59")
                        .body())
                .contains("until-error");
        assertThat(owner.send(
                                "PUT",
                                "/api/v1" + manage.substring("/manage".length()) + "/transfer-rule",
                                "{\"until\": \"+999999999-12-31T23:59:59Z\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(owner.post(manage + "/transfers", "until", "").statusCode()).isEqualTo(303);
        String ticket = orderPath + "/tickets/" + two.getFirst().id();
        assertThat(anybody.get(ticket).body()).contains("does not allow tickets to be passed on");

        String detail = manage + "/orders/" + order.code();
        assertThat(owner.get(detail).body()).contains("Change holder");
        owner.post(detail + "/tickets/" + two.getFirst().id() + "/holder", "name_1", "Eve Moss", "email_1", tom);

        assertThat(owner.get(detail).body()).contains("Eve Moss");
        assertThat(owner.get(manage + "/transfers").body()).contains(tom, "by the team");
        assertThat(mailed(tom, "ticket")).startsWith("/transfers/");
        assertThat(owner.post(detail + "/tickets/" + two.getLast().id() + "/mails")
                        .statusCode())
                .isEqualTo(303);
        awaitMail("ada@example.org", "ticket", "General admission");
    }

    /** The path of the link in the last mail of this kind. */
    private String mailed(String recipient, String kind) {
        Matcher link = Pattern.compile("/transfers/[A-Za-z0-9_-]+").matcher(awaitMail(recipient, kind, "/transfers/"));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private String awaitMail(String recipient, String kind, String says) {
        List<String> found = Awaitility.await().until(() -> mails(recipient, kind, says), mails -> !mails.isEmpty());
        return found.getLast();
    }

    private List<String> mails(String recipient, String kind, String says) {
        return acting.asPlatform(() -> transaction.execute(status ->
                jdbc.sql("""
                        select plain from notification.mails
                         where recipient = ? and kind = ? and position(? in subject || plain) > 0 order by created_at
                        """).params(recipient, kind, says).query(String.class).list()));
    }
}
