package io.marquee.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checkout sessions: a page of Stripe's where somebody pays. The intent is made when they first try. */
final class Sessions {
    static final String KIND = "checkout.session";
    private static final long HALF_AN_HOUR = 30L * 60;
    private static final long A_DAY = 24L * 60 * 60;

    private final World world;
    private final Intents intents;
    private final Banks banks;
    private final Methods methods;
    private final SetupIntents setups;
    private final String url;

    Sessions(World world, Intents intents, Banks banks, Methods methods, SetupIntents setups, String url) {
        this.world = world;
        this.intents = intents;
        this.banks = banks;
        this.methods = methods;
        this.setups = setups;
        this.url = url;
    }

    Thing create(Call call) {
        Thing params = call.params();
        String mode = call.need("mode");
        long expires = call.number("expires_at", world.now() + A_DAY);
        // a little less than the half hour is taken, for clocks that differ
        if (expires < world.now() + HALF_AN_HOUR - 5) {
            throw Refused.invalid(
                            null,
                            "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.")
                    .with("param", "expires_at");
        }
        if (expires > world.now() + A_DAY + 5) {
            throw Refused.invalid(
                            null,
                            "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.")
                    .with("param", "expires_at");
        }
        String customer = params.maybe("customer");
        if (customer != null) Customers.alive(call.book(), customer);
        if (customer != null && params.containsKey("customer_email")) {
            throw Refused.invalid(null, "You may only specify one of these parameters: customer, customer_email.");
        }
        Thing session =
                Thing.of(world.id("cs_test"), KIND).with("created", world.now()).with("livemode", false);
        long total = 0;
        List<Thing> lines = new ArrayList<>();
        for (Object item : Form.elements(params.inner("line_items"))) {
            Thing line = line((Thing) item);
            total += line.number("amount_total");
            lines.add(line);
        }
        if (mode.equals("payment") && lines.isEmpty()) throw Refused.missing("line_items");
        if (mode.equals("payment")) {
            // what would be refused when somebody pays is refused now
            intents.make(call.book(), total, lines.getFirst().text("currency"), params.inner("payment_intent_data"));
        }
        call.need("success_url");
        session.with("amount_subtotal", mode.equals("payment") ? total : null)
                .with("amount_total", mode.equals("payment") ? total : null)
                .with("automatic_tax", new Thing().with("enabled", false).nothing("liability", "status"))
                .with("cancel_url", params.maybe("cancel_url"))
                .with("client_reference_id", params.maybe("client_reference_id"))
                .with(
                        "currency",
                        lines.isEmpty()
                                ? params.maybe("currency")
                                : lines.getFirst().text("currency"))
                .with("custom_fields", List.of())
                .with("custom_text", new Thing())
                .with("customer", customer)
                .with(
                        "customer_creation",
                        params.getOrDefault("customer_creation", customer == null ? "if_required" : null))
                .with(
                        "customer_details",
                        new Thing()
                                .with("email", params.maybe("customer_email"))
                                .nothing("address", "name", "phone", "tax_exempt", "tax_ids"))
                .with("customer_email", params.maybe("customer_email"))
                .with("expires_at", expires)
                .with("locale", params.maybe("locale"))
                .with("metadata", call.metadata())
                .with("mode", mode)
                .with("payment_method_types", List.of("card", "sepa_debit"))
                .with("payment_method_options", new Thing())
                .with("payment_status", mode.equals("setup") ? "no_payment_required" : "unpaid")
                .with("shipping_options", List.of())
                .with("status", "open")
                .with("submit_type", params.maybe("submit_type"))
                .with("success_url", params.maybe("success_url"))
                .with(
                        "total_details",
                        new Thing()
                                .with("amount_discount", 0)
                                .with("amount_shipping", 0)
                                .with("amount_tax", 0))
                .with("ui_mode", params.getOrDefault("ui_mode", "hosted_page"))
                .with("url", url + "/c/pay/" + session.id())
                .with("_lines", lines)
                .with("_intent", params.inner("payment_intent_data"))
                .with("_setup", params.inner("setup_intent_data"))
                .with("_keep", params.inner("saved_payment_method_options").is("payment_method_save", "enabled"))
                .nothing(
                        "client_secret",
                        "consent",
                        "invoice",
                        "payment_intent",
                        "payment_link",
                        "setup_intent",
                        "subscription");
        return call.book().add(session);
    }

    private Thing line(Thing item) {
        Thing price = item.inner("price_data");
        long quantity = Call.number(String.valueOf(item.getOrDefault("quantity", "1")), "line_items[0][quantity]");
        if (price.maybe("unit_amount") == null) throw Refused.missing("line_items[0][price_data][unit_amount]");
        long each = Call.number(price.text("unit_amount"), "line_items[0][price_data][unit_amount]");
        String currency = price.text("currency");
        String name = price.inner("product_data").text("name");
        return Thing.of(world.id("li"), "item")
                .with("amount_discount", 0)
                .with("amount_subtotal", each * quantity)
                .with("amount_tax", 0)
                .with("amount_total", each * quantity)
                .with("currency", currency)
                .with("description", name)
                .with("quantity", quantity)
                .with(
                        "price",
                        world.make("price", "price")
                                .with("unit_amount", each)
                                .with("currency", currency)
                                .with("type", "one_time")
                                .with("active", false)
                                .with("metadata", new Thing()));
    }

    Thing lines(Call call) {
        return Thing.list(
                call.path(),
                (List<?>)
                        Objects.requireNonNull(call.book().get(KIND, call.id()).get("_lines")),
                false);
    }

    Thing expire(Call call) {
        Thing session = call.book().get(KIND, call.id());
        if (!session.is("status", "open")) {
            throw Refused.invalid(
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of "
                            + session.text("status") + ".");
        }
        return expire(call.book(), session);
    }

    private Thing expire(Book book, Thing session) {
        session.with("status", "expired").with("url", null);
        String intent = session.maybe("payment_intent");
        if (intent != null) intents.cancel(book, book.get("payment_intent", intent), "automatic");
        world.events.tell(book, "checkout.session.expired", session);
        return session;
    }

    /** Sessions whose time is over. */
    void expireDue() {
        world.books()
                .forEach(book -> book.all(KIND)
                        .filter(session -> session.is("status", "open") && session.number("expires_at") <= world.now())
                        .filter(session -> !asking(book, session))
                        .toList()
                        .forEach(session -> expire(book, session)));
    }

    private static boolean asking(Book book, Thing session) {
        String intent = session.maybe("payment_intent");
        return intent != null && book.get("payment_intent", intent).is("status", "processing");
    }

    /** Somebody presses the button of the page. A card error leaves it open for another card. */
    void pay(Book book, Thing session, TestCard card, boolean keep) {
        if (!session.is("status", "open")) return;
        Thing method = methods.make(book, card);
        if (session.is("mode", "setup")) {
            Thing setup =
                    setups.make(book, Thing.of(session.inner("_setup")).with("customer", session.maybe("customer")));
            session.put("setup_intent", setup.id());
            setup.put("_return", url + "/c/pay/" + session.id() + "/done");
            goOn(book, session, setups.confirm(book, setup, method));
            return;
        }
        Thing intent = intent(book, session, keep);
        if (!Intents.isOpen(intent)) return;
        banks.confirm(book, intent, method, url + "/c/pay/" + session.id() + "/done", false);
        goOn(book, session, intent);
    }

    private Thing intent(Book book, Thing session, boolean keep) {
        String known = session.maybe("payment_intent");
        if (known != null) return book.get("payment_intent", known);
        Thing wish = Thing.of(session.inner("_intent")).with("customer", customer(book, session));
        if (keep && wish.get("customer") != null) wish.putIfAbsent("setup_future_usage", "on_session");
        Thing intent = intents.make(book, session.number("amount_total"), session.text("currency"), wish)
                .with("_checkout", true);
        book.add(intent);
        session.put("payment_intent", intent.id());
        world.events.tell(book, "payment_intent.created", intent);
        return intent;
    }

    private @Nullable String customer(Book book, Thing session) {
        if (session.maybe("customer") == null && session.is("customer_creation", "always")) {
            session.put(
                    "customer",
                    Customers.make(world, book, new Thing().with("email", session.maybe("customer_email")))
                            .id());
        }
        return session.maybe("customer");
    }

    /** After the bank has asked. */
    void goOn(Book book, Thing session, Thing intent) {
        switch (intent.text("status")) {
            case "succeeded", "requires_capture" -> {
                if (!session.is("mode", "setup")) {
                    session.put("payment_status", intent.is("status", "succeeded") ? "paid" : "unpaid");
                }
                complete(book, session);
            }
            case "processing" -> {
                complete(book, session);
                world.later.happens(() -> decided(book, session, intent));
            }
            default -> {}
        }
    }

    private void decided(Book book, Thing session, Thing intent) {
        boolean paid = intent.is("status", "succeeded");
        if (paid) session.put("payment_status", "paid");
        world.events.tell(book, "checkout.session.async_payment_" + (paid ? "succeeded" : "failed"), session);
    }

    private void complete(Book book, Thing session) {
        if (!session.is("status", "open")) return;
        session.with("status", "complete").with("url", null);
        world.events.tell(book, "checkout.session.completed", session);
    }
}
