package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderReads;
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
import io.marquee.ticketing.TicketTypeView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was sold at the counter and goes back, on every page that speaks of it. */
@MarqueeTest
class CounterRefundPagesTest {
    private static final String NOWHERE = ".invalid";

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
    OrderReads reads;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private Visitor owner;
    private EventView event;
    private String manage;
    private OrderView order;
    private String buyersPage;

    @BeforeEach
    void one_sale_of_two_tickets_without_an_address() {
        PersonId person = people.person("Olga Owner");
        var organization = acting.as(people.actor(person), () -> organizations.create(person, "Pier " + person));
        event = events.published(organization.id());
        TicketTypeView type = tickets.type(event, 10);
        owner = Visitor.of(settings.baseUrl()).bearing(people.token(person));
        manage = "/manage/events/" + event.slug();
        String sold = Visitor.location(
                owner.post(manage + "/box-office", "quantity." + type.id(), "2", "method", "cash", "name", "Ada Lind"));
        String code = sold.substring(sold.indexOf("sold=") + 5);
        order = acting.asSystem(organization.id(), () -> reads.byCode(event.id(), code));
        buyersPage = "/orders/" + capabilities.tokenFor(order.hold().value());
    }

    @Test
    void nobody_ever_reads_an_address_that_nobody_gave() {
        String detail = manage + "/orders/" + order.code();

        for (String path : new String[] {detail, manage + "/orders", manage + "/attendees"}) {
            assertThat(owner.get(path).body()).as(path).contains("Ada Lind").doesNotContain(NOWHERE);
        }
        assertThat(owner.get(detail).body()).contains("In cash").doesNotContain("mailto:", "/resend", "/mails");
        assertThat(owner.get(buyersPage).body())
                .contains("Show the code at the door: on paper")
                .doesNotContain(NOWHERE, "/resend");
        assertThat(owner.get(buyersPage + "/tickets/"
                                + orders.ticketsOf(order).getFirst().id())
                        .body())
                .doesNotContain(NOWHERE, "/mails");
        assertThat(owner.post(buyersPage + "/resend").body()).doesNotContain(NOWHERE);
        assertThat(owner.get("/api/v1/orders/" + order.id()).body())
                .contains("\"email\":null")
                .doesNotContain(NOWHERE);
    }

    @Test
    void a_name_is_corrected_without_an_address() {
        String ticket = orders.ticketsOf(order).getFirst().id().toString();

        owner.post(buyersPage + "/holders/" + ticket, "name_1", "Ada Lindt", "email_1", "");

        assertThat(orders.ticketsOf(order).getFirst().holderName()).isEqualTo("Ada Lindt");
    }

    @Test
    void what_is_handed_back_at_once_stands_on_the_orders_pages() {
        String ticket = orders.ticketsOf(order).getFirst().id().toString();
        String path = manage + "/orders/" + order.code() + "/refunds";
        String preview = owner.get(path + "/new?preview=true&reason=ill&ticket=" + ticket)
                .body();

        assertThat(preview).contains("Ada Lind gets €24.00 back", "I hand it out now", "It leaves your drawer");
        owner.post(path, "ticket", ticket, "reason", "ill", "stock", "return", "cash", "now");

        assertThat(owner.get(buyersPage).body())
                .contains("€24.00 went back to you at the box office.", "Handed out at the box office")
                .doesNotContain("Your bank");
        assertThat(owner.get(manage + "/orders/" + order.code()).body())
                .contains("Back at the box office", "–€24.00", "Olga Owner");
    }

    @Test
    void what_waits_for_its_buyer_is_listed_and_confirmed_at_the_till() {
        String path = manage + "/orders/" + order.code() + "/refunds";
        assertThat(owner.get(path + "/new?preview=true&reason=ill&cash=later&amount=10")
                        .body())
                .contains("It is listed at the box office until");
        owner.post(path, "amount", "10", "reason", "ill", "cash", "later");

        assertThat(owner.get(buyersPage).body())
                .contains("€10.00 of it is yours again", "To be handed out at the box office");
        assertThat(owner.get(manage + "/box-office").body()).contains("€10.00 waits to be handed out.");
        assertThat(owner.get(manage + "/finances").body()).contains("of which waits at the box office");
        String list = owner.get(manage + "/box-office/dues").body();
        assertThat(list).contains("Ada Lind", "Did you hand €10.00 to Ada Lind?");
        String handover = list.replaceAll("(?s).*action=\"([^\"]+/handover)\".*", "$1");
        owner.post(handover);

        assertThat(owner.get(manage + "/box-office/dues").body()).contains("Nothing waits to be handed out");
        assertThat(owner.post(handover).statusCode()).isEqualTo(303);
        assertThat(owner.get("/api/v1/events/" + event.slug() + "/box-office/dues")
                        .body())
                .contains("\"items\":[]");
        assertThat(owner.get(buyersPage).body()).contains("€10.00 went back to you at the box office.");
    }
}
