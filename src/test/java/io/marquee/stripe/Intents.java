package io.marquee.stripe;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payment intents: from the wish to be paid to money or to none. */
final class Intents {
    private static final Set<String> CONFIRMABLE =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");
    private static final Set<String> CANCELLABLE =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action", "requires_capture");

    private final World world;
    private final Methods methods;
    private final Charges charges;
    private final Disputes disputes;
    private final String url;

    Intents(World world, Methods methods, Charges charges, Disputes disputes, String url) {
        this.world = world;
        this.methods = methods;
        this.charges = charges;
        this.disputes = disputes;
        this.url = url;
    }

    Thing create(Call call) {
        Thing intent = make(call.book(), call.needNumber("amount"), call.need("currency"), call.params());
        intent.with(
                "automatic_payment_methods",
                call.params().containsKey("payment_method_types")
                        ? null
                        : new Thing().with("enabled", true).with("allow_redirects", "always"));
        call.book().add(intent);
        world.events.tell(call.book(), "payment_intent.created", intent);
        return call.yes("confirm") ? confirm(call, intent) : intent;
    }

    /** Not in any book yet. */
    Thing make(Book book, long amount, String currency, Thing wish) {
        if (amount < 1)
            throw Refused.invalid("parameter_invalid_integer", "This value must be greater than or equal to 1.")
                    .with("param", "amount");
        if (wish.containsKey("application_fee_amount")
                && book.account == null
                && wish.inner("transfer_data").isEmpty()) {
            throw Refused.invalid(
                            null,
                            "Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).")
                    .with("param", "application_fee_amount");
        }
        String customer = wish.maybe("customer");
        if (customer != null) book.get("customer", customer);
        String method = wish.maybe("payment_method");
        Thing intent = world.make("pi", "payment_intent");
        String fee = wish.maybe("application_fee_amount");
        Thing transfer = wish.inner("transfer_data");
        return intent.with("amount", amount)
                .with("amount_capturable", 0)
                .with("amount_received", 0)
                .with("amount_details", new Thing().with("tip", new Thing()))
                .with("application_fee_amount", fee == null ? null : Call.number(fee, "application_fee_amount"))
                .with("capture_method", wish.getOrDefault("capture_method", "automatic_async"))
                .with("client_secret", world.secret(intent.id()))
                .with("confirmation_method", "automatic")
                .with("currency", currency.toLowerCase(java.util.Locale.ROOT))
                .with("customer", customer)
                .with("description", wish.maybe("description"))
                .with("metadata", Thing.of(wish.inner("metadata")))
                .with(
                        "payment_method",
                        method == null ? null : methods.named(book, method).id())
                .with("payment_method_types", List.of("card", "sepa_debit"))
                .with("payment_method_options", new Thing())
                .with("receipt_email", wish.maybe("receipt_email"))
                .with("setup_future_usage", wish.maybe("setup_future_usage"))
                .with("status", method == null ? "requires_payment_method" : "requires_confirmation")
                .with("transfer_data", transfer.isEmpty() ? null : Thing.of(transfer))
                .with("transfer_group", wish.maybe("transfer_group"))
                .nothing("application", "automatic_payment_methods", "canceled_at", "cancellation_reason")
                .nothing("last_payment_error", "latest_charge", "next_action", "on_behalf_of", "processing", "review")
                .nothing("shipping", "source", "statement_descriptor", "statement_descriptor_suffix");
    }

    Thing update(Call call) {
        Thing intent = call.book().get("payment_intent", call.id());
        if (!intent.text("status").startsWith("requires_") || intent.is("status", "requires_capture")) {
            throw unexpected(intent, "updated");
        }
        call.copy(intent, "metadata", "description", "receipt_email", "customer", "setup_future_usage");
        if (call.params().containsKey("amount")) intent.put("amount", call.needNumber("amount"));
        return intent;
    }

    Thing confirm(Call call) {
        Thing intent = call.book().get("payment_intent", call.id());
        if (intent.yes("_checkout")) {
            throw Refused.invalid(null, "You cannot confirm this PaymentIntent because it was created by Checkout.");
        }
        return confirm(call, intent);
    }

    private Thing confirm(Call call, Thing intent) {
        String named = call.params().maybe("payment_method");
        Thing data = call.params().inner("payment_method_data");
        Thing method = null;
        if (!data.isEmpty()) {
            method = methods.create(new Call(call.book(), call.path(), call.steps(), data));
        } else if (named != null) {
            method = methods.named(call.book(), named);
        } else if (intent.maybe("payment_method") != null) {
            method = call.book().get("payment_method", intent.text("payment_method"));
        }
        if (method == null) {
            throw Refused.invalid(
                            "parameter_missing",
                            "You cannot confirm this PaymentIntent because it's missing a payment method.")
                    .with("param", "payment_method");
        }
        if (call.params().containsKey("setup_future_usage"))
            intent.put("setup_future_usage", call.need("setup_future_usage"));
        // Stripe's script asks for the bank's question within the page
        String back = call.yes("use_stripe_sdk") ? null : call.params().maybe("return_url");
        return confirm(call.book(), intent, method, back, call.yes("off_session"));
    }

    /**
     * Asks the method's bank.
     *
     * @param returnUrl where the buyer goes after their bank has asked them, or null where a script does that in the page
     */
    Thing confirm(Book book, Thing intent, Thing method, @Nullable String returnUrl, boolean offSession) {
        if (!CONFIRMABLE.contains(intent.text("status"))) throw unexpected(intent, "confirmed");
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

    private void taken(Book book, Thing intent, Thing charge, long amount) {
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

    Thing capture(Call call) {
        Thing intent = call.book().get("payment_intent", call.id());
        if (!intent.is("status", "requires_capture")) throw unexpected(intent, "captured");
        long amount = call.number("amount_to_capture", intent.number("amount_capturable"));
        if (amount > intent.number("amount_capturable")) {
            throw Refused.invalid(
                    "amount_too_large",
                    "The payment intent could not be captured because the requested capture amount is greater than the authorized amount.");
        }
        if (call.params().containsKey("application_fee_amount")) {
            intent.put("application_fee_amount", call.needNumber("application_fee_amount"));
        }
        Thing charge = call.book().get("charge", intent.text("latest_charge"));
        taken(call.book(), intent, charge, amount);
        world.events.tell(call.book(), "charge.captured", charge);
        return intent;
    }

    Thing cancel(Call call) {
        Thing intent = call.book().get("payment_intent", call.id());
        if (intent.yes("_checkout")) {
            throw Refused.invalid(
                    null,
                    "You cannot cancel this PaymentIntent because it was created by Checkout. Expire the Checkout Session instead.");
        }
        if (!CANCELLABLE.contains(intent.text("status"))) throw unexpected(intent, "canceled");
        return cancel(call.book(), intent, call.params().maybe("cancellation_reason"));
    }

    Thing cancel(Book book, Thing intent, @Nullable String reason) {
        if (intent.is("status", "requires_capture")) {
            Thing charge = book.get("charge", intent.text("latest_charge"));
            charge.with("refunded", true).with("amount_refunded", charge.number("amount"));
        }
        intent.with("status", "canceled")
                .with("canceled_at", world.now())
                .with("cancellation_reason", reason)
                .with("amount_capturable", 0)
                .with("next_action", null);
        world.events.tell(book, "payment_intent.canceled", intent);
        return intent;
    }

    private static Refused unexpected(Thing intent, String verb) {
        return Refused.invalid(
                        "payment_intent_unexpected_state",
                        "This PaymentIntent could not be " + verb + " because it has a status of "
                                + intent.text("status") + ".")
                .with("payment_intent", intent.shown());
    }

    static boolean isOpen(Thing intent) {
        return CONFIRMABLE.contains(intent.text("status"));
    }
}
