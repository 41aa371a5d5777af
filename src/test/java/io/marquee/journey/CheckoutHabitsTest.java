package io.marquee.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.testing.PaymentFixture;
import io.marquee.ticketing.HoldView;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What people do at a checkout beside going forward: on a phone, and in German. */
class CheckoutHabitsTest extends CheckoutScene {

    @Test
    void the_back_button_after_paying_never_leads_to_a_second_payment() {
        String checkout = picksOne().path();
        HoldView hold = held();
        saysWhoHeIs();
        buying.paysWith(PaymentFixture.GOOD_CARD, PRICE).hasTickets(1);
        String order = tom.path();

        tom.back().arrives("This is paid").follow("Back to the shop");
        buying.hasTickets(1);
        assertThat(tom.path()).isEqualTo(order);
        tom.open(checkout);
        buying.hasTickets(1);
        while (!tom.back().path().startsWith("/events/")) {
            assertThat(tom.page().locator("main")).not().containsText("Your details");
        }
        assertThat(orders.paymentsOf(order(hold))).hasSize(1);
    }

    @Test
    void the_back_button_from_the_payment_page_leads_to_the_payment_that_waits() {
        picksOne();
        saysWhoHeIs();
        tom.arrives("Pay " + PRICE).back().arrives("Your payment is not finished");

        tom.press("Pay in another way").arrives("Your details");
        assertThat(tom.field("buyer.name")).hasValue("Tom Okafor");
        saysWhoHeIs();
        buying.paysWith(PaymentFixture.GOOD_CARD, PRICE).hasTickets(1);
    }

    @Test
    void pressing_twice_takes_orders_and_pays_once() {
        tom.open(eventPath()).pressTwice("Get 1 ticket").arrives("Your details");
        assertThat(tickets.held(type)).isEqualTo(1);
        HoldView hold = held();
        tom.fill("buyer.name", "Tom Okafor").fill("buyer.email", "tom@example.org");
        tom.pressTwice("Pay " + PRICE).arrives("Pay " + PRICE);
        tom.fill("cardNumber", PaymentFixture.GOOD_CARD).fill("expiry", "12/40").fill("cvc", "123");
        tom.pressTwice("Pay " + PRICE);

        buying.hasTickets(1);
        assertThat(orders.paymentsOf(order(hold))).hasSize(1);
    }

    @Test
    void every_step_can_be_loaded_again() {
        tom.open(eventPath()).reload().press("Get 1 ticket").arrives("Your details");
        tom.reload();
        buying.orders("Tom Okafor", "tom@example", "Pay " + PRICE);
        assertThat(tom.field("buyer.email")).hasAttribute("aria-invalid", "true");
        browser.complaints().removeIf(complaint -> complaint.contains("422"));
        tom.open(tom.path()).arrives("Your details");
        saysWhoHeIs();
        tom.arrives("Pay " + PRICE).reload();
        buying.paysWith(PaymentFixture.GOOD_CARD, PRICE).hasTickets(1);
        tom.reload();
        buying.hasTickets(1);
    }

    @Test
    void a_choice_that_was_refused_is_an_address_that_can_be_opened_again() {
        tom.open(eventPath());
        orders.paid(event, type, 10);
        tom.press("Get 1 ticket").sees("“General admission” is sold out.").looks("Just sold out");
        browser.complaints().removeIf(complaint -> complaint.contains("409"));

        tom.page().locator("footer a[hreflang=de]").click();
        tom.arrives(event.details().title()).sees("Ausverkauft");
    }

    @Test
    void whoever_asks_for_german_buys_in_german() {
        Walker tom = journey.walker(browser, PHONE, Locale.GERMANY);
        tom.open(eventPath()).press("1 Ticket holen").arrives("Deine Angaben").sees("Für dich reserviert");
        Buying buying = new Buying(tom).orders("Tom Okafor", "tom@example.org", "24,00 € bezahlen");
        tom.arrives("24,00 € bezahlen").press("Ohne zu bezahlen zurück zum Shop");
        tom.arrives("Du hast noch nicht bezahlt").press("Noch einmal versuchen");
        tom.fill("cardNumber", PaymentFixture.DECLINED_CARD)
                .fill("expiry", "12/40")
                .fill("cvc", "123");
        tom.press("24,00 € bezahlen").arrives("Die Zahlung wurde abgelehnt").press("Noch einmal versuchen");
        tom.fill("cardNumber", PaymentFixture.GOOD_CARD).fill("expiry", "12/40").fill("cvc", "123");

        tom.press("24,00 € bezahlen").arrives("Du bist dabei.");
        assertThat(tom.page().locator("html")).hasAttribute("lang", "de");
        assertThat(tom.page().locator(".stub")).hasCount(1);
    }

    @Test
    void the_language_can_be_changed_in_the_middle() {
        picksOne();
        tom.page().locator("footer a[hreflang=de]").click();
        tom.arrives("Deine Angaben");
        buying.orders("Tom Okafor", "tom@example", "24,00 € bezahlen");
        tom.page().locator("[name='buyer.email'][aria-invalid=true]").waitFor();
        browser.complaints().removeIf(complaint -> complaint.contains("422"));
        tom.page().locator("footer a[hreflang=en]").click();
        tom.arrives("Your details");
        saysWhoHeIs();
        buying.paysWith(PaymentFixture.GOOD_CARD, PRICE).hasTickets(1);
    }
}
