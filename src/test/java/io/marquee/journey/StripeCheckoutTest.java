package io.marquee.journey;

import com.microsoft.playwright.FrameLocator;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TestCard;
import io.marquee.testing.MarqueeTest;
import org.junit.jupiter.api.Test;

/** Buying on a phone where Stripe takes the money: in the form on our page, and on Stripe's own. */
@MarqueeTest(settings = {FakeStripe.SETTING, "MARQUEE_SANDBOX=off"})
class StripeCheckoutTest extends CheckoutScene {

    @Test
    void somebody_pays_in_the_form_on_our_page_and_their_bank_asks_there_too() {
        picksOne();
        saysWhoHeIs();
        FrameLocator form = tom.page().frameLocator("[data-pay-form] iframe");
        form.getByLabel("Card number").fill(TestCard.SECURE.number());
        form.getByLabel("Expiration date").fill("12 / 40");
        form.getByLabel("Security code").fill("123");
        tom.looks("Stripe form").press("Pay " + PRICE);
        tom.page()
                .frameLocator("iframe[name=__stripe3dsFrame]")
                .getByText("Yes, it’s me")
                .click();
        buying.hasTickets(1);
    }

    @Test
    void somebody_pays_on_stripes_page_with_the_second_card() {
        picksOne();
        saysWhoHeIs();
        // the form is there before somebody decides against it
        tom.page()
                .frameLocator("[data-pay-form] iframe")
                .getByLabel("Card number")
                .waitFor();
        tom.press("Pay on the page of Stripe instead");
        pays(TestCard.POOR);
        tom.sees("Your card has insufficient funds.").looks("Stripe page");
        pays(TestCard.GOOD);
        buying.hasTickets(1);
    }

    private void pays(TestCard card) {
        tom.page().getByLabel("Card information").fill(card.number());
        tom.press("Pay");
    }
}
