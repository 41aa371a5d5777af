package io.marquee.payment.stripe;

import io.marquee.payment.provider.EmbeddedForm;
import io.marquee.platform.config.Settings.Stripe;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe's script needs of the page that it draws on.
 *
 * @see <a href="https://docs.stripe.com/security/guide#content-security-policy">what it loads</a>
 */
final class StripeForm {
    private static final String HOST = "js.stripe.com";

    private StripeForm() {}

    static @Nullable EmbeddedForm of(@Nullable Stripe settings) {
        if (settings == null || settings.publishableKey() == null) return null;
        String script = origin(settings.script());
        List<String> scripts = new ArrayList<>(List.of(script));
        List<String> frames = new ArrayList<>(List.of(script));
        if (HOST.equals(settings.script().getHost())) {
            scripts.add("https://*." + HOST);
            frames.addAll(List.of("https://*." + HOST, "https://hooks.stripe.com"));
        }
        return new EmbeddedForm(
                settings.script().toString(),
                settings.publishableKey(),
                scripts,
                frames,
                List.of(origin(settings.api())));
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
