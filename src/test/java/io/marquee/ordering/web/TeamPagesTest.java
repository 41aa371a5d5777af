package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundRequests;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class TeamPagesTest {
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
    StakeFixture stakes;

    @Autowired
    RefundRequests requests;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private Visitor owner;
    private String token;
    private EventView event;
    private TicketTypeView type;
    private String manage;

    @BeforeEach
    void begin() {
        PersonId person = people.person("Olga Owner");
        var organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        event = events.published(organization.id());
        type = tickets.type(event, 10);
        token = people.token(person);
        owner = Visitor.of(settings.baseUrl()).bearing(token);
        manage = "/manage/events/" + event.slug();
    }

    @Test
    void the_overview_counts_what_was_sold_and_taken() {
        orders.paid(event, type, 2);

        String page = owner.get(manage).body();

        assertThat(page).contains("€48.00", "one order", "2 × General admission", "2 tickets sold in the last 14 days");
        assertThat(owner.get(manage + "/live/figures").body())
                .contains("€48.00")
                .doesNotContain("<html");
        assertThat(owner.get(manage + "/live/days").body()).contains("tickets sold in the last 14 days");
        assertThat(owner.get(manage + "/live/orders").body())
                .contains("Ada Lind")
                .doesNotContain("<html");
    }

    @Test
    void the_box_office_offers_no_stake_and_refuses_one_at_its_line() {
        TicketTypeView stake = stakes.type(event, 5);

        assertThat(owner.get(manage + "/box-office").body())
                .contains("quantity." + type.id())
                .doesNotContain("quantity." + stake.id());
        HttpResponse<String> refused = owner.post(
                manage + "/box-office", "quantity." + type.id(), "1", "quantity." + stake.id(), "1", "method", "cash");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("quantity." + stake.id(), "This is a stake");
        assertThat(tickets.held(type)).isZero();
    }

    @Test
    void orders_are_found_by_name_code_and_state() {
        OrderView order = orders.paid(event, type, 1);

        assertThat(owner.get(manage + "/orders?q=ada").body())
                .contains(order.code().substring(0, 4));
        assertThat(owner.get(manage + "/orders?q=" + order.code().toLowerCase()).body())
                .contains("Ada Lind");
        assertThat(owner.get(manage + "/orders?state=pending").body()).doesNotContain("Ada Lind");
        assertThat(owner.get(manage + "/orders?state=nonsense&q=%00").statusCode())
                .isEqualTo(200);
        assertThat(owner.get(manage + "/attendees?q=lind").body())
                .contains("Ada Lind")
                .doesNotContain("€");
    }

    @Test
    void the_preview_says_what_a_refund_will_do() {
        OrderView order = orders.paid(event, type, 2);
        String path = manage + "/orders/" + order.code();
        String one = "?preview=true&reason=ill&ticket="
                + orders.ticketsOf(order).getFirst().id();

        assertThat(owner.get(path).body()).contains(path + "/refunds/new");
        assertThat(owner.get(path + "/refunds/new" + one + "&stock=keep").body())
                .contains(
                        "Ada Lind gets €24.00 back",
                        "One ticket ends at once",
                        "Its place stays taken",
                        "Refund €24.00 now");
        assertThat(owner.get(path + "/refunds/new" + one + "&amount=10&stock=return")
                        .body())
                .contains("Ada Lind gets €10.00 back", "€38.00 of the order stay", "waits in line comes first");
        assertThat(owner.get(path + "/refunds/new?preview=true&reason=ill").body())
                .contains("Choose tickets");
        assertThat(owner.get(path + "/refunds/new?preview=true&reason=ill&amount=99")
                        .body())
                .contains("more than is left");
        owner.post(path + "/refunds", "reason", "asked by phone");

        orders.until(order, OrderState.REFUNDED);
        assertThat(owner.get(path).body()).contains("asked by phone", "All given back", "Olga Owner");
    }

    @Test
    void a_buyers_request_is_approved_or_declined_with_a_note() {
        OrderView order = orders.paid(event, type, 1);
        var request = acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "I am ill"));
        String path = manage + "/orders/" + order.code();

        assertThat(owner.get(manage + "/orders").body()).contains("Refund asked");
        assertThat(owner.get(path).body()).contains("I am ill", "Approve");
        owner.post(path + "/refund-requests/" + request.id() + "/refusal", "note", "Give it to a friend");

        assertThat(owner.get(path).body())
                .contains("Answer: Give it to a friend")
                .doesNotContain("Approve<");
        assertThat(orders.now(order).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void the_queue_of_requests_leads_back_to_itself_when_one_is_answered() {
        OrderView order = orders.paid(event, type, 1);
        var request = acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "I am ill"));
        String queue = manage + "/refund-requests";

        assertThat(owner.get(queue).body()).contains("I am ill", "Back on sale", "Ada Lind");
        var answered = owner.post(
                manage + "/orders/" + order.code() + "/refund-requests/" + request.id() + "/approval",
                "note",
                "Get well",
                "back",
                queue);

        assertThat(Visitor.location(answered)).isEqualTo(queue);
        assertThat(owner.get(queue).body()).doesNotContain("I am ill");
        assertThat(owner.get(queue + "?state=approved").body()).contains("I am ill", "Get well");
    }

    @Test
    void a_pending_order_is_cancelled() {
        OrderView order = orders.placed(event, type, 1);

        assertThat(owner.post(manage + "/orders/" + order.code() + "/cancellation")
                        .statusCode())
                .isEqualTo(303);

        assertThat(orders.now(order).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void strangers_and_visitors_see_none_of_it() {
        OrderView order = orders.paid(event, type, 1);
        Visitor stranger = Visitor.of(settings.baseUrl()).bearing(people.token(people.person("Sam Stranger")));
        List<String> pages = Stream.of(
                        "",
                        "/live",
                        "/live/figures",
                        "/live/days",
                        "/live/orders",
                        "/orders",
                        "/orders/" + order.code(),
                        "/attendees")
                .map(page -> manage + page)
                .toList();

        assertThat(pages)
                .allSatisfy(page -> assertThat(stranger.get(page).statusCode()).isEqualTo(404));
        assertThat(pages)
                .allSatisfy(page -> assertThat(
                                Visitor.of(settings.baseUrl()).get(page).statusCode())
                        .isIn(303, 401, 404));
        assertThat(stranger.post(manage + "/orders/" + order.code() + "/refunds")
                        .statusCode())
                .isEqualTo(404);
        assertThat(orders.now(order)).isEqualTo(order);
    }

    @Test
    void a_sale_is_told_to_those_who_watch() throws Exception {
        HttpRequest watch = HttpRequest.newBuilder(URI.create(settings.baseUrl() + manage + "/live"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> stream = client.send(watch, HttpResponse.BodyHandlers.ofLines());
            CompletableFuture<Boolean> told = CompletableFuture.supplyAsync(
                    () -> stream.body().anyMatch(line -> line.startsWith("event:") && line.contains("figures")));
            TimeUnit.SECONDS.sleep(2);

            orders.paid(event, type, 1);

            assertThat(told.get(15, TimeUnit.SECONDS)).isTrue();
            client.shutdownNow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tickets_bought_with_a_verified_address_are_under_my_tickets() {
        PersonId ada = people.person("Ada Tickets");
        Visitor visitor = Visitor.of(settings.baseUrl()).bearing(people.token(ada));
        assertThat(visitor.get("/tickets").body()).contains("No tickets yet");
        String email = java.util.Objects.requireNonNull(people.actor(ada).verifiedEmail());
        var hold = tickets.hold(event, tickets.type(event, OrderFixture.free(5)), 1);
        orders.place(hold, "Ada Tickets", email);

        assertThat(visitor.get("/tickets").body()).contains("Ada Tickets", "/orders/h_");
        assertThat(Visitor.location(Visitor.of(settings.baseUrl()).get("/tickets")))
                .startsWith("/login");
    }
}
