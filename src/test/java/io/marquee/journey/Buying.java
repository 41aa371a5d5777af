package io.marquee.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;

/** Somebody without an account who wants tickets. */
final class Buying {
    private static final Pattern CLOCK = Pattern.compile("\\d+:\\d\\d");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");

    private final Walker buyer;

    Buying(Walker buyer) {
        this.buyer = buyer;
    }

    /** Takes one ticket of each type, with the keyboard alone. */
    Buying picksOneOfEach(String... types) {
        for (String type : types) buyer.pressByKeyboard("One more: " + type);
        buyer.pressByKeyboard("Get " + types.length + " tickets");
        buyer.arrives("Your details");
        return this;
    }

    Buying seesTheTimeRun() {
        Locator left = buyer.page().locator(".hold time");
        assertThat(left).hasText(CLOCK);
        String now = left.textContent();
        assertThat(left).not().hasText(now);
        return this;
    }

    Buying orders(String name, String email, String button) {
        buyer.fill("buyer.name", name).fill("buyer.email", email).press(button);
        return this;
    }

    /** On the page of the provider. */
    Buying paysWith(String card, String amount) {
        buyer.sees("Sandbox: no real money moves here.").arrives("Pay " + amount);
        buyer.fill("cardNumber", card).fill("expiry", "12/40").fill("cvc", "123");
        buyer.field("cvc").press("Enter");
        return this;
    }

    /** On the order's page. */
    Buying hasTickets(int count) {
        buyer.arrives("You’re going.");
        assertThat(buyer.page().locator(".stub")).hasCount(count);
        for (Locator code : buyer.page().locator(".stub .code").all())
            assertThat(code).hasText(CODE);
        return this;
    }

    String firstCode() {
        return buyer.page().locator(".stub .code").first().textContent().strip();
    }
}
