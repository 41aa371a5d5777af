package io.marquee.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** {@code /console}: what Stripe's dashboard is for, and what only chance would do. */
final class Console {
    private static final int MOST = 50;

    private final World world;
    private final Desks desks;
    private final Webhooks webhooks;

    Console(World world, Desks desks, Webhooks webhooks) {
        this.world = world;
        this.desks = desks;
        this.webhooks = webhooks;
    }

    Page page(List<String> steps, boolean posted, Thing form) {
        if (posted) {
            act(form.text("act"), form.maybe("id"));
            return Page.to("/console");
        }
        return Page.html(
                "Fake Stripe",
                "wide",
                webhooks() + payments() + disputes() + accounts() + payouts() + "<section>" + CheckoutPage.hints()
                        + "</section>");
    }

    private void act(String act, @org.jspecify.annotations.Nullable String id) {
        if (act.equals("hold")) {
            webhooks.hold();
        } else if (act.equals("release")) {
            webhooks.release();
        } else if (act.equals("lose")) {
            webhooks.lose();
        } else {
            Book book = world.bookOf(Objects.requireNonNull(id));
            act(act, book, Objects.requireNonNull(book.find(id)));
        }
    }

    private void act(String act, Book book, Thing thing) {
        switch (act) {
            case "refund" -> {
                Thing charge = book.get("charge", thing.text("latest_charge"));
                long left = charge.number("amount_captured") - charge.number("amount_refunded");
                if (left > 0) desks.refunds.make(book, charge, left, "requested_by_customer", new Thing());
            }
            case "dispute" -> desks.disputes.open(book, book.get("charge", thing.text("latest_charge")), "fraudulent");
            case "ask_about" -> desks.disputes.inquire(book, book.get("charge", thing.text("latest_charge")));
            case "escalate" -> desks.disputes.escalate(book, thing);
            case "drop" -> desks.disputes.drop(book, thing, "warning_closed");
            case "won", "lost" -> desks.disputes.decide(book, thing, act.equals("won"));
            case "onboard" -> desks.accounts.onboard(thing);
            case "ask" -> desks.accounts.ask(thing, true, List.of("individual.verification.document"));
            case "payout" -> {
                Book own = world.book(thing.id());
                desks.balances.settle(own);
                desks.payouts.automatic(own, thing.text("default_currency"));
            }
            case "arrive" -> desks.payouts.arrive(book, thing);
            case "fail" -> desks.payouts.fail(book, thing, "account_closed");
            default -> throw Refused.noSuchUrl("POST", act);
        }
    }

    private String webhooks() {
        return "<h1>Fake Stripe</h1><section><h2>Webhooks</h2><p>"
                + webhooks.waiting().size() + " held, "
                + webhooks.underway() + " on the way.</p>" + button("hold", "", "Hold")
                + button("release", "", "Release")
                + button("lose", "", "Lose those held") + "</section>";
    }

    private String payments() {
        return table(
                "Payments",
                "payment_intent",
                (book, intent) -> row(
                        book,
                        intent,
                        Page.money(intent, "amount"),
                        intent.is("status", "succeeded")
                                ? button("refund", intent.id(), "Refund")
                                        + button("dispute", intent.id(), "Dispute")
                                        + button("ask_about", intent.id(), "Ask about it")
                                : ""));
    }

    private String disputes() {
        return table(
                "Disputes",
                "dispute",
                (book, dispute) -> row(
                        book,
                        dispute,
                        Page.money(dispute, "amount"),
                        switch (dispute.text("status")) {
                            case "won", "lost", "warning_closed", "prevented" -> "";
                            case "warning_needs_response", "warning_under_review" ->
                                button("escalate", dispute.id(), "Escalate") + button("drop", dispute.id(), "Drop");
                            default -> button("won", dispute.id(), "Won") + button("lost", dispute.id(), "Lost");
                        }));
    }

    private String accounts() {
        return table(
                "Accounts",
                "account",
                (book, account) -> row(
                        book,
                        Thing.of(account).with("status", account.yes("charges_enabled") ? "ready" : "restricted"),
                        Page.plain(account.maybe("email")),
                        button("onboard", account.id(), "Answer everything")
                                + button("ask", account.id(), "Ask for more")
                                + button("payout", account.id(), "Pay out")));
    }

    private String payouts() {
        return table(
                "Payouts",
                "payout",
                (book, payout) -> row(
                        book,
                        payout,
                        Page.money(payout, "amount"),
                        button("arrive", payout.id(), "Arrives") + button("fail", payout.id(), "Fails")));
    }

    @FunctionalInterface
    private interface Row {
        String of(Book book, Thing thing);
    }

    private String table(String title, String kind, Row row) {
        List<String> rows = new ArrayList<>();
        world.books()
                .forEach(book -> book.all(kind).toList().reversed().stream()
                        .limit(MOST)
                        .forEach(thing -> rows.add(row.of(book, thing))));
        return rows.isEmpty()
                ? ""
                : "<section><h2>" + title + "</h2><div class=\"scroll\"><table>" + String.join("", rows)
                        + "</table></div></section>";
    }

    private static String row(Book book, Thing thing, String what, String buttons) {
        return "<tr><td><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        thing.id(),
                        Page.plain(book.account == null ? "platform" : book.account),
                        what,
                        thing.text("status").toLowerCase(Locale.ROOT).replace('_', ' '),
                        buttons);
    }

    private static String button(String act, String id, String words) {
        return "<form method=\"post\" action=\"/console\"><input type=\"hidden\" name=\"id\" value=\"%s\"><button class=\"small\" name=\"act\" value=\"%s\">%s</button></form> "
                .formatted(id, act, words);
    }
}
