package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketTypeView;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class CheckoutPagesTest {
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

    private Visitor ada;
    private EventView event;

    @BeforeEach
    void begin() {
        ada = Visitor.of(settings.baseUrl());
        event = tickets.event();
    }

    @Test
    void a_free_event_takes_three_clicks() {
        String checkout = hold(tickets.type(event, OrderFixture.free(10)), 2);
        assertThat(ada.get(checkout).body()).contains("Get tickets");

        HttpResponse<String> taken = details(checkout);

        assertThat(taken.statusCode()).isEqualTo(303);
        String order = ada.get(Visitor.location(taken)).body();
        assertThat(order).contains("You’re going.", "Ticket 2 of 2", "data:image/svg+xml");
    }

    @Test
    void a_paid_order_leads_over_the_payment_page_to_its_tickets() {
        String checkout = hold(tickets.type(event, 10), 2);
        assertThat(ada.get(checkout).body()).contains("Pay €48.00", "2 × General admission");

        String pay = Visitor.location(details(checkout));
        assertThat(pay).startsWith("/sandbox/pay/");
        String back = Visitor.location(payWith(pay, PaymentFixture.GOOD_CARD));
        assertThat(back).isEqualTo(checkout + "/return");
        assertThat(Visitor.location(ada.get(back))).isEqualTo(orderPath(checkout));

        assertThat(ada.get(orderPath(checkout)).body()).contains("You’re going.");
        assertThat(ada.get(orderPath(checkout) + "/tickets.pdf").headers().firstValue("Content-Type"))
                .contains("application/pdf");
        assertThat(ada.get(orderPath(checkout) + "/calendar.ics").body()).contains("BEGIN:VEVENT");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept() {
        String checkout = hold(tickets.type(event, 10), 2);

        HttpResponse<String> refused = ada.post(
                checkout + "/order", "buyer.name", "Ada Lind", "buyer.email", "ada@lind", "attendees[1].name", "Tom");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"ada@lind\"", "buyer.email-error", "value=\"Tom\"", "Held for you");
    }

    @Test
    void a_declined_card_is_told_and_may_be_tried_again() {
        String checkout = hold(tickets.type(event, 10), 1);
        String back = Visitor.location(payWith(Visitor.location(details(checkout)), PaymentFixture.DECLINED_CARD));

        assertThat(ada.get(checkout + "/return").body())
                .contains("The payment was declined", "Nothing was charged", "Try again");
        assertThat(back).isIn(checkout + "/return", Visitor.location(ada.get(back)));
        String again = Visitor.location(ada.post(checkout + "/payments"));
        payWith(again, PaymentFixture.GOOD_CARD);
        assertThat(Visitor.location(ada.get(checkout + "/return"))).isEqualTo(orderPath(checkout));
    }

    @Test
    void whoever_leaves_the_payment_page_can_go_on_or_pay_in_another_way() {
        String checkout = hold(tickets.type(event, 10), 1);
        String pay = Visitor.location(details(checkout));

        assertThat(Visitor.location(ada.get(checkout))).isEqualTo(checkout + "/return");
        assertThat(ada.get(checkout + "/return").body()).contains("Your payment is not finished", pay);
        assertThat(Visitor.location(ada.post(checkout + "/payments/abandonment")))
                .isEqualTo(checkout);
        assertThat(ada.get(checkout).body()).contains("value=\"Ada Lind\"", "Pay €24.00");
    }

    @Test
    void a_cancelled_payment_is_told_with_what_to_do_next() {
        String checkout = hold(tickets.type(event, 10), 1);
        String pay = Visitor.location(details(checkout));
        ada.post(pay + "/cancellation");

        assertThat(ada.get(checkout + "/return").body()).contains("You left before paying", "Try again");
    }

    @Test
    void an_undecided_payment_says_so_and_looks_again_by_itself() {
        String checkout = hold(tickets.type(event, 10), 1);
        payWith(Visitor.location(details(checkout)), PaymentFixture.SLOW_CARD);

        assertThat(ada.get(checkout + "/return").body())
                .contains("Your bank is still deciding", "don’t pay again", "every 2s", "Look again");
        assertThat(Visitor.location(details(checkout))).isEqualTo(checkout + "/return");
    }

    @Test
    void the_form_sent_twice_pays_once() {
        String checkout = hold(tickets.type(event, 10), 1);

        assertThat(Visitor.location(details(checkout))).isEqualTo(Visitor.location(details(checkout)));
        assertThat(orders.paymentsOf(order(checkout))).hasSize(1);
    }

    @Test
    void tickets_can_be_given_back_even_from_the_payment_page() {
        TicketTypeView type = tickets.type(event, 1);
        String checkout = hold(type, 1);
        details(checkout);

        HttpResponse<String> released = ada.post(checkout + "/release");

        assertThat(Visitor.location(released)).isEqualTo("/events/" + event.slug());
        assertThat(order(checkout).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(ada.get(checkout).body()).contains("You gave these tickets back");
        hold(type, 1);
    }

    @Test
    void a_time_that_is_up_is_told_with_the_way_back() {
        String checkout = hold(tickets.type(event, 10), 1);
        details(checkout);
        OrderView order = order(checkout);
        ada.post(checkout + "/payments/abandonment");
        orders.pass(order);
        orders.until(order, OrderState.EXPIRED);

        assertThat(ada.get(checkout).body()).contains("The time is up", "nothing was charged", "Back to the event");
        assertThat(Visitor.location(details(checkout))).isEqualTo(checkout);
    }

    @Test
    void what_cannot_be_had_is_said_and_what_was_picked_is_kept() {
        TicketTypeView few = tickets.type(event, 1);
        TicketTypeView many = tickets.type(event, OrderFixture.free(10));

        HttpResponse<String> refused =
                ada.post("/events/" + event.slug() + "/holds", "qty_" + few.id(), "3", "qty_" + many.id(), "2");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("name=\"qty_" + many.id() + "\" value=\"2\"")
                .contains("name=\"qty_" + few.id() + "\" value=\"3\"");
        assertThat(ada.post("/events/" + event.slug() + "/holds").statusCode()).isEqualTo(422);
        assertThat(ada.post("/events/" + event.slug() + "/holds", "qty_nonsense", "1")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void nobody_opens_an_order_with_another_token() {
        assertThat(ada.get("/checkout/h_nonsense").statusCode()).isEqualTo(404);
        assertThat(ada.get("/orders/" + capabilities.tokenFor(java.util.UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_mailed_link_corrects_names_and_asks_for_a_refund() {
        String checkout = hold(tickets.type(event, OrderFixture.free(10)), 1);
        details(checkout);
        String path = orderPath(checkout);
        String ticket = orders.ticketsOf(order(checkout)).getFirst().id().toString();

        ada.post(path + "/holders/" + ticket, "name_1", "Tom Sá", "email_1", "tom@example.org");
        assertThat(ada.get(path).body()).contains("Tom Sá", "The name is corrected");
        assertThat(ada.post(path + "/refund-requests", "reason", " ").statusCode())
                .isEqualTo(422);
        ada.post(path + "/refund-requests", "reason", "I am ill");
        assertThat(ada.get(path).body())
                .contains("The organizer has not answered yet")
                .doesNotContain("Send to the organizer");
        ada.post(path + "/resend");
        assertThat(ada.get(path).body()).contains("We are sending your tickets to ada@example.org again.");
    }

    private String hold(TicketTypeView type, int quantity) {
        HttpResponse<String> held =
                ada.post("/events/" + event.slug() + "/holds", "qty_" + type.id(), String.valueOf(quantity));
        assertThat(held.statusCode()).isEqualTo(303);
        return Visitor.location(held);
    }

    private HttpResponse<String> details(String checkout) {
        return ada.post(checkout + "/order", "buyer.name", "Ada Lind", "buyer.email", "ada@example.org");
    }

    private HttpResponse<String> payWith(String pay, String card) {
        return ada.post(pay, "cardNumber", card, "expiry", "12/40", "cvc", "123");
    }

    private static String orderPath(String checkout) {
        return checkout.replace("/checkout/", "/orders/");
    }

    private OrderView order(String checkout) {
        var buyer = capabilities.open(checkout.substring("/checkout/".length()));
        return Objects.requireNonNull(acting.as(buyer, () -> reads.byHold(new HoldId(buyer.hold()))));
    }
}
