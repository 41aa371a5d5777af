package io.marquee.ordering.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.ApiClient;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketTypeView;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A program can do with an order what its page can. */
@MarqueeTest
class OrderCareApiTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Settings settings;

    private EventView event;
    private TicketTypeView type;
    private OrderView order;
    private ApiClient buyer;
    private Visitor files;

    @BeforeEach
    void bought() {
        event = tickets.event();
        type = tickets.type(event, 20);
        order = orders.paid(event, type, 2);
        String token = capabilities.tokenFor(order.hold().value());
        buyer = new ApiClient(settings.port(), token);
        files = Visitor.of(settings.baseUrl()).bearing(token);
    }

    @Test
    void its_timeline_says_what_happened_newest_first() {
        var moves = buyer.get("/orders/" + order.id() + "/timeline").body().path("items");

        assertThat(moves.findValuesAsString("to")).contains("pending", "paid", "succeeded");
        assertThat(moves.path(moves.size() - 1).path("to").asString("")).isEqualTo("pending");
        assertThat(moves.findValuesAsString("person")).allMatch(String::isEmpty);
    }

    @Test
    void its_mail_is_sent_again_its_papers_are_files_and_a_name_is_corrected() {
        String path = "/api/v1/orders/" + order.id();
        String ticket = orders.ticketsOf(order).getFirst().id().toString();

        assertThat(buyer.post("/orders/" + order.id() + "/mails", "{}").status())
                .isEqualTo(202);
        HttpResponse<String> pdf = files.get(path + "/tickets/pdf");
        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(files.get(path + "/calendar").body()).startsWith("BEGIN:VCALENDAR");
        ApiClient.Answer renamed = buyer.send(
                "PUT",
                "/orders/" + order.id() + "/tickets/" + ticket + "/holder",
                "{\"name\": \"Ada Lindt\", \"email\": \"ada@example.org\"}");
        assertThat(renamed.status()).isEqualTo(204);
        assertThat(orders.ticketsOf(order).getFirst().holderName()).isEqualTo("Ada Lindt");
    }

    @Test
    void a_person_pages_through_their_tickets() {
        String email = "tom-" + event.id() + "@example.org";
        PersonId tom = people.personWithPassword(email);
        HoldView hold = tickets.hold(event, type, 3);
        OrderView theirs = orders.place(hold, "Tom", email);
        orders.pay(theirs, PaymentFixture.GOOD_CARD);
        ApiClient api = new ApiClient(settings.port(), people.token(tom));

        ApiClient.Answer first = api.get("/me/tickets?limit=2");
        ApiClient.Answer rest = api.get("/me/tickets?limit=2&cursor=" + first.text("next"));

        assertThat(first.body().path("items").size()).isEqualTo(2);
        assertThat(rest.body().path("items").size()).isEqualTo(1);
        var one = rest.body().path("items").path(0);
        assertThat(one.path("event").path("slug").asString("")).isEqualTo(event.slug());
        assertThat(one.path("order").asString("")).isEqualTo(theirs.id().toString());
        assertThat(one.path("ticket").path("code").asString("")).isNotEmpty();
        assertThat(api.get("/me/tickets?limit=0").status()).isEqualTo(422);
    }
}
