package io.marquee.stripe;

import io.marquee.stripe.TestCard.Way;
import java.util.List;
import java.util.Set;

/** Methods of payment that somebody wants to keep without paying. */
final class SetupIntents {
    private static final Set<String> OPEN =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");

    private final World world;
    private final Methods methods;
    private final String url;

    SetupIntents(World world, Methods methods, String url) {
        this.world = world;
        this.methods = methods;
        this.url = url;
    }

    Thing create(Call call) {
        Thing setup = make(call.book(), call.params());
        return call.yes("confirm") ? confirm(call, setup) : setup;
    }

    Thing make(Book book, Thing wish) {
        String customer = wish.maybe("customer");
        if (customer != null) book.get("customer", customer);
        Thing setup = world.make("seti", "setup_intent");
        String method = wish.maybe("payment_method");
        setup.with(
                        "automatic_payment_methods",
                        new Thing().with("enabled", true).with("allow_redirects", "always"))
                .with("client_secret", world.secret(setup.id()))
                .with("customer", customer)
                .with("description", wish.maybe("description"))
                .with("metadata", Thing.of(wish.inner("metadata")))
                .with(
                        "payment_method",
                        method == null ? null : methods.named(book, method).id())
                .with("payment_method_types", List.of("card"))
                .with("payment_method_options", new Thing())
                .with("status", method == null ? "requires_payment_method" : "requires_confirmation")
                .with("usage", wish.getOrDefault("usage", "off_session"))
                .nothing(
                        "application",
                        "cancellation_reason",
                        "last_setup_error",
                        "latest_attempt",
                        "mandate",
                        "next_action",
                        "on_behalf_of",
                        "single_use_mandate");
        book.add(setup);
        world.events.tell(book, "setup_intent.created", setup);
        return setup;
    }

    Thing confirm(Call call) {
        return confirm(call, call.book().get("setup_intent", call.id()));
    }

    private Thing confirm(Call call, Thing setup) {
        Thing data = call.params().inner("payment_method_data");
        String named = call.params().maybe("payment_method");
        Thing method = data.isEmpty()
                ? methods.named(call.book(), named == null ? setup.text("payment_method") : named)
                : methods.create(new Call(call.book(), call.path(), call.steps(), data));
        return confirm(call.book(), setup, method);
    }

    Thing confirm(Book book, Thing setup, Thing method) {
        if (!OPEN.contains(setup.text("status"))) {
            throw Refused.invalid(
                    "setup_intent_unexpected_state",
                    "You cannot confirm this SetupIntent because it has a status of " + setup.text("status") + ".");
        }
        TestCard card = Methods.cardOf(method);
        setup.put("payment_method", method.id());
        if (card.way == Way.DECLINED && card != TestCard.DECLINED_LATER) {
            Refused why = Methods.refusal(card);
            setup.with("status", "requires_payment_method")
                    .with("payment_method", null)
                    .with("last_setup_error", why.error);
            world.events.tell(book, "setup_intent.setup_failed", setup);
            throw why.with("setup_intent", setup.shown());
        }
        if (card.way == Way.ASKS) {
            setup.with("status", "requires_action");
            setup.with(
                    "next_action",
                    new Thing()
                            .with("type", "use_stripe_sdk")
                            .with(
                                    "use_stripe_sdk",
                                    new Thing()
                                            .with("type", "three_d_secure_redirect")
                                            .with("stripe_js", url + "/3ds/" + setup.id())));
            world.events.tell(book, "setup_intent.requires_action", setup);
            return setup;
        }
        return keep(book, setup, method);
    }

    Thing authenticated(Book book, Thing setup, boolean yes) {
        if (!setup.is("status", "requires_action")) return setup;
        setup.put("next_action", null);
        if (yes) return keep(book, setup, book.get("payment_method", setup.text("payment_method")));
        setup.with("status", "requires_payment_method")
                .with("payment_method", null)
                .with(
                        "last_setup_error",
                        Refused.invalid(
                                        "setup_intent_authentication_failure",
                                        "The provided PaymentMethod has failed authentication.")
                                .error);
        world.events.tell(book, "setup_intent.setup_failed", setup);
        return setup;
    }

    private Thing keep(Book book, Thing setup, Thing method) {
        method.put("_prepared", true);
        setup.put("status", "succeeded");
        String customer = setup.maybe("customer");
        if (customer != null) methods.keep(book, method, customer);
        world.events.tell(book, "setup_intent.succeeded", setup);
        return setup;
    }

    Thing cancel(Call call) {
        Thing setup = call.book().get("setup_intent", call.id());
        if (!OPEN.contains(setup.text("status"))) {
            throw Refused.invalid(
                    "setup_intent_unexpected_state",
                    "You cannot cancel this SetupIntent because it has a status of " + setup.text("status") + ".");
        }
        setup.put("status", "canceled");
        world.events.tell(call.book(), "setup_intent.canceled", setup);
        return setup;
    }
}
