package io.marquee.platform.config;

import io.marquee.platform.config.Settings.Stripe;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how this installation works with Stripe. The keys never appear in a message. */
final class StripeReader {
    private static final String SECRET_KEY = "MARQUEE_STRIPE_SECRET_KEY";
    private static final String PUBLISHABLE_KEY = "MARQUEE_STRIPE_PUBLISHABLE_KEY";
    private static final String WEBHOOK_SECRET = "MARQUEE_STRIPE_WEBHOOK_SECRET";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Environment environment;

    StripeReader(Environment environment) {
        this.environment = environment;
    }

    /** @return null where Stripe is not used */
    @Nullable
    Stripe read() {
        String secretKey = environment.text(SECRET_KEY);
        String publishableKey = environment.text(PUBLISHABLE_KEY);
        List<String> webhookSecrets = list(environment.text(WEBHOOK_SECRET, ""));
        URI api = url("MARQUEE_STRIPE_API", "https://api.stripe.com");
        URI script = url("MARQUEE_STRIPE_SCRIPT", "https://js.stripe.com/dahlia/stripe.js");
        Stripe.Connect connect = connect();
        if (secretKey == null && (publishableKey != null || !webhookSecrets.isEmpty())) {
            throw new WrongSetting((publishableKey != null ? PUBLISHABLE_KEY : WEBHOOK_SECRET) + " is set, but "
                    + SECRET_KEY + " is not: nothing works without it.");
        }
        if (secretKey == null) return null;
        require(SECRET_KEY, secretKey, "[sr]k_\\w+", "a secret or restricted key, which begins with sk_ or rk_");
        if (publishableKey != null) {
            require(PUBLISHABLE_KEY, publishableKey, "pk_\\w+", "a publishable key, which begins with pk_");
            requireSameMode(secretKey, publishableKey);
        }
        for (String secret : webhookSecrets) {
            require(
                    WEBHOOK_SECRET,
                    secret,
                    "whsec_\\S+",
                    "an endpoint’s signing secret, which begins with whsec_, or several with commas between them");
        }
        return new Stripe(secretKey, publishableKey, webhookSecrets, api, script, connect);
    }

    private Stripe.Connect connect() {
        return Stripe.Connect.valueOf(environment
                .choice("MARQUEE_STRIPE_CONNECT", "off", "off", "direct", "destination")
                .toUpperCase(Locale.ROOT));
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static void require(String name, String value, String form, String words) {
        if (!value.matches(form)) {
            throw new WrongSetting(name + " must be " + words + ".");
        }
    }

    private static void requireSameMode(String secretKey, String publishableKey) {
        boolean test = secretKey.contains("_test_");
        if (test != publishableKey.contains("_test_")) {
            throw new WrongSetting(PUBLISHABLE_KEY + " is of " + (test ? "live" : "test") + " mode, but " + SECRET_KEY
                    + " is of " + (test ? "test" : "live") + " mode.");
        }
    }

    /** Keys and cards go there: in the clear only within this machine. */
    private URI url(String name, String otherwise) {
        String value = environment.text(name, otherwise);
        String example = otherwise + ", or http on this machine";
        ServiceUrl url = ServiceUrl.parse(name, value, example, List.of("http", "https"));
        boolean inTheClear = url.scheme().equals("http") && !THIS_MACHINE.contains(url.host());
        if (inTheClear || url.user() != null || value.contains("#")) {
            throw new WrongSetting(name + " is “" + value + "”, but must be of the form " + example + ".");
        }
        return URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
    }
}
