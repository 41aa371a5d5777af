package io.marquee.ordering.web;

import io.marquee.payment.PaymentMethodView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How to pay, where methods are kept: one of them, or another. What the form sends is "provider" or "provider/method". */
final class KeptChoice {
    private KeptChoice() {}

    /** @param kept the one to begin with first */
    static Field field(List<PaymentMethodView> kept, List<String> providers, Text text) {
        List<Option> options = Stream.concat(
                        kept.stream().map(method -> option(method, text)),
                        providers.stream().map(provider -> another(provider, text)))
                .toList();
        return Field.choices("provider", text.get("ordering.checkout.provider"), options)
                .value(options.getFirst().value())
                .required();
    }

    private static Option option(PaymentMethodView method, Text text) {
        return new Option(
                method.provider() + "/" + method.method(),
                method.last4() == null
                        ? method.name()
                        : text.get("payment.methods.ending", method.name(), method.last4()),
                method.expires() == null ? null : text.get("payment.methods.until", method.expires()));
    }

    private static Option another(String provider, Text text) {
        return new Option(
                provider, text.get("ordering.checkout.another"), text.get("ordering.checkout.provider." + provider));
    }

    static String provider(String choice) {
        int end = choice.indexOf('/');
        return end < 0 ? choice : choice.substring(0, end);
    }

    /** Null where none was chosen. */
    static @Nullable String method(String choice) {
        int end = choice.indexOf('/');
        return end < 0 ? null : choice.substring(end + 1);
    }
}
