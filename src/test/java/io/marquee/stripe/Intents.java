package io.marquee.stripe;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payment intents: from the wish to be paid to money or to none. */
final class Intents {
    private static final Set<String> CANCELLABLE =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action", "requires_capture");

    private final World world;
    private final Methods methods;
    private final Banks banks;

    Intents(World world, Methods methods, Banks banks) {
        this.world = world;
        this.methods = methods;
        this.banks = banks;
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
        if (customer != null) Customers.alive(book, customer);
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
        return banks.confirm(call.book(), intent, method, back, call.yes("off_session"));
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
        banks.taken(call.book(), intent, charge, amount);
        world.events.tell(call.book(), "charge.captured", charge);
        return intent;
    }

    Thing cancel(Call call) {
        Thing intent = call.book().get("payment_intent", call.id());
        if (intent.yes("_checkout") && !intent.is("status", "requires_capture")) {
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

    static Refused unexpected(Thing intent, String verb) {
        return Refused.invalid(
                        "payment_intent_unexpected_state",
                        "This PaymentIntent could not be " + verb + " because it has a status of "
                                + intent.text("status") + ".")
                .with("payment_intent", intent.shown());
    }

    static boolean isOpen(Thing intent) {
        return Banks.CONFIRMABLE.contains(intent.text("status"));
    }
}
