package io.marquee.payment.web;

import io.marquee.payment.WebhookFilter;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is looked for, as it stands in the address. */
record WebhookFilterForm(
        @Nullable String provider,
        @Nullable String type,
        @Nullable String outcome,
        @Nullable String undelivered) {
    private static final List<String> OUTCOMES =
            List.of("waiting", "moved", "nothing_new", "with_another", "ignored", "unknown_payment", "given_up");

    WebhookFilter filter() {
        return new WebhookFilter(printable(provider), printable(type), printable(outcome), "true".equals(undelivered));
    }

    /** PostgreSQL takes no zero characters, and nothing of ours has one. */
    private static String printable(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }

    List<Field> fields(List<String> providers, Text text) {
        List<Option> some = new ArrayList<>(List.of(Option.of("", text.get("payment.webhooks.any"))));
        providers.forEach(name -> some.add(Option.of(name, name)));
        List<Option> outcomes = new ArrayList<>(List.of(Option.of("", text.get("payment.webhooks.any"))));
        OUTCOMES.forEach(word -> outcomes.add(Option.of(word, text.get("payment.webhooks.outcome." + word))));
        return List.of(
                Field.text("type", text.get("payment.webhooks.type.begins")).value(printable(type)),
                Field.select("provider", text.get("payment.webhooks.provider"), some)
                        .value(printable(provider)),
                Field.select("outcome", text.get("payment.webhooks.outcome"), outcomes)
                        .value(printable(outcome)),
                Field.checkbox("undelivered", text.get("payment.webhooks.undelivered"))
                        .value(filter().undelivered() ? "true" : ""));
    }
}
