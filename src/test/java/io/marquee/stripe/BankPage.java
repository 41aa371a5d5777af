package io.marquee.stripe;

import java.util.Optional;

/** {@code /3ds/<intent>}: the buyer's bank asks whether it is really them. */
final class BankPage {
    /** In a frame, the page around it goes on. */
    private static final String GO_ON = """
            <p>Thank you.</p>
            <script>parent.postMessage({ type: 'answered' }, '*');</script>
            """;

    private final World world;
    private final Desks desks;

    BankPage(World world, Desks desks) {
        this.world = world;
        this.desks = desks;
    }

    Page page(String id, boolean posted, Thing form) {
        Book book = world.bookOf(id);
        Thing intent = Optional.ofNullable(book.find(id)).orElseThrow(() -> Refused.unknown("payment_intent", id));
        if (posted) answer(book, intent, form.is("answer", "yes"));
        return intent.is("status", "requires_action") ? question(intent) : after(intent);
    }

    private void answer(Book book, Thing intent, boolean yes) {
        if (intent.kind().equals("setup_intent")) desks.setups.authenticated(book, intent, yes);
        else desks.banks.authenticated(book, intent, yes);
        book.all(Sessions.KIND)
                .filter(session -> session.is(intent.kind(), intent.id()))
                .findFirst()
                .ifPresent(session -> desks.sessions.goOn(book, session, intent));
    }

    private static Page question(Thing intent) {
        String what = intent.containsKey("amount") ? "Pay " + Page.money(intent, "amount") + "?" : "Keep this card?";
        return Page.html("Your bank", """
                <form class="card" method="post">
                <h1>Is it you?</h1>
                <p>Your bank asks before it goes on: %s</p>
                <p><button name="answer" value="yes">Yes, it’s me</button> <button name="answer" value="no">No</button></p>
                </form>
                """.formatted(what));
    }

    private static Page after(Thing intent) {
        String back = intent.maybe("_return");
        if (back == null) return Page.html("Thank you", GO_ON);
        boolean ok = !intent.is("status", "requires_payment_method");
        if (back.contains("/c/pay/")) return Page.to(back);
        return Page.to(back + (back.contains("?") ? "&" : "?") + "payment_intent=" + intent.id()
                + "&payment_intent_client_secret=" + intent.text("client_secret")
                + "&redirect_status=" + (ok ? "succeeded" : "failed"));
    }
}
