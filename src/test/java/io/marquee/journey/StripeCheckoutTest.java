package io.marquee.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TestCard;
import io.marquee.testing.MarqueeTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Buying on a phone where Stripe takes the money: in the form on our page, and on Stripe's own. */
@MarqueeTest(settings = {FakeStripe.SETTING, "MARQUEE_SANDBOX=off"})
class StripeCheckoutTest extends CheckoutScene {
    private static final String ELSEWHERE = "Pay on the page of Stripe instead";

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
        tom.press(ELSEWHERE);
        pays(TestCard.POOR);
        tom.sees("Your card has insufficient funds.").looks("Stripe page");
        pays(TestCard.GOOD);
        buying.hasTickets(1);
    }

    /** The form comes, and grows, between the moment in which the finger goes down and that in which it goes up. */
    @Test
    void a_press_counts_though_the_form_comes_under_the_finger() {
        Page page = tom.page();
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route(Pattern.compile(".*/elements/frame.*"), held::add);
        picksOne();
        saysWhoHeIs();
        await().atMost(Journey.PATIENCE).until(() -> {
            page.waitForTimeout(20);
            return !held.isEmpty();
        });
        BoundingBox place = tom.button(ELSEWHERE).boundingBox();
        page.mouse().move(place.x + place.width / 2, place.y + place.height / 2);
        page.mouse().down();
        page.evaluate("document.querySelector('[data-pay-form]').style.paddingBlockEnd = '40rem'");
        held.forEach(Route::resume);
        page.frameLocator("[data-pay-form] iframe").getByLabel("Card number").waitFor();
        assertThat(tom.button(ELSEWHERE).boundingBox().y).isGreaterThan(place.y + 100);
        page.mouse().up();

        pays(TestCard.GOOD);
        buying.hasTickets(1);
    }

    private void pays(TestCard card) {
        tom.page().getByLabel("Card information").fill(card.number());
        tom.press("Pay");
    }
}
