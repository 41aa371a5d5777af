package io.marquee.ticketing.waiting.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.testing.WaitingFixture;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeView;
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

/** From the sold-out event page by the mailed link to the checkout, and the team beside it. */
@MarqueeTest
class WaitingPagesTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    EventFixture events;

    @Autowired
    TicketFixture tickets;

    @Autowired
    WaitingFixture waiting;

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
    private EventView event;
    private TicketTypeView type;
    private HoldView last;
    private String join;
    private String manage;
    private String wanda;

    @BeforeEach
    void everything_is_taken() {
        PersonId person = people.person("Olga Owner");
        var organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        event = events.published(organization.id());
        type = tickets.type(event, 2);
        last = tickets.hold(event, type, 2);
        anybody = Visitor.of(settings.baseUrl());
        owner = anybody.bearing(people.token(person));
        join = "/events/" + event.slug() + "/waiting-list/" + type.id();
        manage = "/manage/events/" + event.slug() + "/waiting-list";
        wanda = PeopleFixture.address("Wanda");
    }

    @Test
    void somebody_joins_on_the_page_and_gets_to_the_checkout_by_mail_when_a_place_comes_free() {
        assertThat(anybody.get("/events/" + event.slug()).body()).contains(join, "Waiting list");
        assertThat(anybody.get(join).body()).contains("Join the waiting list", "24 hours");
        HttpResponse<String> refused = anybody.post(join, "name", "", "email", "wanda@", "quantity", "two");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("name-error", "email-error", "quantity-error", "wanda@");
        HttpResponse<String> joined = anybody.post(join, "name", "Wanda Wait", "email", wanda, "quantity", "2");
        assertThat(joined.statusCode()).isEqualTo(303);
        String place = Visitor.location(joined);
        assertThat(anybody.get(place).body()).contains("number 1 in line", "Leave the line");
        assertThat(anybody.post(join, "name", "Wanda", "email", wanda, "quantity", "1")
                        .body())
                .contains("on the waiting list");
        assertThat(mailed("line_joined", "/waiting/[A-Za-z0-9_-]+")).isEqualTo(place);

        waiting.release(last);

        String checkout = mailed("places_offered", "/checkout/[A-Za-z0-9_-]+");
        assertThat(anybody.get(checkout).body()).contains("2 × General admission", "€48.00");
        assertThat(anybody.get(place).body()).contains("your turn", checkout);
        assertThat(anybody.post(place + "/departure").statusCode()).isEqualTo(303);
        assertThat(anybody.get(place).body()).contains("You left the line");
        assertThat(tickets.hold(event, type, 2)).isNotNull();
    }

    @Test
    void the_team_sees_the_line_and_moves_removes_and_switches() {
        anybody.post(join, "name", "Wanda Wait", "email", wanda, "quantity", "1");
        waiting.join(event, type, 1);
        String page = owner.get(manage).body();
        assertThat(page).contains("Wanda Wait", wanda, "2 people wait", "Offer next");
        Matcher removal = Pattern.compile("action=\"([^\"]*/removal)\"").matcher(page);
        assertThat(removal.find()).isTrue();
        assertThat(owner.post(removal.group(1)).statusCode()).isEqualTo(303);
        assertThat(owner.get(manage).body()).contains("one person waits", "Removed");
        HttpResponse<String> hasty = owner.post(manage + "/rule", "offerMinutes", "5");
        assertThat(hasty.statusCode()).isEqualTo(422);
        assertThat(hasty.body()).contains("value=\"5\"", "offerMinutes-error", "Wanda Wait");
        assertThat(owner.post(manage + "/rule", "offerMinutes", "30").statusCode())
                .isEqualTo(303);
        assertThat(owner.get(manage).body()).contains("value=\"30\"");
        assertThat(owner.post(manage + "/types/" + type.id(), "open", "false").statusCode())
                .isEqualTo(303);
        assertThat(anybody.post(join, "name", "Eve", "email", wanda, "quantity", "1")
                        .body())
                .contains("no waiting list");
    }

    @Test
    void a_program_joins_reads_and_leaves_and_the_teams_program_looks_after_it() {
        String path = "/api/v1/ticket-types/" + type.id() + "/waiting-list";
        HttpResponse<String> joined = anybody.send(
                "POST", path, "{\"name\": \"Wanda Wait\", \"email\": \"%s\", \"quantity\": 1}".formatted(wanda));
        assertThat(joined.statusCode()).isEqualTo(201);
        Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(joined.body());
        assertThat(token.find()).isTrue();
        String entry = Visitor.location(joined);
        Visitor bearer = anybody.bearing(token.group(1));
        assertThat(bearer.get(entry).body()).contains("\"position\":1");
        assertThat(anybody.get(entry).statusCode()).isIn(401, 404);
        String team = "/api/v1/events/" + event.slug();
        assertThat(owner.get(team + "/waiting-list").body()).contains(wanda);
        assertThat(owner.send("PUT", team + "/waiting-rule", "{\"offerMinutes\": 5}")
                        .statusCode())
                .isEqualTo(422);

        waiting.release(last);

        assertThat(bearer.get(entry).body()).contains("\"state\":\"served\"", "\"token\":\"h_");
        assertThat(bearer.delete(entry).body()).contains("\"state\":\"left\"", "\"state\":\"released\"");
        assertThat(anybody.send("POST", path, "{\"name\": \"Wanda\", \"email\": \"%s\"}".formatted(wanda))
                        .body())
                .contains("not_sold_out");
    }

    private String mailed(String kind, String link) {
        List<String> found = Awaitility.await().until(() -> mails(kind), mails -> !mails.isEmpty());
        Matcher matcher = Pattern.compile(link).matcher(found.getLast());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private List<String> mails(String kind) {
        return acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql("select plain from notification.mails where recipient = ? and kind = ?")
                        .params(wanda, kind)
                        .query(String.class)
                        .list()));
    }
}
