package io.marquee.stripe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.stripe.StripeClient;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.sun.net.httpserver.HttpServer;
import io.marquee.testing.Browser;
import io.marquee.testing.Look;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People click through the fake's pages, on a phone, and through a shop's page that works with its script. */
@Tag("browser")
class PagesTest {
    private static final String STRICT =
            "default-src 'none'; img-src data:; script-src 'self' %s; frame-src %s; style-src 'self'; connect-src 'self'";

    @RegisterExtension
    static final Browser browser = new Browser();

    private FakeStripe fake;
    private StripeClient stripe;
    private HttpServer shop;
    private Page page;
    private String intentSecret = "";

    @BeforeEach
    void start() throws Exception {
        fake = FakeStripe.start();
        stripe = Clients.of(fake);
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = shopPage(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
                var headers = exchange.getResponseHeaders();
                headers.set(
                        "Content-Type",
                        exchange.getRequestURI().getPath().endsWith(".js") ? "text/javascript" : "text/html");
                headers.set("Content-Security-Policy", STRICT.formatted(fake.url(), fake.url()));
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        shop.start();
        page = browser.visitor(Browser.visitorOptions().setViewportSize(390, 900));
    }

    @AfterEach
    void stop() {
        assertThat(browser.complaints())
                .filteredOn(complaint -> !complaint.contains("402"))
                .isEmpty();
        shop.stop(0);
        fake.close();
    }

    @Test
    void somebody_pays_on_the_hosted_page_after_a_card_was_declined() throws Exception {
        Session session = stripe.v1()
                .checkout()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.PAYMENT)
                        .setCustomerEmail("ada@example.org")
                        .setSuccessUrl(shop("/back?session={CHECKOUT_SESSION_ID}"))
                        .setCancelUrl(shop("/cart"))
                        .addLineItem(SessionCreateParams.LineItem.builder()
                                .setQuantity(2L)
                                .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                        .setCurrency("eur")
                                        .setUnitAmount(2400L)
                                        .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                                .setName("Low Tide Sessions")
                                                .build())
                                        .build())
                                .build())
                        .build());
        page.navigate(session.getUrl());
        picture("hosted");
        payHosted(TestCard.POOR);
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("insufficient funds");
        payHosted(TestCard.SECURE);
        picture("bank");
        page.getByText("Yes, it’s me").click();
        page.waitForURL("**/back?session=" + session.getId());
        assertThat(stripe.v1().checkout().sessions().retrieve(session.getId()).getPaymentStatus())
                .isEqualTo("paid");
    }

    @Test
    void somebody_pays_within_the_shops_page() throws Exception {
        PaymentIntent intent = embedded();
        payEmbedded(TestCard.DECLINED);
        assertThat(page.locator("#said")).hasText("card_declined");
        payEmbedded(TestCard.GOOD);
        assertThat(page.locator("#said")).hasText("succeeded");
        picture("embedded");
        assertThat(stripe.v1().paymentIntents().retrieve(intent.getId()).getStatus())
                .isEqualTo("succeeded");
    }

    @Test
    void the_bank_asks_within_the_shops_page() throws Exception {
        embedded();
        payEmbedded(TestCard.SECURE);
        FrameLocator bank = page.frameLocator("iframe[name=__stripe3dsFrame]");
        assertThat(bank.locator("h1")).hasText("Is it you?");
        picture("embedded-bank");
        bank.getByText("No").last().click();
        assertThat(page.locator("#said")).hasText("payment_intent_authentication_failure");
        payEmbedded(TestCard.SECURE);
        page.frameLocator("iframe[name=__stripe3dsFrame]")
                .getByText("Yes, it’s me")
                .click();
        assertThat(page.locator("#said")).hasText("succeeded");
    }

    @Test
    void an_organizer_tells_who_they_are() throws Exception {
        String account = stripe.v1()
                .accounts()
                .create(AccountCreateParams.builder()
                        .setEmail("ines@example.org")
                        .build())
                .getId();
        page.navigate(stripe.v1()
                .accountLinks()
                .create(AccountLinkCreateParams.builder()
                        .setAccount(account)
                        .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                        .setRefreshUrl(shop("/again"))
                        .setReturnUrl(shop("/back"))
                        .build())
                .getUrl());
        picture("onboarding");
        page.getByText("Agree and submit").click();
        page.waitForURL("**/back");
        assertThat(stripe.v1().accounts().retrieve(account).getDetailsSubmitted())
                .isTrue();
        page.navigate(fake.console());
        picture("console");
        page.getByText("Ask for more").click();
        assertThat(page.locator("body")).containsText("restricted");
    }

    private PaymentIntent embedded() throws Exception {
        PaymentIntent intent = stripe.v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(4800L)
                        .setCurrency("eur")
                        .build());
        intentSecret = intent.getClientSecret();
        page.navigate(shop("/pay"));
        return intent;
    }

    private void payHosted(TestCard card) {
        page.getByLabel("Card information").fill(card.number());
        page.locator("button.main").click();
    }

    private void payEmbedded(TestCard card) {
        page.locator("#said").evaluate("said => said.textContent = ''");
        FrameLocator frame = page.frameLocator("#payment iframe");
        frame.getByLabel("Card number").fill(card.number());
        frame.getByLabel("Expiration date").fill("12 / 40");
        frame.getByLabel("Security code").fill("123");
        page.locator("#pay").click();
    }

    private void picture(String name) {
        Look.keep(page, "stripe/" + name);
    }

    private String shop(String path) {
        return "http://localhost:" + shop.getAddress().getPort() + path;
    }

    private String shopPage(String path) {
        if (!path.endsWith(".js")) {
            return """
                    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><meta name="viewport" content="width=device-width">
                    <link rel="icon" href="data:,"></head>
                    <body><main><h1>Shop</h1><div id="payment"></div><button id="pay">Pay</button><p id="said"></p></main>
                    <script src="%s"></script><script src="/shop.js"></script></body></html>
                    """.formatted(fake.script());
        }
        return """
                const stripe = Stripe('%s');
                const elements = stripe.elements({ clientSecret: '%s' });
                elements.create('payment').mount('#payment');
                document.getElementById('pay').addEventListener('click', async () => {
                  const wrong = await elements.submit();
                  const answer = wrong.error ? wrong : await stripe.confirmPayment({ elements, redirect: 'if_required', confirmParams: { return_url: location.origin + '/back' } });
                  document.getElementById('said').textContent = answer.error ? answer.error.code : answer.paymentIntent.status;
                });
                """.formatted(FakeStripe.PUBLISHABLE_KEY, intentSecret);
    }
}
