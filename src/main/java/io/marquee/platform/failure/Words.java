package io.marquee.platform.failure;

import io.marquee.platform.web.Text;
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
            return text.get(special, failure.arguments().toArray());
        }
        return text.has(key) ? text.get(key, failure.arguments().toArray()) : null;
    }

    static String at(Failure.AtField error, Text text) {
        return text.get("invalid." + error.code(), error.arguments().toArray());
    }
}
