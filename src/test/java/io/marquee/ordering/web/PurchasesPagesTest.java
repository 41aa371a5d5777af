package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundRequests;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeView;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
class PurchasesPagesTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    RefundRequests requests;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Settings settings;

    private String email;
    private EventView event;
    private TicketTypeView type;

    @BeforeEach
    void begin() {
        email = PeopleFixture.address("Bea Buyer");
        event = tickets.event();
        type = tickets.type(event, 100);
    }

    @Test
    void a_person_sees_what_was_bought_with_their_address_and_nothing_else() {
        OrderView mine = bought(2);
        OrderView others = orders.paid(event, type, 1);

        String page = visitor(people.personWithPassword(email))
                .get("/account/purchases")
                .body();

        assertThat(page).contains(event.details().title(), "2 × General admission", "€48.00", "/orders/h_");
        assertThat(page).contains(mine.code().substring(0, 4)).doesNotContain(others.code());
    }

    @Test
    void nothing_is_shown_before_the_address_is_confirmed() {
        bought(1);

        String page = visitor(people.unconfirmed(email, null))
                .get("/account/purchases")
                .body();

        assertThat(page).contains("Confirm your email address").doesNotContain("General admission");
    }

    @Test
    void the_list_goes_on_page_by_page_and_filters_by_state() {
        for (int i = 0; i < 26; i++) placed();
        Visitor bea = visitor(people.personWithPassword(email));

        String first = bea.get("/account/purchases").body();
        String next =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1").replace("&amp;", "&");

        assertThat(first.split("/orders/h_", -1)).hasSize(26);
        assertThat(bea.get(next).body().split("/orders/h_", -1)).hasSize(2);
        assertThat(bea.get("/account/purchases?state=refunded").body()).contains("No orders in this state");
    }

    @Test
    void whoever_has_no_account_gets_a_link_that_opens_all_their_orders() {
        bought(2);
        Visitor somebody = Visitor.of(settings.baseUrl());

        HttpResponse<String> asked = somebody.post("/purchases", "email", email);
        assertThat(Visitor.location(asked)).isEqualTo("/purchases?sent");
        String list = mailedPath();

        assertThat(list).doesNotContain("@");
        String page = somebody.get(list).body();
        assertThat(page).contains("Bought with " + email, "2 × General admission");
        String order = page.replaceAll("(?s).*(/orders/h_[\\w-]*).*", "$1");
        assertThat(somebody.get(order).body()).contains("You’re going.");
    }

    @Test
    void the_answer_never_tells_whether_an_address_is_known() {
        Visitor somebody = Visitor.of(settings.baseUrl());
        String unknown = PeopleFixture.address("Nobody");

        HttpResponse<String> asked = somebody.post("/purchases", "email", unknown);

        assertThat(Visitor.location(asked)).isEqualTo("/purchases?sent");
        bought(1);
        somebody.post("/purchases", "email", email);
        mailedPath();
        assertThat(mailsTo(unknown)).isEmpty();
        assertThat(somebody.post("/purchases", "email", "no address").statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_link_that_was_tampered_with_or_is_of_another_kind_opens_nothing() {
        bought(1);
        Visitor somebody = Visitor.of(settings.baseUrl());
        somebody.post("/purchases", "email", email);
        String list = mailedPath();

        String tampered = list.substring(0, list.length() - 2) + (list.endsWith("AA") ? "BB" : "AA");
        assertThat(somebody.get(tampered).statusCode()).isEqualTo(404);
        assertThat(somebody.get("/purchases/x").statusCode()).isEqualTo(404);
        assertThat(somebody.get("/purchases/%00").statusCode()).isIn(400, 404);
    }

    @Test
    void asking_too_often_is_refused() {
        Visitor somebody = Visitor.of(settings.baseUrl());
        for (int i = 0; i < 5; i++) somebody.post("/purchases", "email", email);

        assertThat(somebody.post("/purchases", "email", email).statusCode()).isEqualTo(429);
    }

    @Test
    void the_order_says_what_the_bank_decides_about_a_dispute() {
        OrderView order = orders.place(tickets.hold(event, type, 1), "Bea Buyer", email);
        orders.pay(order, PaymentFixture.DISPUTED_CARD);
        Visitor bea = visitor(people.personWithPassword(email));
        String path = bea.get("/account/purchases").body().replaceAll("(?s).*(/orders/h_[\\w-]*).*", "$1");

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(bea.get(path).body()).contains("Your bank was asked to take back €24.00"));
        assertThat(bea.get("/api/v1/me/purchases/" + order.id()).body())
                .contains("\"disputes\":[{\"state\":\"needs_response\"");
    }

    @Test
    void programs_read_the_same() {
        OrderView order = bought(1);
        acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "Cannot come"));
        Visitor bea = visitor(people.personWithPassword(email));

        assertThat(bea.get("/api/v1/me/purchases").body())
                .contains(order.id().toString(), event.details().title());
        assertThat(bea.get("/api/v1/me/purchases/" + order.id()).body())
                .contains("\"state\":\"requested\"", "Cannot come", "\"disputes\":[]");
        assertThat(bea.get("/api/v1/me/purchases/" + orders.paid(event, type, 1).id())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Visitor.of(settings.baseUrl()).get("/api/v1/me/purchases").statusCode())
                .isEqualTo(401);
        assertThat(Visitor.of(settings.baseUrl())
                        .send("POST", "/api/v1/purchases/links", "{\"email\": \"" + email + "\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    private OrderView bought(int quantity) {
        OrderView order = orders.place(tickets.hold(event, type, quantity), "Bea Buyer", email);
        orders.pay(order, PaymentFixture.GOOD_CARD);
        return order;
    }

    private void placed() {
        orders.place(tickets.hold(event, type, 1), "Bea Buyer", email);
    }

    private Visitor visitor(PersonId person) {
        return Visitor.of(settings.baseUrl()).bearing(people.token(person));
    }

    private String mailedPath() {
        Awaitility.await().until(() -> !mailsTo(email).isEmpty());
        return mailsTo(email).getFirst().replaceAll("(?s).*(/purchases/[\\w-]+).*", "$1");
    }

    private List<String> mailsTo(String recipient) {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql(
                        "select plain from notification.mails where recipient = ? and kind = 'purchases_link'")
                .param(recipient)
                .query(String.class)
                .list()));
    }
}
