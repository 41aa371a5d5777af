package io.marquee.stripe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods of payment: cards, and accounts to debit. */
final class Methods {
    private final World world;

    Methods(World world) {
        this.world = world;
    }

    Thing create(Call call) {
        if (call.params().is("type", "sepa_debit")) {
            return make(call.book(), card(call.params().inner("sepa_debit").maybe("iban")));
        }
        Thing card = call.params().inner("card");
        String token = card.maybe("token");
        return make(call.book(), card(token == null ? card.maybe("number") : token.replace("tok_", "pm_card_")));
    }

    /** What a request names: one of ours, or one of the published tokens, which becomes one of ours. */
    Thing named(Book book, String name) {
        Thing known = book.find(name);
        if (known != null && known.kind().equals("payment_method")) return known;
        return make(book, TestCard.tokened(name).orElseThrow(() -> Refused.unknown("PaymentMethod", name)));
    }

    Thing make(Book book, TestCard card) {
        Thing method = world.make("pm", "payment_method")
                .with("type", card.isCard() ? "card" : "sepa_debit")
                .with("allow_redisplay", "unspecified")
                .with(
                        "billing_details",
                        new Thing().with("address", new Thing()).nothing("email", "name", "phone", "tax_id"))
                .with("customer", null)
                .with("metadata", new Thing())
                .with("_card", card.name());
        method.put(card.isCard() ? "card" : "sepa_debit", details(card));
        return book.add(method);
    }

    static TestCard cardOf(Thing method) {
        return TestCard.valueOf(method.text("_card"));
    }

    static Thing details(TestCard card) {
        String last4 = card.number().substring(card.number().length() - 4);
        Thing details = new Thing()
                .with("last4", last4)
                .with("fingerprint", "F" + Integer.toHexString(card.number().hashCode()));
        if (!card.isCard())
            return details.with("country", "AT").with("bank_code", "19043").nothing("branch_code");
        return details.with("brand", card.number().startsWith("5") ? "mastercard" : "visa")
                .with("display_brand", card.number().startsWith("5") ? "mastercard" : "visa")
                .with("country", "US")
                .with("exp_month", 12)
                .with("exp_year", 2040)
                .with("funding", "credit")
                .with("checks", new Thing().with("cvc_check", "pass").nothing("address_line1_check"))
                .with("networks", new Thing().with("available", java.util.List.of("visa")))
                .with("three_d_secure_usage", new Thing().with("supported", true))
                .nothing("wallet", "generated_from");
    }

    Thing attach(Call call) {
        Thing method = named(call.book(), call.id());
        String customer = call.need("customer");
        Customers.alive(call.book(), customer);
        return keep(call.book(), method, customer);
    }

    Thing keep(Book book, Thing method, String customer) {
        method.put("customer", customer);
        world.events.tell(book, "payment_method.attached", method);
        return method;
    }

    Thing detach(Call call) {
        Thing method = call.book().get("payment_method", call.id());
        if (method.maybe("customer") == null) {
            throw Refused.invalid(null, "The payment method you provided is not attached to a customer.");
        }
        method.put("customer", null);
        world.events.tell(call.book(), "payment_method.detached", method);
        return method;
    }

    Thing update(Call call) {
        Thing method = call.book().get("payment_method", call.id());
        call.copy(method, "metadata", "allow_redisplay", "billing_details");
        return method;
    }

    Thing list(Call call) {
        return call.list("payment_method", call.path(), method -> method.maybe("customer") != null);
    }

    Thing listOfCustomer(Call call) {
        Customers.alive(call.book(), call.id());
        return call.list("payment_method", call.path(), method -> method.is("customer", call.id()));
    }

    private static TestCard card(@Nullable String number) {
        if (number == null) throw Refused.missing("card");
        return TestCard.numbered(number)
                .or(() -> TestCard.tokened(number))
                .orElseThrow(() -> Refused.card("incorrect_number", null, "Your card number is incorrect."));
    }

    static final Map<String, String> WORDS = Map.of(
            "expired_card", "Your card has expired.",
            "incorrect_cvc", "Your card’s security code is incorrect.",
            "insufficient_funds", "Your card has insufficient funds.",
            "processing_error", "An error occurred while processing your card. Try again in a little bit.");

    /** What a bank said, as a card error. */
    static Refused refusal(TestCard card) {
        String code = card.code == null ? "card_declined" : card.code;
        String word = card.declineCode == null ? code : card.declineCode;
        return Refused.card(code, card.declineCode, WORDS.getOrDefault(word, "Your card was declined."));
    }
}
