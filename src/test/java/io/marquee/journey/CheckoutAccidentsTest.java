package io.marquee.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.testing.PaymentFixture;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.HoldView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes wrong between a choice of tickets and their payment, on a phone, and how it ends. */
class CheckoutAccidentsTest extends CheckoutScene {

    @Test
    void a_card_that_asks_for_confirmation_pays_after_a_yes() {
        goesToPay();
        buying.paysWith(PaymentFixture.CAREFUL_CARD, PRICE);
        tom.arrives("Is it you?").reload().press("Yes, pay");

        buying.hasTickets(1);
    }

    @Test
    void a_card_that_asks_for_confirmation_is_declined_after_a_no_and_another_pays() {
        goesToPay();
        buying.paysWith(PaymentFixture.CAREFUL_CARD, PRICE);
        tom.arrives("Is it you?").press("No, refuse");

        tom.arrives("The payment was declined")
                .sees("Nothing was charged.")
                .sees("Held for you")
                .press("Try again");
        buying.paysWith(PaymentFixture.GOOD_CARD, PRICE).hasTickets(1);
    }

    @Test
    void whoever_goes_back_unpaid_still_has_the_tickets_and_tries_again() {
        goesToPay().press("Back to the shop without paying");

        tom.arrives("You left before paying").sees("Held for you").press("Try again");
        buying.paysWith(PaymentFixture.GOOD_CARD, PRICE).hasTickets(1);
    }

    @Test
    void whoever_closed_the_payment_page_finds_the_way_back_to_it() {
        String checkout = picksOne().path();
        saysWhoHeIs();
        tom.arrives("Pay " + PRICE);

        tom.open(checkout).arrives("Your payment is not finished").reload().follow("Continue to the payment page");
        buying.paysWith(PaymentFixture.GOOD_CARD, PRICE).hasTickets(1);
    }

    @Test
    void whoever_closed_the_payment_page_may_pay_in_another_way_or_give_the_tickets_back() {
        String checkout = picksOne().path();
        saysWhoHeIs();
        tom.arrives("Pay " + PRICE);

        tom.open(checkout).press("Pay in another way").arrives("Your details");
        assertThat(tom.field("buyer.name")).hasValue("Tom Okafor");
        HoldView hold = held();
        tom.pressAndConfirm("Give these tickets back").sees("The tickets are free for others again.");
        assertThat(order(hold).state()).isEqualTo(OrderState.CANCELLED);
        tom.open(checkout).arrives("You gave these tickets back").follow("Back to the event");
        tom.arrives(event.details().title());
    }

    @Test
    void the_form_says_when_the_time_is_up_and_leads_to_a_new_choice() {
        picksOne();
        tickets.leave(held(), Duration.ofSeconds(2));
        tom.reload();

        assertThat(tom.button("Pay " + PRICE)).isDisabled();
        assertThat(tom.page().locator(".hold [role=alert]"))
                .containsText("The time is up, and the tickets went back on sale.");
        assertThat(tom.page().locator(".hold [role=alert]")).isVisible();
        tom.looks("Time is up in the form")
                .follow("Choose again")
                .press("Get 1 ticket")
                .arrives("Your details");
    }

    @Test
    void details_that_come_too_late_are_told_so_with_the_way_back() {
        picksOne();
        HoldView hold = held();
        tickets.leave(hold, Duration.ZERO);
        saysWhoHeIs();

        tom.arrives("The time is up").sees("nothing was charged").reload().follow("Back to the event");
        tom.press("Get 1 ticket").arrives("Your details");
        assertThat(held().id()).isNotEqualTo(hold.id());
    }

    @Test
    void a_payment_that_comes_late_still_gets_tickets_where_there_are_any() {
        HoldView hold = picksOneAndGoesToPay();
        OrderView order = order(hold);
        orders.pass(order);
        orders.until(order, OrderState.EXPIRED);

        buying.paysWith(PaymentFixture.GOOD_CARD, PRICE).hasTickets(1);
    }

    @Test
    void a_payment_that_comes_late_goes_back_where_the_tickets_are_gone() {
        HoldView hold = picksOneAndGoesToPay();
        OrderView order = order(hold);
        orders.pass(order);
        orders.until(order, OrderState.EXPIRED);
        orders.paid(event, type, 10);

        buying.paysWith(PaymentFixture.GOOD_CARD, PRICE);
        tom.arrives("Your payment came too late").sees("on its way back to you").follow("Back to the event");
        tom.sees("Sold out");
        assertThat(orders.now(order).state()).isEqualTo(OrderState.EXPIRED);
    }

    @Test
    void two_tabs_on_the_same_tickets_buy_them_once() {
        picksOne();
        Walker other = tom.secondTab().arrives("Your details");
        HoldView hold = held();
        saysWhoHeIs();
        buying.paysWith(PaymentFixture.GOOD_CARD, PRICE).hasTickets(1);

        new Buying(other)
                .orders("Tom Okafor", "tom@example.org", "Pay " + PRICE)
                .hasTickets(1);
        assertThat(orders.paymentsOf(order(hold))).hasSize(1);
        assertThat(held(hold).state()).isEqualTo(HoldState.CONSUMED);
    }

    @Test
    void a_tab_that_waits_on_the_payment_page_learns_that_another_has_paid() {
        picksOne();
        Walker other = tom.secondTab().arrives("Your details");
        saysWhoHeIs();
        tom.arrives("Pay " + PRICE);
        Buying second = new Buying(other).orders("Tom Okafor", "tom@example.org", "Pay " + PRICE);
        second.paysWith(PaymentFixture.GOOD_CARD, PRICE).hasTickets(1);

        fillsInTheCard();
        tom.press("Pay " + PRICE);
        buying.hasTickets(1);
    }

    @Test
    void a_tab_that_waits_on_the_payment_page_learns_that_another_has_given_the_tickets_back() {
        String checkout = picksOne().path();
        Walker other = tom.secondTab().arrives("Your details");
        saysWhoHeIs();
        tom.arrives("Pay " + PRICE);
        other.pressAndConfirm("Give these tickets back").sees("The tickets are free for others again.");

        fillsInTheCard();
        tom.press("Pay " + PRICE).arrives("You gave these tickets back").sees("Nothing was charged.");
        assertThat(tom.path()).startsWith(checkout);
    }

    private void fillsInTheCard() {
        tom.fill("cardNumber", PaymentFixture.GOOD_CARD).fill("expiry", "12/40").fill("cvc", "123");
    }

    private HoldView picksOneAndGoesToPay() {
        picksOne();
        HoldView hold = held();
        saysWhoHeIs();
        tom.arrives("Pay " + PRICE);
        return hold;
    }
}
