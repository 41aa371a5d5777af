package io.marquee.platform.failure;

import io.marquee.kernel.Money;
import io.marquee.platform.web.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words for a failure, in the language of the request. */
final class Words {
    private Words() {}

    /** @return null where the bundles have nothing better than the status' own words */
    static @Nullable String detail(Failure failure, Text text) {
        String key = "refusal." + failure.code();
        String special = failure.arguments().isEmpty()
                ? key
                : key + "." + failure.arguments().getFirst();
        if (text.has(special)) {
            return text.get(special, shown(failure.arguments(), text));
        }
        return text.has(key) ? text.get(key, shown(failure.arguments(), text)) : null;
    }

    static String at(Failure.AtField error, Text text) {
        return text.get("invalid." + error.code(), shown(error.arguments(), text));
    }

    private static Object[] shown(List<Object> arguments, Text text) {
        return arguments.stream()
                .map(a -> a instanceof Money money ? text.money(money) : a)
                .toArray();
    }
}
