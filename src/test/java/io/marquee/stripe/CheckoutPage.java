package io.marquee.stripe;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /c/pay/<session>}: where somebody pays, as on Stripe's own page. */
final class CheckoutPage {
    private final World world;
    private final Desks desks;

    CheckoutPage(World world, Desks desks) {
        this.world = world;
        this.desks = desks;
    }

    /** @param steps the session's id, and {@code done} for somebody who comes back from their bank */
    Page page(List<String> steps, boolean posted, Thing form) {
        Book book = world.bookOf(steps.getFirst());
        Thing session = book.get(Sessions.KIND, steps.getFirst());
        return posted ? pay(book, session, form) : onward(book, session, null);
    }

    private Page pay(Book book, Thing session, Thing form) {
        String number = Optional.ofNullable(form.maybe("number")).orElse("");
        Optional<TestCard> card = TestCard.numbered(number);
        if (card.isEmpty()) return form(session, "Your card number is incorrect.");
        try {
            desks.sessions.pay(book, session, card.get(), form.is("keep", "on"));
            return onward(book, session, null);
        } catch (Refused declined) {
            return onward(book, session, declined.getMessage());
        }
    }

    private Page onward(Book book, Thing session, @Nullable String problem) {
        return switch (session.text("status")) {
            case "complete" -> Page.to(session.text("success_url").replace("{CHECKOUT_SESSION_ID}", session.id()));
            case "expired" -> over(session);
            default -> {
                Thing intent = intent(book, session);
                if (intent.is("status", "requires_action")) {
                    Thing asks = intent.inner("next_action");
                    String page = asks.inner("redirect_to_url").maybe("url");
                    yield Page.to(page == null ? asks.inner("use_stripe_sdk").text("stripe_js") : page);
                }
                String error = session.is("mode", "setup") ? "last_setup_error" : "last_payment_error";
                yield form(session, problem == null ? intent.inner(error).maybe("message") : problem);
            }
        };
    }

    private static Thing intent(Book book, Thing session) {
        String kind = session.is("mode", "setup") ? "setup_intent" : "payment_intent";
        String intent = session.maybe(kind);
        return intent == null ? new Thing() : book.get(kind, intent);
    }

    private static Page over(Thing session) {
        String back = session.maybe("cancel_url");
        return Page.html(
                "Over",
                "<h1>This page is no longer open</h1><p>Its time is over, and nothing was charged.</p>"
                        + (back == null
                                ? ""
                                : "<p><a class=\"button\" href=\"" + Page.plain(back) + "\">Back to the shop</a></p>"));
    }

    private Page form(Thing session, @Nullable String problem) {
        boolean pays = session.is("mode", "payment");
        String amount = pays ? Page.money(session, "amount_total") : "";
        StringBuilder lines = new StringBuilder();
        if (session.get("_lines") instanceof List<?> all) {
            for (Object line : all) {
                Thing item = (Thing) line;
                lines.append("<li><span>%s × %s</span><span>%s</span></li>"
                        .formatted(
                                item.number("quantity"),
                                Page.plain(item.maybe("description")),
                                Page.money(item, "amount_total")));
            }
        }
        String back = session.maybe("cancel_url");
        return Page.html(pays ? "Pay " + amount : "Save a card", """
                %s
                <h1>%s</h1>
                <section>%s</section>
                <form class="card" method="post">
                <h2>%s</h2>
                <p class="soft">%s</p>
                %s
                <label for="number">Card information</label>
                <input id="number" name="number" autocomplete="cc-number" placeholder="4242 4242 4242 4242" required>
                <div class="pair">
                <div><label for="expiry">Expiration date</label><input id="expiry" name="expiry" autocomplete="cc-exp" placeholder="MM / YY"></div>
                <div><label for="cvc">Security code</label><input id="cvc" name="cvc" autocomplete="cc-csc" placeholder="CVC"></div>
                </div>
                %s
                <button class="main">%s</button>
                </form>
                %s
                """.formatted(
                        back == null ? "" : "<p><a href=\"" + Page.plain(back) + "\">← Back</a></p>",
                        pays ? "Pay " + amount : "Save a card",
                        pays ? "<ul class=\"lines\">" + lines + "</ul>" : "<p>Nothing is charged now.</p>",
                        pays ? "Pay with card" : "Card",
                        Page.plain(session.maybe("customer_email")),
                        problem == null ? "" : "<p class=\"bad\" role=\"alert\">" + Page.plain(problem) + "</p>",
                        session.yes("_keep")
                                ? "<label class=\"choice\"><input type=\"checkbox\" name=\"keep\">Save my card for the next time</label>"
                                : "",
                        pays ? "Pay" : "Save",
                        hints()));
    }

    static String hints() {
        StringBuilder rows = new StringBuilder();
        for (TestCard card : TestCard.values()) {
            rows.append("<tr><td><code>%s</code></td><td>%s</td></tr>"
                    .formatted(
                            card.number().replaceAll("(.{4})(?=.)", "$1 "),
                            card.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
        }
        return "<details><summary>Cards for trying out</summary><table>" + rows + "</table></details>";
    }
}
