package io.marquee.stripe;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of an intent when the bank behind a method of payment is asked. */
final class Banks {
    static final Set<String> CONFIRMABLE =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");

    private final World world;
    private final Methods methods;
    private final Charges charges;
    private final Disputes disputes;
    private final String url;

    Banks(World world, Methods methods, Charges charges, Disputes disputes, String url) {
        this.world = world;
        this.methods = methods;
        this.charges = charges;
        this.disputes = disputes;
        this.url = url;
    }

    /**
     * Asks the method's bank.
     *
     * @param returnUrl where the buyer goes after their bank has asked them, or null where a script does that in the page
     */
    Thing confirm(Book book, Thing intent, Thing method, @Nullable String returnUrl, boolean offSession) {
        if (!CONFIRMABLE.contains(intent.text("status"))) throw Intents.unexpected(intent, "confirmed");
        String keeper = method.maybe("customer");
        if (keeper != null && !keeper.equals(intent.maybe("customer"))) {
            throw Refused.invalid(
                            null,
                            "The payment method supplied (" + method.id() + ") belongs to a Customer."
                                    + " Please include the Customer in the `customer` parameter on the PaymentIntent.")
                    .with("param", "payment_method");
        }
        intent.with("payment_method", method.id())
                .with("last_payment_error", null)
                .with("next_action", null);
        TestCard card = Methods.cardOf(method);
        boolean knows = card == TestCard.SECURE_UNLESS_KEPT && method.yes("_prepared");
        switch (card.way) {
            case PAYS -> agreed(book, intent, method);
            case DECLINED -> throw declined(book, intent, method, Methods.refusal(card));
            case ASKS -> {
                if (knows) {
                    agreed(book, intent, method);
                } else if (offSession) {
                    throw declined(
                            book,
                            intent,
                            method,
                            Refused.card(
                                    "authentication_required",
                                    "authentication_required",
                                    "Your card was declined. This transaction requires authentication."));
                } else {
                    ask(book, intent, returnUrl);
                }
            }
            case SLOW -> slow(book, intent, method);
        }
        return intent;
    }

    private void ask(Book book, Thing intent, @Nullable String returnUrl) {
        String page = url + "/3ds/" + intent.id();
        intent.with("status", "requires_action").with("_return", returnUrl);
        intent.with(
                "next_action",
                returnUrl == null
                        ? new Thing()
                                .with("type", "use_stripe_sdk")
                                .with(
                                        "use_stripe_sdk",
                                        new Thing()
                                                .with("type", "three_d_secure_redirect")
                                                .with("stripe_js", page))
                        : new Thing()
                                .with("type", "redirect_to_url")
                                .with(
                                        "redirect_to_url",
                                        new Thing().with("url", page).with("return_url", returnUrl)));
        world.events.tell(book, "payment_intent.requires_action", intent);
    }

    /** What the buyer said when their bank asked them. */
    Thing authenticated(Book book, Thing intent, boolean yes) {
        if (!intent.is("status", "requires_action")) return intent;
        Thing method = book.get("payment_method", intent.text("payment_method"));
        TestCard card = Methods.cardOf(method);
        intent.put("next_action", null);
        if (yes && !card.fails()) {
            method.put("_prepared", true);
            agreed(book, intent, method);
        } else {
            Refused why = yes
                    ? Methods.refusal(card)
                    : Refused.card(
                            "payment_intent_authentication_failure",
                            null,
                            "The provided PaymentMethod has failed authentication.");
            declined(book, intent, method, why);
        }
        return intent;
    }

    private void agreed(Book book, Thing intent, Thing method) {
        Thing charge = charges.make(book, intent, method, "succeeded", null);
        intent.with("latest_charge", charge.id());
        keep(book, intent, method);
        if (intent.is("capture_method", "manual")) {
            intent.with("status", "requires_capture").with("amount_capturable", intent.number("amount"));
            world.events.tell(book, "payment_intent.amount_capturable_updated", intent);
            world.events.tell(book, "charge.succeeded", charge);
        } else {
            taken(book, intent, charge, intent.number("amount"));
            world.events.tell(book, "charge.succeeded", charge);
        }
    }

    private void keep(Book book, Thing intent, Thing method) {
        String customer = intent.maybe("customer");
        if (customer != null && intent.maybe("setup_future_usage") != null && method.maybe("customer") == null) {
            method.put("_prepared", true);
            methods.keep(book, method, customer);
        }
    }

    void taken(Book book, Thing intent, Thing charge, long amount) {
        charges.book(book, intent, charge, amount);
        intent.with("status", "succeeded").with("amount_received", amount).with("amount_capturable", 0);
        world.events.tell(book, "payment_intent.succeeded", intent);
        disputes.maybeOpen(book, charge);
    }

    private Refused declined(Book book, Thing intent, Thing method, Refused why) {
        Thing charge = charges.make(book, intent, method, "failed", why);
        why.with("charge", charge.id()).with("payment_method", method.shown());
        intent.with("status", "requires_payment_method")
                .with("payment_method", null)
                .with("latest_charge", charge.id())
                .with("last_payment_error", Thing.of(why.error));
        world.events.tell(book, "charge.failed", charge);
        world.events.tell(book, "payment_intent.payment_failed", intent);
        return why.with("payment_intent", intent.shown());
    }

    private void slow(Book book, Thing intent, Thing method) {
        Thing charge = charges.make(book, intent, method, "pending", null);
        intent.with("status", "processing").with("latest_charge", charge.id());
        world.events.tell(book, "payment_intent.processing", intent);
        world.events.tell(book, "charge.pending", charge);
        TestCard account = Methods.cardOf(method);
        world.later.happens(() -> {
            if (account.fails()) {
                charge.with("status", "failed").with("paid", false);
                Refused why = Methods.refusal(account);
                intent.with("status", "requires_payment_method")
                        .with("payment_method", null)
                        .with("last_payment_error", why.error);
                world.events.tell(book, "payment_intent.payment_failed", intent);
            } else {
                charge.put("status", "succeeded");
                keep(book, intent, method);
                taken(book, intent, charge, intent.number("amount"));
                world.events.tell(book, "charge.succeeded", charge);
            }
        });
    }
}
